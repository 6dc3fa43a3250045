import * as z from 'zod'
import { type OutcomeKey, outcomeKeys } from '../../shared/report-keys.data.ts'
import type { FieldError } from '../../shared/refusal.ts'
import { optional } from '../form-fields.ts'
import { answers, type AnswerRow } from './answers.data.ts'

/** Grounds on which a part may be withheld (不予公开部分的理由): 条例第14—16条. */
export const withheldGrounds: readonly OutcomeKey[] = outcomeKeys.filter(
  (key) => key.startsWith('denied.') && key !== 'denied.adminInquiry',
)

const part = optional(4000)
const ground = z.enum(withheldGrounds).optional()
const article = optional(500)

/** Which part is withheld, why and by which article (区分处理, 条例第37条): one part and up to three more. */
export const withheldFields = {
  withheld: part,
  withheldGround: ground,
  article,
  withheld2: part,
  withheldGround2: ground,
  article2: article,
  withheld3: part,
  withheldGround3: ground,
  article3: article,
  withheld4: part,
  withheldGround4: ground,
  article4: article,
} as const

/** Endings of the names of the parts: '' for the first. */
export const partEndings = ['', '2', '3', '4'] as const
type Ending = (typeof partEndings)[number]

/** What was stated of the withheld parts. */
export type WithheldFacts = {
  [K in keyof typeof withheldFields]?: z.output<(typeof withheldFields)[K]> | undefined
}

/** A part that is withheld, with its own ground. */
export type WithheldPart = { what: string; ground: OutcomeKey; article: string | undefined }

/** The withheld parts that are stated in full (不予公开的各部分), in their order. */
export function withheldParts(facts: WithheldFacts): WithheldPart[] {
  return partEndings.flatMap((ending) => {
    const { what, ground: why, article: named } = stated(facts, ending)
    return what === undefined || why === undefined ? [] : [{ what, ground: why, article: named }]
  })
}

/** What a further part lacks (缺少的理由): a part needs its ground, some grounds their article. */
export function checkFurtherParts(facts: WithheldFacts): FieldError[] {
  return partEndings.flatMap((ending): FieldError[] => {
    if (ending === '') return []
    const { what, ground: why, article: named } = stated(facts, ending)
    if (what === undefined && why === undefined && named === undefined) return []
    const missing = [
      ...(what === undefined ? [`/withheld${ending}`] : []),
      ...(why === undefined ? [`/withheldGround${ending}`] : []),
      ...(named === undefined && groundRow(why)?.needs.includes('article') === true
        ? [`/article${ending}`]
        : []),
    ]
    return missing.map((pointer) => ({ pointer, problem: 'required' }))
  })
}

/** The answer by which a whole request would be refused on a ground, or null without one. */
export function groundRow(why: OutcomeKey | undefined): AnswerRow | null {
  return answers.find(({ outcome }) => outcome === why) ?? null
}

function stated(
  facts: WithheldFacts,
  ending: Ending,
): { what: string | undefined; ground: OutcomeKey | undefined; article: string | undefined } {
  return {
    what: facts[`withheld${ending}`],
    ground: facts[`withheldGround${ending}`],
    article: facts[`article${ending}`],
  }
}
