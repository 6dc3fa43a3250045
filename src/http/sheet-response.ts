import type { DecimalCell } from '../domain/shared/sheet/decimal-cell.ts'
import { type FormSheet, writeFormXlsx } from '../domain/shared/sheet/write-form-xlsx.ts'
import { writeCsv } from '../domain/shared/sheet/write-csv.ts'
import { writeXlsx } from '../domain/shared/sheet/write-xlsx.ts'
import { fileResponse } from './file-response.ts'

/** The forms in which a table goes out (导出格式). */
export type SheetFormat = 'csv' | 'xlsx'

/** A table that goes out as a file; a figure that nobody reported is null, an empty cell. */
export type Sheet = {
  /** file name without its ending, with agency and period */
  name: string
  title: string
  header: readonly string[]
  widths?: readonly number[]
  rows: readonly (readonly (string | number | null | DecimalCell)[])[]
}

/** Reads the format that an address asks for; null for the page itself. */
export function sheetFormat(asked: string | undefined): SheetFormat | null {
  return asked === 'csv' || asked === 'xlsx' ? asked : null
}

/** Answers a table as CSV or as a workbook (导出): both open in WPS and Excel, no formula runs. */
export function sheetResponse(
  { name, title, header, widths, rows }: Sheet,
  format: SheetFormat,
): Response {
  const bytes =
    format === 'csv'
      ? writeCsv(header, rows)
      : writeXlsx({ name: title, header, rows, ...(widths === undefined ? {} : { widths }) })
  return sent(`${name}.${format}`, format, bytes)
}

/** Answers forms as a workbook with merged cells (年报表式). */
export function formResponse(name: string, sheets: readonly FormSheet[]): Response {
  return sent(`${name}.xlsx`, 'xlsx', writeFormXlsx(sheets))
}

function sent(name: string, format: SheetFormat, bytes: Uint8Array): Response {
  return fileResponse({
    name,
    mediaType:
      format === 'csv'
        ? 'text/csv'
        : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: bytes.length,
    body: new Uint8Array(bytes),
  })
}
