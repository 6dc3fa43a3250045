import * as z from 'zod'
import type { Context } from 'hono'
import { ok } from '../../../domain/shared/refusal.ts'
import { type Opens, opensOf } from '../../../domain/statistics/indicator/opened.ts'
import {
  indicatorsQuery,
  type IndicatorsView,
  showIndicators,
} from '../../../usecases/statistics/show-indicators.ts'
import type { AppEnv } from '../../app-env.ts'
import { publicFigure } from '../../public-figure.ts'
import { roundingOf } from '../../ui/words/looking.ts'
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
      rounding: z.string().nullable(),
      opens: z.object({
        value: z.url().nullable(),
        numerator: z.url().nullable(),
        denominator: z.url().nullable(),
      }),
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
    summary:
      '一个时期的统计指标：名称、单位、口径、舍入、数值和报送覆盖；opens 是数字的来源，比率的分子、分母各有一个；未报送、零、不适用分开表示',
    access: 'public',
    query: indicatorsQuery,
    answers: [{ status: 200, description: '指标', schema: indicatorsSchema }],
    handle: async (c, query) => {
      const { ctx, region } = c.var
      const shown = await showIndicators({ ...ctx, actor: { type: 'public' } }, region, query)
      return answerPublic(c, shown.ok ? ok(bodyOf(c, shown.value)) : shown)
    },
  }),
]

function bodyOf(c: Context<AppEnv>, view: IndicatorsView): z.output<typeof indicatorsSchema> {
  const { period, scope, asOf, items, publication } = view
  const { site, parts } = c.var
  const hrefOf = (figure: string | null): string | null =>
    figure === null
      ? null
      : publicFigure(parts.resolver.originOf(site.agency), figure, period.key, scope)
  return {
    period: period.key,
    scope,
    asOf,
    items: items.map(({ indicator, value, coverage: of }) => ({
      pack: indicator.pack,
      code: indicator.code,
      name: indicator.name,
      unit: indicator.unit,
      formula: indicator.formula,
      state: value.state,
      value: value.state === 'value' ? value.value : null,
      numerator: ('numerator' in value ? value.numerator : null) ?? null,
      denominator: ('denominator' in value ? value.denominator : null) ?? null,
      rounding: roundingOf(indicator),
      opens: mapOpens(opensOf(indicator), hrefOf),
      coverage: { ...of, missing: [...of.missing] },
    })),
    publication,
  }
}

function mapOpens(
  { value, numerator, denominator }: Opens,
  hrefOf: (figure: string | null) => string | null,
): Record<keyof Opens, string | null> {
  return {
    value: hrefOf(value),
    numerator: hrefOf(numerator),
    denominator: hrefOf(denominator),
  }
}
