import * as z from 'zod'
import { neededText, safeLine, safeText } from '../document/safe-text.ts'
import { countField, dateField } from '../shared/validate/fields.ts'

/** Cards of an institution (机构信息): leaders with their division of work, offices within. */
export const cardKinds = ['leader', 'office'] as const

const duties = neededText(2000)

const common = {
  /** 姓名, or the name of the office */ name: safeLine(60),
  /** 排序 */ place: countField(0, 999),
  fromOn: dateField,
  /** last day; a card that has ended stays on record */ toOn: dateField.optional(),
  /** number of changes that the officer saw */ seen: countField(0, 1_000_000).optional(),
}

/** What a card says, by kind: 领导分工 (职务, 分工, 分管单位) and 内设机构 (职责, 负责人, 电话, 地址). */
export const cardInput = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('leader'),
      ...common,
      post: safeLine(100),
      duties,
      units: safeText(500).optional(),
    }),
    z.strictObject({
      kind: z.literal('office'),
      ...common,
      duties,
      head: safeLine(60).optional(),
      telephone: safeLine(60).optional(),
      address: safeLine(200).optional(),
    }),
  ])
  .superRefine(({ fromOn, toOn }, ctx) => {
    if (toOn === undefined || toOn >= fromOn) return
    ctx.issues.push({
      code: 'custom',
      input: toOn,
      path: ['toOn'],
      params: { problem: { problem: 'before', other: '/fromOn' } },
    })
  })

/** What stands on a card beside name and dates. */
export const cardFields = z.object({
  post: z.string().optional(),
  duties: z.string(),
  units: z.string().optional(),
  head: z.string().optional(),
  telephone: z.string().optional(),
  address: z.string().optional(),
})
