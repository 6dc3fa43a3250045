import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { facetNames, type FacetName } from '../../../../domain/item/facet-keys.ts'
import {
  sampledItems,
  type FacetChoice,
  type Facets,
} from '../../../../usecases/item/finding/facets.ts'
import type { AppEnv } from '../../../app-env.ts'
import { asChild, markup, none, type Markup } from '../../../ui/markup.ts'
import { filledIn, finding } from '../../../ui/words/finding.ts'
import { columnPath } from '../catalog/columns.ts'
import { searchOf } from './list-query.ts'
import type { Listing } from './read-list.ts'

/** Choices of a facet that stand open; the rest is folded. */
const open = 8

/**
 * The numbers beside a list (分面): what each further choice would leave, as plain links. A facet
 * that is chosen already, or has nothing to choose, is left out; of columns the next lower ones stand.
 */
export function FacetPanel({
  c,
  listing,
  action,
}: {
  c: Context<AppEnv>
  listing: Listing
  action: string
}): JSX.Element | null {
  const { facets } = listing.page
  if (facets === null || facets.total.count === 0) return null
  const groups = facetNames.map((name) => group(c, listing, name, facets, action))
  if (groups.every(({ markup: html }) => html === '')) return null
  const note = facets.total.capped
    ? markup`<p class="facets-note">${filledIn(finding.sampled, 'n', sampledItems)}</p>`
    : none
  return (
    <>
      {asChild(
        markup`<nav class="facets no-print" id="facets" tabindex="-1" aria-label="${finding.panel}"><h2 class="tree-title">${finding.panel}</h2>${note}${groups}</nav>`,
      )}
    </>
  )
}

function group(
  c: Context<AppEnv>,
  { query }: Listing,
  name: FacetName,
  facets: Facets,
  action: string,
): Markup {
  const choices = name === 'category' ? columnChoices(c, query.category, facets) : facets[name]
  const isChosen = name !== 'category' && query[name] !== undefined
  const narrows = choices.some(({ count }) => count < facets.total.count)
  if (isChosen || choices.length === 0 || !narrows) return none
  const line = ({ value, label, count }: FacetChoice): Markup => {
    const href = `${action}${searchOf(query, { [name]: value })}`
    const text = name === 'year' ? `${label}${finding.years}` : label
    return markup`<li><a href="${href}"><span class="facets-name">${text}</span> <span class="facets-count">${count}<span class="away">${finding.unit}</span></span></a></li>`
  }
  const rest = choices.slice(open)
  const folded =
    rest.length === 0
      ? none
      : markup`<details><summary>${filledIn(finding.moreChoices, 'n', rest.length)}</summary><ul>${rest.map(line)}</ul></details>`
  return markup`<section><h3>${finding.facets[name]}</h3><ul>${choices.slice(0, open).map(line)}</ul>${folded}</section>`
}

/** The columns next below the one shown; at the top those of the statutory catalogue. */
function columnChoices(
  c: Context<AppEnv>,
  category: string | undefined,
  facets: Facets,
): FacetChoice[] {
  const { agency } = c.get('site')
  const here = columnPath(agency, category ?? 'statutory-content').at(-1)
  const next = new Set((here?.children ?? []).map(({ id }) => id))
  return facets.category.filter(({ value }) => next.has(value))
}
