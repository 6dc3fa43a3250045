import * as z from 'zod'
import { type Citable, citable } from '../../domain/case-review/score.ts'
import { type SheetCode, sheetCodes } from '../../domain/case-review/sheet.data.ts'
import type { SheetRecord } from '../../store/tenant/case-review/case-review.ts'
import { openReviewWords, sealReviewWords } from '../application/instrument/seal.ts'
import type { Ctx } from '../context.ts'

/** What the reviewer wrote to a row. */
export type RowText = { reason?: string | undefined; record?: Citable | undefined }

/** What people wrote on a sheet (评查意见、异议、答复): at worst about persons, so it is sealed with its case. */
export type SheetWords = {
  texts: Readonly<Partial<Record<SheetCode, RowText>>>
  objection: string | null
  answer: string | null
}

type Stored = Pick<SheetRecord, 'texts' | 'objection' | 'answer' | 'is_sealed'>
type Place = Pick<SheetRecord, 'review_id' | 'n' | 'receipt'>

const texts = z.partialRecord(
  z.enum(sheetCodes),
  z.strictObject({ reason: z.string().optional(), record: z.enum(citable).optional() }),
)

/** Opens what people wrote on a sheet; nothing is left of it once its case is destroyed. */
export async function openWords(
  { keys }: Pick<Ctx, 'keys'>,
  row: Stored & Place,
): Promise<SheetWords> {
  const { receipt, objection, answer } = row
  const words = { texts: texts.parse(JSON.parse(row.texts)), objection, answer }
  if (receipt === null || row.is_sealed === 0) return words
  return eachOf(words, (text, name) => openReviewWords(keys, receipt, placeOf(row, name), text))
}

/** Seals what people wrote on a sheet under its case, as it is stored (评查意见加密). */
export async function sealWords(
  { keys }: Pick<Ctx, 'keys'>,
  row: Place,
  words: SheetWords,
): Promise<Stored> {
  const { receipt } = row
  if (receipt === null) return { texts: '{}', objection: null, answer: null, is_sealed: 1 }
  const sealed = await eachOf(words, (text, name) =>
    sealReviewWords(keys, receipt, placeOf(row, name), text),
  )
  return { ...sealed, texts: JSON.stringify(sealed.texts), is_sealed: 1 }
}

/** Turns every text into another; which record a row cites is no text. */
async function eachOf(
  words: SheetWords,
  turn: (text: string, name: string) => Promise<string>,
): Promise<SheetWords> {
  const turned = async (text: string | null, name: string): Promise<string | null> =>
    text === null ? null : turn(text, name)
  const rows = await Promise.all(
    sheetCodes.flatMap((code) => {
      const row = words.texts[code]
      if (row === undefined) return []
      const { reason, record } = row
      const own = reason === undefined ? Promise.resolve({}) : turn(reason, code).then(asReason)
      return [own.then((text) => [code, { ...text, record }] as const)]
    }),
  )
  const [objection, answer] = await Promise.all([
    turned(words.objection, 'objection'),
    turned(words.answer, 'answer'),
  ])
  return { texts: Object.fromEntries(rows), objection, answer }
}

function asReason(reason: string): RowText {
  return { reason }
}

function placeOf({ review_id: review, n }: Place, name: string): string {
  return `${review}.${n}.${name}`
}
