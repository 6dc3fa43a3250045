import type { Context } from 'hono'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { writeCsv } from '../../../domain/shared/sheet/write-csv.ts'
import { writeXlsx } from '../../../domain/shared/sheet/write-xlsx.ts'
import type { ItemRow } from '../../../usecases/item/item-view.ts'
import type { AppEnv } from '../../app-env.ts'
import { fileResponse, type FileOut } from '../../file-response.ts'
import { refusalResponse } from '../../refusal.tsx'
import { portal, validityName } from '../../ui/words/portal.ts'
import { itemHref } from './item-table.tsx'
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
  return exported(c, (rows) => ({
    name: `${portal.list.caption}.csv`,
    mediaType: 'text/csv',
    bytes: writeCsv(header, rows.map(cellsOf)),
  }))
}

/** Answers the same as a workbook; days are days there. */
export function exportXlsx(c: C): Promise<Response> {
  return exported(c, (rows) => ({
    name: `${portal.list.caption}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: writeXlsx({
      name: portal.list.caption,
      header,
      widths: [26, 60, 24, 24, 12, 18, 10, 48],
      rows: rows.map((row) =>
        cellsOf(row).map((cell, at) => (at === dayAt && cell !== null ? { on: cell } : cell)),
      ),
    }),
  }))
}

const dayAt = header.indexOf(words.writtenOn)

function cellsOf(row: ItemRow): (string | null)[] {
  return [
    row.indexNumber,
    row.title,
    row.docNumber,
    row.issuer,
    row.writtenOn,
    row.publishedAt.slice(0, 16).replace('T', ' '),
    validityName(row.validity),
    itemHref(row),
  ]
}

type Written = Pick<FileOut, 'name' | 'mediaType'> & { bytes: Uint8Array }

async function exported(c: C, write: (rows: readonly ItemRow[]) => Written): Promise<Response> {
  const read = await rowsOf(c)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { bytes, ...file } = write(read.value)
  return fileResponse({ ...file, bytes: bytes.byteLength, body: new Uint8Array(bytes) })
}

/** An export of what was not asked for would mislead: a wrong address is refused here. */
async function rowsOf(c: C): Promise<Result<ItemRow[]>> {
  const { page, faults } = await readListing(c, {})
  return faults.length === 0 ? ok(page.items) : refuse({ code: 'invalid', errors: faults })
}
