import type { JSX } from 'hono/jsx/jsx-runtime'
import { itemKinds } from '../../../../domain/item/kinds/kind-of.ts'
import { kindShown } from '../../../ui/list-columns.ts'
import { asChild, markup } from '../../../ui/markup.ts'
import { finding } from '../../../ui/words/finding.ts'
import { searchOf } from './list-query.ts'
import type { Listing } from './read-list.ts'

/**
 * Ways from a column to the special kinds that lie in it (专项类型), each a table of its own; none where
 * one is chosen, or where all that is shown is of the only one.
 */
export function KindChoices({
  listing: { query, page },
  column,
  action,
}: {
  listing: Listing
  column: string
  action: string
}): JSX.Element | null {
  const kinds = itemKinds.filter(({ columns }) => columns.includes(column))
  const shown = kindShown(page.items)
  if (query.kind !== undefined || kinds.every((kind) => kind === shown)) return null
  const links = kinds.map(({ id, name }) => {
    return markup`<li><a class="chip" href="${action}${searchOf(query, { kind: id })}">${name}</a></li>`
  })
  return (
    <>
      {asChild(
        markup`<nav class="chips no-print" aria-label="${finding.byKind}"><ul><li>${finding.byKind}：</li>${links}</ul></nav>`,
      )}
    </>
  )
}
