import type { JSX } from 'hono/jsx/jsx-runtime'
import { looking as words } from './words/looking.ts'

/** Leads to the files of a table (导出链接); `of` names the table for those who only hear the link. */
export function ExportLinks({
  of,
  csv,
  xlsx,
}: {
  of: string
  csv: string
  xlsx: string
}): JSX.Element {
  return (
    <p class="more no-print">
      <a href={csv}>
        {words.csv}
        <span class="away">：{of}</span>
      </a>{' '}
      <a href={xlsx}>
        {words.xlsx}
        <span class="away">：{of}</span>
      </a>
    </p>
  )
}
