import * as z from 'zod'
import { neededText, safeLine, safeText } from '../document/safe-text.ts'
import { countField } from '../shared/validate/fields.ts'
import { addProblem } from '../shared/validate/parse.ts'
import { checkPhone } from '../shared/validate/phone.ts'
import { toAscii } from '../shared/validate/checked.ts'
import { changeKindKeys, effectOf } from './change-kinds.data.ts'
import { powerTypeKeys } from './power-types.data.ts'

/** Most matters that one change concerns. */
export const maxEntries = 1000
/** Most articles that a power rests on. */
export const maxBasis = 30
/** Most working days of a limit. */
export const maxDays = 1000

const version = countField(1, Number.MAX_SAFE_INTEGER).optional()
const basis = z.array(safeLine(500)).min(1).max(maxBasis)

const code = z.string().transform((text, ctx): string => {
  const checked = toAscii(text, 100)
  if (/^[0-9A-Za-z][0-9A-Za-z.-]{0,79}$/.test(checked)) return checked
  addProblem(ctx, text, { problem: 'ill-formed', what: 'power-code' })
  return z.NEVER
})

const texts = {
  code,
  name: safeLine(300),
  type: z.enum(powerTypeKeys),
  unit: safeLine(100),
  basis,
}

/**
 * One matter of a change (调整事项): `power` is the code of the matter on the list now; what opens or
 * rewrites one states it in full, a merger names the code it goes into, a handing down who takes it.
 */
export const changeEntry = z
  .strictObject({
    kind: z.enum(changeKindKeys),
    power: code.optional(),
    code: texts.code.optional(),
    name: texts.name.optional(),
    type: texts.type.optional(),
    unit: texts.unit.optional(),
    basis: texts.basis.optional(),
    into: code.optional(),
    takenBy: safeLine(200).optional(),
  })
  .superRefine((entry, ctx) => {
    const effect = effectOf(entry.kind)
    const needed = [
      ...(effect === 'opens' ? [] : (['power'] as const)),
      ...(effect === 'closes' ? [] : (['code', 'name', 'type', 'unit', 'basis'] as const)),
      ...(entry.kind === 'merged' ? (['into'] as const) : []),
      ...(entry.kind === 'handed-down' ? (['takenBy'] as const) : []),
    ]
    for (const field of needed) {
      if (entry[field] !== undefined) continue
      ctx.issues.push({
        code: 'custom',
        input: undefined,
        path: [field],
        params: { problem: { problem: 'required' } },
      })
    }
  })

/** One matter of a change, as an officer states it. */
export type ChangeEntry = z.output<typeof changeEntry>

const change = {
  reason: neededText(1000),
  basis: neededText(1000),
  entries: z.array(changeEntry).min(1).max(maxEntries),
}

/** What a unit proposes (职权调整): why, on what ground, and which matters. */
export const changeDraft = z.strictObject(change)

/** The same when a draft is written again, with the version that the officer saw. */
export const changeEdit = z.strictObject({ ...change, version })

/** What an officer states with each step of a change (各步骤的填报项). */
export const changeStepInputs = {
  propose: z.strictObject({ version }),
  check: z.strictObject({ opinion: neededText(1000), version }),
  return: z.strictObject({ opinion: neededText(1000), version }),
  approve: z.strictObject({ version }),
  drop: z.strictObject({ version }),
} as const

const phone = z
  .string()
  .max(60)
  .transform((text, ctx): string => {
    const short = toAscii(text, 60)
    // Hotlines of the government (12345 and its like), perhaps with an area code.
    if (/^(?:0\d{2,3}-)?1\d{4}$/.test(short)) return short
    const checked = checkPhone(text)
    if (checked.ok) return checked.value
    addProblem(ctx, text, checked.problem)
    return z.NEVER
  })

/**
 * The text of a service guide (办事指南): every block may be lacking and is then told as lacking;
 * days are working days, 0 is done at once (即办).
 */
export const guideText = z
  .strictObject({
    conditions: safeText(5000).optional(),
    procedure: safeText(5000).optional(),
    statutoryDays: countField(0, maxDays).optional(),
    promisedDays: countField(0, maxDays).optional(),
    materials: z.array(safeLine(300)).max(60).optional(),
    fee: z.enum(['free', 'charged']).optional(),
    feeNote: safeText(1000).optional(),
    outcome: safeText(500).optional(),
    window: safeText(300).optional(),
    hours: safeText(200).optional(),
    phone: phone.optional(),
    supervisionPhone: phone.optional(),
  })
  .superRefine((guide, ctx) => {
    const { statutoryDays, promisedDays, fee, feeNote } = guide
    const report = (field: string, problem: object): void => {
      ctx.issues.push({ code: 'custom', input: guide, path: [field], params: { problem } })
    }
    if (statutoryDays !== undefined && promisedDays !== undefined && promisedDays > statutoryDays) {
      report('promisedDays', { problem: 'above', other: '/statutoryDays' })
    }
    if (fee === 'charged' && (feeNote ?? '').trim() === '') {
      report('feeNote', { problem: 'required' })
    }
  })

/** The text of a guide, as it is kept. */
export type GuideText = z.output<typeof guideText>

/** A guide as an officer writes it, with the version that was seen, 0 before the first. */
export const guideEdit = z.strictObject({
  guide: guideText,
  version: countField(0, Number.MAX_SAFE_INTEGER).optional(),
})

/** What an officer states with each step of a guide. */
export const guideStepInputs = {
  submit: z.strictObject({ version }),
  return: z.strictObject({ opinion: neededText(1000), version }),
  publish: z.strictObject({ version }),
} as const
