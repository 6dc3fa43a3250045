import type { JSX } from 'hono/jsx/jsx-runtime'
import { common } from './words/common.ts'

/** The way through a list that is read by cursor (翻页); `first` is null on the first page. */
export function Pager({
  next,
  first,
}: {
  next: string | null
  first: string | null
}): JSX.Element | null {
  if (next === null && first === null) return null
  return (
    <nav class="pager" aria-label={common.pagerLabel}>
      {first === null ? null : <a href={first}>{common.firstPage}</a>}
      {next === null ? (
        <span class="pager-end">{common.lastPage}</span>
      ) : (
        <a class="pager-next" href={next} rel="next">
          {common.nextPage}
        </a>
      )}
    </nav>
  )
}
