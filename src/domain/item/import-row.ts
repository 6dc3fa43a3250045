import { type Instant, startOfDay } from '../time/instant.ts'
import type { ImportRules } from '../shared/sheet/import-table.ts'
import type { RowReader } from '../shared/sheet/row-reader.ts'
import { wordMap } from '../shared/sheet/word-map.ts'
import type { LocalDate } from '../time/local-date.ts'
import {
  attributeWords,
  ignoredItemColumns,
  itemColumns,
  type ItemField,
  validityWords,
} from './import-columns.data.ts'
import { normaliseDocNumber } from './import-doc-number.ts'

/** Disclosure attribute (公开属性) as import files give it. */
export type ImportedAttribute = keyof typeof attributeWords

/** State of validity (有效性) as import files give it. */
export type ImportedValidity = keyof typeof validityWords

/** One item as read from an import file (导入信息); `line` is where it begins in the file. */
export type ImportedItem = {
  line: number
  externalId: string | null
  indexNumber: string | null
  title: string
  docNumber: string | null
  issuer: string | null
  writtenOn: LocalDate | null
  publishedOn: LocalDate | null
  /** instant of publication (epoch ms): the written time, or the beginning of the day */
  publishedAt: Instant | null
  attribute: ImportedAttribute
  columnName: string | null
  theme: string | null
  genre: string | null
  summary: string | null
  /** empty when the file gives only the catalogue entry */ body: string
  sourceUrl: string | null
  validity: ImportedValidity
}

/** How items are read from a table: only the title must be there, the rest is as real files have it. */
export const itemImport: ImportRules<ItemField, ImportedItem> = {
  names: itemColumns,
  required: ['title'],
  ignored: ignoredItemColumns,
  assumed: [{ field: 'attribute', reason: { code: 'attribute-assumed' } }],
  readRow: readItemRow,
  unique: [
    { field: 'indexNumber', keyOf: (item) => item.indexNumber },
    { field: 'externalId', keyOf: (item) => item.externalId },
  ],
}

const attributes = wordMap(attributeWords)
const validities = wordMap(validityWords)

function readItemRow(
  line: number,
  cells: RowReader<ItemField>,
  today: LocalDate,
): ImportedItem | null {
  const title = cells.word('title', 300)
  if (title === null && cells.problems.length === 0) cells.refuse('title', { code: 'required' })
  const item = {
    line,
    externalId: cells.word('externalId', 100),
    indexNumber: cells.word('indexNumber', 100)?.replaceAll(' ', '') ?? null,
    docNumber: readDocNumber(cells),
    issuer: cells.word('issuer', 200),
    ...readDays(cells, today),
    attribute: readAttribute(cells),
    columnName: cells.word('columnName', 100),
    theme: cells.word('theme', 100),
    genre: cells.word('genre', 50),
    summary: cells.text('summary', 1000),
    body: cells.text('body', 200_000) ?? '',
    sourceUrl: readUrl(cells),
    validity: cells.oneOf('validity', validities.words, validities.allowed) ?? 'valid',
  }
  return title === null ? null : { ...item, title }
}

function readDocNumber(cells: RowReader<ItemField>): string | null {
  const written = cells.word('docNumber', 60)
  if (written === null) return null
  const { text, isUsual } = normaliseDocNumber(written)
  if (!isUsual) cells.warn('docNumber', { code: 'doc-number-unusual' })
  return text
}

/** A day that is missing is supplied from the other where that is honest, and the clerk is told. */
function readDays(
  cells: RowReader<ItemField>,
  today: LocalDate,
): Pick<ImportedItem, 'writtenOn' | 'publishedOn' | 'publishedAt'> {
  const before = cells.problems.length
  const writtenOn = cells.moment('writtenOn', today)?.on ?? null
  const published = cells.moment('publishedOn', today)
  const isFaulty = cells.problems.length > before
  if (published === null) {
    const code = writtenOn === null ? 'dates-missing' : 'published-from-written'
    if (!isFaulty) cells.warn('publishedOn', { code })
    const publishedAt = writtenOn === null ? null : startOfDay(writtenOn)
    return { writtenOn, publishedOn: writtenOn, publishedAt }
  }
  if (writtenOn !== null && published.on < writtenOn) {
    cells.warn('publishedOn', { code: 'published-before-written' })
  }
  return { writtenOn, publishedOn: published.on, publishedAt: published.at }
}

function readAttribute(cells: RowReader<ItemField>): ImportedAttribute {
  const before = cells.problems.length
  const attribute = cells.oneOf('attribute', attributes.words, attributes.allowed)
  if (attribute !== null) return attribute
  if (cells.problems.length === before && cells.has('attribute')) {
    cells.warn('attribute', { code: 'attribute-assumed' })
  }
  return 'proactive'
}

function readUrl(cells: RowReader<ItemField>): string | null {
  const url = cells.word('sourceUrl', 2000)
  if (url === null || /^https?:\/\/[^\s<>"'`\\@]+$/i.test(url)) return url
  cells.refuse('sourceUrl', { code: 'url-ill-formed' })
  return null
}
