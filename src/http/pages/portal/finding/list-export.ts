import type { Context } from 'hono'
import { ok, refuse, type Result } from '../../../../domain/shared/refusal.ts'
import { writeCsv } from '../../../../domain/shared/sheet/write-csv.ts'
import { writeXlsx } from '../../../../domain/shared/sheet/write-xlsx.ts'
import type { ItemKind } from '../../../../domain/item/kinds/kind.ts'
import type { ItemLine } from '../../../../usecases/item/item-view.ts'
import type { AppEnv } from '../../../app-env.ts'
import { fileResponse, type FileOut } from '../../../file-response.ts'
import { refusalResponse } from '../../../refusal.tsx'
import { kindShown, listHeads, listText } from '../../../ui/list-columns.ts'
import { momentText } from '../../../ui/moment.ts'
import { portal, validityName } from '../../../ui/words/portal.ts'
import { itemHref } from '../item/item-table.tsx'
import { readListing } from './read-list.ts'

type C = Context<AppEnv>

const words = portal.item

const header = [
  words.indexNumber,
  words.title,
  words.docNumber,
  words.issuer,
  words.writtenOn,
  words.publishedAt,
  words.validity,
  words.address,
]

/** Answers a page of a list as CSV (导出本页清单), with the address of every item. */
export function exportCsv(c: C): Promise<Response> {
  return exported(c, (rows, kind) => ({
    name: `${portal.list.caption}.csv`,
    mediaType: 'text/csv',
    bytes: writeCsv(
      [...header, ...headsOf(kind)],
      rows.map((row) => [...cellsOf(row), ...specialOf(row, kind)]),
    ),
  }))
}

/** Answers the same as a workbook; days are days there. */
export function exportXlsx(c: C): Promise<Response> {
  return exported(c, (rows, kind) => ({
    name: `${portal.list.caption}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: writeXlsx({
      name: portal.list.caption,
      header: [...header, ...headsOf(kind)],
      widths: [24, 44, 20, 20, 12, 17, 8, 34, ...headsOf(kind).map(() => 24)],
      rows: rows.map((row) => [
        ...cellsOf(row).map((cell, at) => (at === dayAt && cell !== null ? { on: cell } : cell)),
        ...specialOf(row, kind),
      ]),
    }),
  }))
}

const dayAt = header.indexOf(words.writtenOn)

function cellsOf(row: ItemLine): (string | null)[] {
  return [
    row.indexNumber,
    row.title,
    row.docNumber,
    row.issuer,
    row.writtenOn,
    momentText(row.publishedAt),
    validityName(row.validity),
    itemHref(row),
  ]
}

type Written = Pick<FileOut, 'name' | 'mediaType'> & { bytes: Uint8Array }

/** Headings of the list columns of a special kind; none for a mixed list. */
function headsOf(kind: ItemKind | null): string[] {
  return kind === null ? [] : listHeads(kind).map(({ head }) => head.label)
}

/** Values of the list columns of a row, as they stand on the page. */
function specialOf({ listed }: ItemLine, kind: ItemKind | null): (string | null)[] {
  return kind === null
    ? []
    : listHeads(kind).map(({ column }) => listText(column, listed[column.key]) || null)
}

async function exported(
  c: C,
  write: (rows: readonly ItemLine[], kind: ItemKind | null) => Written,
): Promise<Response> {
  const read = await rowsOf(c)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { rows, kind } = read.value
  const { bytes, ...file } = write(rows, kind)
  return fileResponse({ ...file, bytes: bytes.byteLength, body: new Uint8Array(bytes) })
}

/** An export of what was not asked for would mislead: a wrong address is refused here. */
async function rowsOf(c: C): Promise<Result<{ rows: ItemLine[]; kind: ItemKind | null }>> {
  const { page, faults } = await readListing(c, {})
  return faults.length === 0
    ? ok({ rows: page.items, kind: kindShown(page.items) })
    : refuse({ code: 'invalid', errors: faults })
}
