import * as z from 'zod'
import { neededText, safeText } from '../document/safe-text.ts'
import { countField, dateField } from '../shared/validate/fields.ts'
import { reviewChecks } from './review.ts'
import type { ItemAction } from './states.ts'

/** The version that the actor saw; another one means that somebody was faster. */
const version = countField(1, Number.MAX_SAFE_INTEGER).optional()
const reason = neededText(1000)
const otherItem = z.string().min(1).max(64)
const instant = z.iso.datetime({ offset: true })

/** What staff state with each step of an item (各步骤的填报项); `edit` has a call of its own, nobody takes `lapse`. */
export const itemStepInputs = {
  submit: z.strictObject({ version }),
  recall: z.strictObject({ version }),
  discard: z.strictObject({ version }),
  approve: z.strictObject({
    opinion: safeText(2000).optional(),
    checks: z.array(z.enum(reviewChecks)).max(reviewChecks.length).optional(),
    /** why findings of personal data do not stand in the way */
    override: z.strictObject({ reason }).optional(),
    version,
  }),
  return: z.strictObject({ opinion: reason, version }),
  publish: z.strictObject({
    /** an earlier day of publication than today, with its reason */
    publishedOn: dateField.optional(),
    backdateReason: reason.optional(),
    /** keeps earlier editions from the public */
    hideEarlier: z.boolean().optional(),
    version,
  }),
  schedule: z.strictObject({ publishAt: instant, version }),
  unschedule: z.strictObject({ version }),
  hold: z.strictObject({ version }),
  reassess: z.strictObject({ conclusion: reason, version }),
  withdraw: z.strictObject({ reason, version }),
  replace: z.strictObject({ by: otherItem, reason, version }),
  merge: z.strictObject({ into: otherItem, reason: reason.optional(), version }),
  repeal: z.strictObject({
    reason,
    repealedOn: dateField.optional(),
    by: otherItem.optional(),
    version,
  }),
  remove: z.strictObject({ reason, version }),
} as const satisfies Record<Exclude<ItemAction, 'edit' | 'lapse'>, z.ZodType>

/** A step with a call of its own under `/actions/`. */
export type ItemStep = keyof typeof itemStepInputs

/** Tells a step from other words. */
export function isItemStep(word: string): word is ItemStep {
  return Object.hasOwn(itemStepInputs, word)
}
