import { sheetCodes } from '../../../domain/case-review/sheet.data.ts'
import type { FieldError } from '../../../domain/shared/refusal.ts'
import { fieldWords } from '../../ui/words/field-problem.ts'
import type { FormValues } from '../form-values.ts'
import { stepInput } from '../desk/step-answer.ts'
import type { FormErrors } from '../../ui/form-names.ts'

type Text = ReadonlyMap<string, string>

/** The input of a step of a notice from its form (通报步骤), of an agency's review or an office's order. */
export function noticeInput(action: string, text: Text): Record<string, unknown> {
  // Remarks may be left out altogether, but not when they are what is changed.
  const remarks = action === 'edit' ? { remarks: text.get('remarks') ?? '' } : {}
  return { ...stepInput(text, action === 'draw-up' ? ['remarks'] : []), ...remarks }
}

/** The input of a start of a review from its form: digits become numbers, blanks are left out. */
export function startOf(text: Text): Record<string, unknown> {
  return filled([
    ['fromDay', text.get('fromDay')],
    ['toDay', text.get('toDay')],
    ['size', digits(text.get('size'))],
    ['percent', digits(text.get('percent'))],
    ['reason', text.get('reason')],
  ])
}

/** The input of an order from its form (部署评查): the agencies that were ticked. */
export function orderOf({ text, lists }: FormValues): Record<string, unknown> {
  return filled([
    ['fromDay', text.get('fromDay')],
    ['toDay', text.get('toDay')],
    ['percent', digits(text.get('percent'))],
    ['reportBy', text.get('reportBy')],
    ['agencies', lists.get('agencies') ?? []],
    ['reason', text.get('reason')],
  ])
}

/** The input of a filled score sheet from its form (评分表单): the rows that the form has, in their order. */
export function scoresOf(text: Text): Record<string, unknown> {
  const rows = codesIn(text).map((code) =>
    filled([
      ['code', code],
      ['points', digits(text.get(`${code}.points`)) ?? 0],
      ['reason', text.get(`${code}.reason`)],
      ['record', text.get(`${code}.record`)],
    ]),
  )
  return { rows, ...filled([['version', digits(text.get('version'))]]) }
}

/** The faults of a score sheet by the fields of its form, each with the code of its row. */
export function scoreErrors(text: Text, errors: readonly FieldError[]): FormErrors {
  const codes = codesIn(text)
  return Object.fromEntries(
    errors.map((error) => {
      const [, at = '', name = ''] = /^\/rows\/(\d+)\/(\w+)$/.exec(error.pointer) ?? []
      const code = codes[Number(at)]
      const words = fieldWords(error)
      return code === undefined || at === ''
        ? [error.pointer.slice(1), words]
        : [`${code}.${name}`, `${code}：${words}`]
    }),
  )
}

function codesIn(text: Text): string[] {
  return sheetCodes.filter((code) => text.has(`${code}.points`))
}

function filled(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(
    entries.filter(([, value]) => {
      if (typeof value === 'string') return value.trim() !== ''
      return value !== undefined
    }),
  )
}

/** A whole number where digits were typed; otherwise what was typed, for the schema to refuse. */
function digits(typed: string | undefined): number | string | undefined {
  const text = (typed ?? '').trim()
  if (text === '') return undefined
  return /^\d{1,15}$/.test(text) ? Number(text) : text
}
