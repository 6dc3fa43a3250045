import type { Agency } from '../../../domain/agency/agency.ts'
import { writeCsv } from '../../../domain/shared/sheet/write-csv.ts'
import { type FormCell, writeFormXlsx } from '../../../domain/shared/sheet/write-form-xlsx.ts'
import { monthlyHeader } from '../../../domain/statistics/indicator/monthly-form.data.ts'
import type { IndicatorsView } from '../../../usecases/statistics/show-indicators.ts'
import type { FileOut } from '../../file-response.ts'
import { indicators as words } from '../../ui/words/indicators.ts'
import { fill } from '../../ui/words/office.ts'
import { checkName, checkWords, valueWords } from './value-words.ts'

/** Whose form it is, who fills it in and on which day. */
export type FormHead = { agency: Agency; parent: Agency | null; filledBy: string; on: string }

/** Writes the coded monthly form in its own layout (月报文件): head, codes, both columns, checks. */
export function formFile(
  view: IndicatorsView & { form: NonNullable<IndicatorsView['form']> },
  head: FormHead,
  format: 'csv' | 'xlsx',
): FileOut {
  const rows: (string | number)[][] = [
    ...monthlyHeader.map((label) => [label, headValue(label, head)]),
    [words.name, words.unit, words.code, words.current, words.year],
    ...view.form.lines.map(({ name, unit, code, current, year }) => [
      name,
      unit,
      code,
      valueWords(current, unit),
      valueWords(year, unit),
    ]),
    [words.check, words.value, words.result],
    ...view.form.checks.map((check) => [checkName(check), words[check.column], checkWords(check)]),
  ]
  const name = fill(words.fileName, { month: view.period.key })
  if (format === 'csv') {
    const body = new Uint8Array(writeCsv([words.form], rows))
    return { name: `${name}.csv`, mediaType: 'text/csv', bytes: body.length, body }
  }
  const sheet = { name: '月报', title: words.form, widths: [44, 12, 10, 28, 28] }
  const body = new Uint8Array(
    writeFormXlsx([{ ...sheet, rows: rows.map((cells) => cells.map(formCell)) }]),
  )
  const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name: `${name}.xlsx`, mediaType, bytes: body.length, body }
}

/** What the agency knows of its head; the rest stays blank for the hand. */
function headValue(
  label: (typeof monthlyHeader)[number],
  { agency, parent, filledBy, on }: FormHead,
): string {
  const known: Partial<Record<(typeof monthlyHeader)[number], string>> = {
    单位名称: agency.name,
    地区及部门编号: agency.divisionCode,
    主管单位名称: parent?.name ?? '',
    填报人: filledBy,
    联系电话: agency.guide.telephone,
    报出日期: on,
  }
  return known[label] ?? ''
}

function formCell(cell: string | number): FormCell {
  const isFigure = typeof cell === 'string' && /^\d{1,15}$/.test(cell) && !/^0\d/.test(cell)
  return { content: isFigure ? Number(cell) : cell, columns: 1, rows: 1, head: false }
}
