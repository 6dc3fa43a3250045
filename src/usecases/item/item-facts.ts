import type { Agency } from '../../domain/agency/agency.ts'
import { toText } from '../../domain/document/to-text.ts'
import { facetKeys } from '../../domain/item/facet-keys.ts'
import { facetTokens, indexGrams, publicationMinute } from '../../domain/item/index-text.ts'
import { displayEnd } from '../../domain/item/kinds/display-end.ts'
import { keepListed } from '../../domain/item/kinds/list-columns.ts'
import { numberFrame } from '../../domain/item/index-number.ts'
import { facet } from '../../domain/item/search-query.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { NewItem } from '../../store/tenant/item/publish.ts'
import { findColumn } from '../catalog/column-path.ts'
import type { Work } from './read-work.ts'

/** The columns that count an item, from the top down (所属栏目). */
export function columnsOfItem(agency: Agency, category: string): string[] {
  return findColumn(agency, category)?.path.map(({ id }) => id) ?? []
}

/** Its columns with the words by which the search index knows them. */
export function columnFacets(agency: Agency, category: string): { id: string; facet: string }[] {
  return columnsOfItem(agency, category).map((id) => ({ id, facet: facet('category', id) }))
}

/** What an item counts under beside the lists (分面); nothing for one that readers do not have. */
export function facetsOfItem(
  agency: Agency,
  item: (Parameters<typeof facetKeys>[0] & { category: string }) | null,
): string[] {
  return item === null ? [] : facetKeys(item, columnsOfItem(agency, item.category))
}

/** What the public will read of an item (公开内容), made from its content. */
export function publicItemOf(agency: Agency, work: Work, publishedAt: number): NewItem {
  const { row, content } = work
  const body = toText(content.document)
  const filesText = wordsOf(work)
  const item = {
    id: row.id,
    docNumber: content.docNumber,
    title: content.title,
    summary: content.summary,
    issuer: content.issuer,
    writtenOn: content.writtenOn,
    publishedAt,
    theme: content.theme,
    genre: content.genre,
    category: row.category,
    validity: content.validity,
    attribute: 'proactive',
    body,
    sourceUrl: content.sourceUrl,
    originKey: row.originKey,
    kind: content.kind,
  }
  return {
    ...item,
    document: JSON.stringify(content.document),
    fields: JSON.stringify(content.fields),
    edition: row.edition,
    unit: row.unit,
    matter: row.matter,
    filesText,
    listed: keepListed(content.kind, content.fields),
    shownUntil: displayEnd(content.kind, content.fields),
    minute: publicationMinute(publishedAt),
    facets: facetTokens(item, columnsOfItem(agency, row.category)).join(' '),
    grams: () => indexGrams({ ...item, filesText }),
    number: numberFrame(agency, localDateOf(publishedAt)),
  }
}

/** Most characters of words inside attachments that the index takes. */
export const maxFileWords = 100_000

/** Words inside the attachments that go out with the edition (附件文字). */
function wordsOf({ content, files }: Work): string | null {
  const ids = new Set(content.attachments.map(({ id }) => id))
  const words = files.flatMap(({ id, words: said }) => (ids.has(id) && said ? [said] : []))
  return words.length === 0 ? null : words.join('\n').slice(0, maxFileWords)
}
