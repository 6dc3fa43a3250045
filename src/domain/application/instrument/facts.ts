import * as z from 'zod'
import type { FieldError } from '../../shared/refusal.ts'
import type { OutcomeKey } from '../../shared/report-keys.data.ts'
import { dateField } from '../../shared/validate/fields.ts'
import type { LocalDate } from '../../time/local-date.ts'
import { optional } from '../form-fields.ts'
import { type AnswerRow, answers, type FactName, type Variant, variants } from './answers.data.ts'
import { disclosing } from '../release.ts'
import { clauseText, instrumentClauses } from './clauses.data.ts'
import { checkFurtherParts, groundRow, type WithheldFacts, withheldFields } from './withheld.ts'

const line = optional(500)
const words = optional(4000)

/** The facts of an answer as the steps 拟答复 and 当场答复 take them. */
export const factFields = {
  variant: z.enum(variants).optional(),
  where: line,
  ...withheldFields,
  governingLaw: line,
  searchedIn: words,
  searchedBy: line,
  searchedOn: dateField.optional(),
  rightAgency: line,
  earlier: line,
} as const

const stated = z.object(factFields)

/** What was stated with an answer (答复所附事实). */
export type Facts = {
  variant?: Variant | undefined
  searchedOn?: LocalDate | undefined
} & WithheldFacts &
  Partial<Record<Exclude<FactName, keyof WithheldFacts | 'searchedOn'>, string | undefined>>

/** Takes the facts out of what a step was given or a case keeps; anything else in their place is a bug. */
export function parseFacts(from: unknown): Facts {
  return stated.parse(from)
}

/** The answer that an outcome and its variant mean, or null when they do not go together. */
export function answerOf(outcome: OutcomeKey, variant: Variant | undefined): AnswerRow | null {
  return (
    answers.find((row) => {
      if (row.outcome !== outcome) return false
      return variant === undefined || row.variant === variant
    }) ?? null
  )
}

/** The facts that an answer needs (必填事实): those of its row, and those of the ground of a withheld part. */
export function neededFacts(row: AnswerRow, facts: Facts): FactName[] {
  const ground = groundRow(facts.withheldGround)
  return row.kind === 'partial' && ground !== null
    ? [...row.needs, ...ground.needs]
    : [...row.needs]
}

/**
 * The results in whose answer something may be stated (填报范围): where its instrument needs or names it,
 * and for a part that is withheld, its
 * ground; against a third party who refuses (条例第32条), where anything is disclosed. Null for what any answer may state.
 */
export function outcomesStating(name: string): OutcomeKey[] | null {
  if (name === 'publicInterest') return [...disclosing]
  const stating = answers.filter((row) => isStated(row, name)).map(({ outcome }) => outcome)
  return stating.length === 0 ? null : [...new Set(stating)]
}

function isStated(row: AnswerRow, name: string): boolean {
  if (name === 'variant') return row.variant !== null
  if (row.kind === 'partial' && name in withheldFields) return true
  return (
    row.needs.some((needed) => needed === name) ||
    instrumentClauses[row.kind].some((clause) =>
      clauseText(clause, 'law-2019').includes(`{${name}}`),
    )
  )
}

/**
 * Says what an answer lacks (缺少的事实): a variant of another outcome, a fact that its instrument
 * needs, a search in the future.
 */
export function checkFacts(outcome: OutcomeKey, facts: Facts, today: LocalDate): FieldError[] {
  const row = answerOf(outcome, facts.variant)
  if (row === null) {
    const allowed = answers.flatMap((one) =>
      one.outcome === outcome && one.variant !== null ? [one.variant] : [],
    )
    return [{ pointer: '/variant', problem: 'not-listed', allowed }]
  }
  const missing = neededFacts(row, facts)
    .filter((name) => facts[name] === undefined)
    .map((name): FieldError => ({ pointer: `/${name}`, problem: 'required' }))
  const further = row.kind === 'partial' ? checkFurtherParts(facts) : []
  const isAhead = facts.searchedOn !== undefined && facts.searchedOn > today
  return isAhead
    ? [...missing, ...further, { pointer: '/searchedOn', problem: 'in-future' }]
    : [...missing, ...further]
}
