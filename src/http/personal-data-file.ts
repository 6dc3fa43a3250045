import { writeCsv } from '../domain/shared/sheet/write-csv.ts'
import type { DataCopy } from '../usecases/application/personal-data/copy.ts'
import type { FileOut } from './file-response.ts'
import { dataRows } from './pages/data-rows.ts'
import { personalData as words } from './ui/words/personal-data.ts'

/** A copy of an applicant's data as a file (复制个人信息): JSON with the fields' own names, or a table. */
export function personalDataFile({ format, view }: DataCopy): FileOut {
  const name = `${words.file}_${view.receipt}.${format}`
  const mediaType = format === 'csv' ? 'text/csv' : 'application/json'
  const bytes =
    format === 'csv'
      ? writeCsv(words.csv, dataRows(view))
      : new TextEncoder().encode(JSON.stringify(jsonOf(view), null, 2))
  return { name, mediaType, bytes: bytes.length, body: new Uint8Array(bytes) }
}

function jsonOf({ receipt, fields, ...rest }: DataCopy['view']): Record<string, unknown> {
  const { delivery, notices, openings, retention, corrections, acts } = rest
  const values = Object.fromEntries(fields.map(({ field, value }) => [field, value]))
  return { receipt, values, delivery, notices, openings, retention, corrections, acts }
}
