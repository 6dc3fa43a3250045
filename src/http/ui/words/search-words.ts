import type { Agency } from '../../../domain/agency/agency.ts'
import { validities } from '../../../domain/item/validity.data.ts'
import { itemKinds } from '../../../domain/item/kinds/kind-of.ts'
import { findColumn } from '../../../usecases/catalog/column-path.ts'
import type { ItemQuery } from '../../../usecases/item/finding/item-query.ts'
import { finding } from './finding.ts'
import { portal } from './portal.ts'

/** A filter that is on, in words (已选条件). */
export type FilterWords = { name: keyof ItemQuery; label: string; value: string }

/** The filters of a query in words, in the order of the page; what was typed is not among them. */
export function filterWords(agency: Agency, query: ItemQuery): FilterWords[] {
  const { category, year, theme, genre, validity, issuer, docNumber, indexNumber, scope } = query
  const kind = itemKinds.find(({ id }) => id === query.kind)?.name ?? query.kind
  const column =
    category === undefined ? undefined : (findColumn(agency, category)?.name ?? category)
  const state = validities.find(({ key }) => key === validity)?.name ?? validity
  const given: [keyof ItemQuery, string, string | undefined][] = [
    ['category', finding.facets.category, column],
    ['year', finding.facets.year, year],
    ['theme', finding.facets.theme, theme],
    ['genre', finding.facets.genre, genre],
    ['validity', finding.facets.validity, state],
    ['issuer', finding.facets.issuer, issuer],
    ['docNumber', finding.docNumber, docNumber],
    ['indexNumber', finding.indexNumber, indexNumber],
    ['kind', finding.kind, kind],
    ['scope', finding.scope, scope === 'subtree' ? portal.list.scopeSubtree : undefined],
  ]
  return given.flatMap(([name, label, value]) =>
    value === undefined ? [] : [{ name, label, value }],
  )
}

/** What a query asks, as the parts of a title: what was typed, then the filters. */
export function searchWords(agency: Agency, query: ItemQuery): string[] {
  const typed = query.q === undefined ? [] : [`“${query.q}”`]
  return [...typed, ...filterWords(agency, query).map(({ value }) => value)]
}
