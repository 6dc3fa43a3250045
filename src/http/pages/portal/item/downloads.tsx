import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ItemView } from '../../../../usecases/item/show-item.ts'
import type { AppEnv } from '../../../app-env.ts'
import { downloadsOf } from '../../../item-document.ts'
import { documentFormats } from '../../../official-file.ts'
import { documentWords } from '../../../ui/words/document.ts'

/** The text as a file to take away (下载正文); nothing when there is neither text nor what a special item says. */
export function ItemDownloads({
  c,
  item,
}: {
  c: Context<AppEnv>
  item: ItemView
}): JSX.Element | null {
  const isEmpty = item.document.blocks.length === 0 && Object.keys(item.fields).length === 0
  if (isEmpty) return null
  const hrefs = downloadsOf(c, item.id)
  return (
    <p class="article-section downloads no-print">
      {documentWords.download}
      {documentFormats.map((format) => (
        <a href={hrefs[format]} download="">
          {documentWords.formats[format]}
        </a>
      ))}
    </p>
  )
}
