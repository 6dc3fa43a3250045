import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ItemQuery } from '../../../../usecases/item/finding/item-query.ts'
import type { AppEnv } from '../../../app-env.ts'
import { figure } from '../../../ui/chart/chart-scale.ts'
import { asChild, markup, none, type Markup } from '../../../ui/markup.ts'
import { filledIn, finding } from '../../../ui/words/finding.ts'
import { filterWords, type FilterWords } from '../../../ui/words/search-words.ts'
import { searchOf } from './list-query.ts'
import type { Listing } from './read-list.ts'

/** What stands above a list: how many, by what it is narrowed, by what it was widened (检索状态). */
export function FoundHead({
  c,
  listing,
  action,
  fixed,
}: {
  c: Context<AppEnv>
  listing: Listing
  action: string
  /** Filters that the page itself is about, and that no chip takes away */
  fixed: readonly (keyof ItemQuery)[]
}): JSX.Element {
  const { query, page } = listing
  return (
    <>
      {asChild(
        markup`${chipRow(
          filterWords(c.get('site').agency, query).filter(({ name }) => !fixed.includes(name)),
          query,
          action,
        )}${widened(listing, action)}${totalLine(page.facets)}`,
      )}
    </>
  )
}

function chipRow(chips: readonly FilterWords[], query: ItemQuery, action: string): Markup {
  if (chips.length === 0) return none
  const items = chips.map(({ name, label, value }) => {
    const href = `${action}${searchOf(query, { [name]: '' })}`
    return markup`<li><a class="chip" href="${href}">${label}：${value}<span class="chip-drop" aria-hidden="true">×</span><span class="away">${finding.drop}</span></a></li>`
  })
  const without = Object.fromEntries(chips.map(({ name }) => [name, '']))
  const all =
    chips.length < 2
      ? none
      : markup`<li><a href="${action}${searchOf(query, without)}">${finding.dropAll}</a></li>`
  return markup`<nav class="chips no-print" aria-label="${finding.chips}"><ul>${items}${all}</ul></nav>`
}

function widened({ query, page }: Listing, action: string): Markup {
  const also = page.widened.flatMap((one) => one.also)
  if (also.length === 0) return none
  const typed = `${action}${searchOf(query, { words: 'typed' })}`
  const link = markup`<a href="${typed}">${filledIn(finding.typedOnly, 'q', query.q ?? '')}</a>`
  return markup`<p class="widened">${finding.widened}${also.join('、')}　${link}</p>`
}

function totalLine(facets: Listing['page']['facets']): Markup {
  if (facets === null || facets.total.count === 0) return none
  const { count, capped } = facets.total
  const text = filledIn(capped ? finding.totalCapped : finding.total, 'n', figure(count))
  return markup`<p class="total"><span>${text}</span><a class="total-jump no-print" href="#facets">${finding.toPanel}</a></p>`
}
