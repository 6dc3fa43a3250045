import * as z from 'zod'
import { ok } from '../../../domain/shared/refusal.ts'
import {
  indicatorsQuery,
  type IndicatorsView,
  showIndicators,
} from '../../../usecases/statistics/show-indicators.ts'
import { answerPublic } from '../answer.ts'
import { operation } from '../operation.ts'

const state = z.enum(['value', 'unreported', 'notApplicable', 'noBase'])
const counts = z.record(z.string(), z.int())
const coverage = z.object({ reporting: z.int(), of: z.int(), missing: z.array(z.string()) })

const indicatorsSchema = z.object({
  period: z.string(),
  scope: z.enum(['own', 'subtree']),
  asOf: z.string().nullable(),
  items: z.array(
    z.object({
      pack: z.string(),
      code: z.string(),
      name: z.string(),
      unit: z.string(),
      formula: z.string(),
      state,
      value: z.number().nullable(),
      numerator: z.int().nullable(),
      denominator: z.int().nullable(),
      coverage,
    }),
  ),
  publication: z.object({ columns: counts, themes: counts, channels: counts }),
})

/** 指标: figures with their definition, each with its coverage. */
export const indicatorOperations = [
  operation({
    method: 'GET',
    path: '/indicators',
    summary: '一个时期的统计指标：名称、单位、口径、数值和报送覆盖；未报送、零、不适用分开表示',
    access: 'public',
    query: indicatorsQuery,
    answers: [{ status: 200, description: '指标', schema: indicatorsSchema }],
    handle: async (c, query) => {
      const { ctx, region } = c.var
      const shown = await showIndicators({ ...ctx, actor: { type: 'public' } }, region, query)
      return answerPublic(c, shown.ok ? ok(bodyOf(shown.value)) : shown)
    },
  }),
]

function bodyOf(view: IndicatorsView): z.output<typeof indicatorsSchema> {
  const { period, scope, asOf, items, publication } = view
  return {
    period: period.key,
    scope,
    asOf,
    items: items.map(({ indicator: { pack, code, name, unit, formula }, value, coverage: of }) => ({
      pack,
      code,
      name,
      unit,
      formula,
      state: value.state,
      value: value.state === 'value' ? value.value : null,
      numerator: ('numerator' in value ? value.numerator : null) ?? null,
      denominator: ('denominator' in value ? value.denominator : null) ?? null,
      coverage: { ...of, missing: [...of.missing] },
    })),
    publication,
  }
}
