import type { Agency } from '../../../domain/agency/agency.ts'
import { genres } from '../../../domain/catalog/genres.data.ts'
import { themes } from '../../../domain/catalog/themes.data.ts'
import { fromText } from '../../../domain/document/from-text.ts'
import type { ImportedItem } from '../../../domain/item/import-row.ts'
import { facetTokens, indexGrams, publicationMinute } from '../../../domain/item/index-text.ts'
import { numberFrame, readNumber } from '../../../domain/item/index-number.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import type { NewItem } from '../../../store/tenant/item/publish.ts'
import type { Comparable } from '../../../store/tenant/item/existing.ts'
import { findColumn, placedColumns, type PlacedColumn } from '../../catalog/column-path.ts'
import { nameOf } from '../finding/item-query.ts'

/** A row of a file in the words of this agency (待导入信息). */
export type Candidate = Comparable & {
  line: number
  column: PlacedColumn
  /** the file names a column that this agency does not have */ isColumnUnknown: boolean
}

/** Column that takes what names no column of the agency (其他法定公开信息). */
const fallbackColumn = 'other-statutory'

/** Reads a row of a file as an item of an agency: its column, its words for theme and genre, its key. */
export async function candidateOf(agency: Agency, row: ImportedItem): Promise<Candidate> {
  const named = row.columnName === null ? null : findColumn(agency, row.columnName)
  const column = named ?? fallbackOf(agency)
  const issuer = row.issuer ?? agency.name
  return {
    line: row.line,
    column,
    isColumnUnknown: row.columnName !== null && named === null,
    originKey: await originKeyOf(row, issuer),
    indexNumber: row.indexNumber,
    attribute: row.attribute,
    title: row.title,
    docNumber: row.docNumber,
    issuer,
    writtenOn: row.writtenOn,
    publishedAt: row.publishedAt,
    category: column.id,
    theme: row.theme === null ? null : nameOf(themes, row.theme),
    genre: row.genre === null ? null : nameOf(genres, row.genre),
    validity: row.validity === 'expired' ? 'invalid' : row.validity,
    summary: row.summary,
    body: row.body,
    document: () => fromText(row.body),
    sourceUrl: row.sourceUrl,
  }
}

/** Makes the item to publish from a candidate; without a day of its own it is published `now`. */
export function newItemOf(
  agency: Agency,
  { line: _line, column, isColumnUnknown: _is, indexNumber, document: _tree, ...row }: Candidate,
  id: string,
  now: number,
): NewItem {
  const item = { ...row, id, kind: 'document', publishedAt: row.publishedAt ?? now }
  const columns = column.path.map((above) => above.id)
  return {
    ...item,
    minute: publicationMinute(item.publishedAt),
    facets: facetTokens(item, columns).join(' '),
    grams: () => indexGrams(item),
    number:
      indexNumber === null
        ? numberFrame(agency, localDateOf(item.publishedAt))
        : { kept: indexNumber, year: null, serial: null, ...readNumber(agency, indexNumber) },
  }
}

/** Tells an item from others when a file comes again: its number in the old system, or what it says. */
async function originKeyOf(row: ImportedItem, issuer: string): Promise<string> {
  if (row.externalId !== null) return `e:${row.externalId}`
  if (row.indexNumber !== null) return `n:${row.indexNumber}`
  const said = JSON.stringify([row.title, row.docNumber, row.writtenOn, issuer])
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(said))
  const hex = [...new Uint8Array(digest, 0, 16)].map((byte) => byte.toString(16).padStart(2, '0'))
  return `d:${hex.join('')}`
}

function fallbackOf(agency: Agency): PlacedColumn {
  const columns = placedColumns(agency)
  const column = findColumn(agency, fallbackColumn) ?? columns.at(-1)
  if (column === undefined) throw new Error(`agency ${agency.id} has no column`)
  return column
}
