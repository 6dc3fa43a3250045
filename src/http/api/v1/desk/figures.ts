import * as z from 'zod'
import type { Context } from 'hono'
import { ok, type Result } from '../../../../domain/shared/refusal.ts'
import { figureText } from '../../../../domain/statistics/manual.ts'
import { toRfc3339 } from '../../../../domain/time/instant.ts'
import { attestFigures, attestInput } from '../../../../usecases/statistics/attest-figures.ts'
import {
  listManualFigures,
  type ManualFigures,
} from '../../../../usecases/statistics/list-manual-figures.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answer } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readJson } from '../../read-body.ts'
import { pageOfWhole, wholeListQuery } from '../../whole-list.ts'

const figuresSchema = z.object({
  period: z.string(),
  items: z.array(
    z.object({
      indicator: z.string(),
      name: z.string(),
      unit: z.string(),
      law: z.string(),
      state: z.enum(['unreported', 'value', 'notApplicable']),
      value: z.string().nullable(),
      version: z.int(),
      versions: z.array(
        z.object({
          value: z.string().nullable(),
          by: z.string().nullable(),
          at: z.string(),
          reason: z.string().nullable(),
        }),
      ),
    }),
  ),
  next: z.string().nullable(),
})

const shown = { status: 200, description: '填报情况', schema: figuresSchema }

/** 人工填报: figures that no record gives, attested by a named person. */
export const deskFigureOperations = [
  operation({
    method: 'GET',
    path: '/desk/figures',
    summary: '一个年份或者月份需要人工填报的数字；不给时期时为上一年',
    access: 'staff',
    query: { period: z.string().max(10).optional(), ...wholeListQuery },
    answers: [shown, { status: 400, description: '没有这个时期' }],
    handle: async (c, { limit, cursor, ...query }) => {
      const figures = figuresOf(await listManualFigures(c.var.ctx, query))
      return answer(c, pageOfWhole(c, figures, { limit, cursor }))
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/figures/:period',
    summary: '报送或者更正人工填报的数字；value 为 null 表示不适用，更正要写原因',
    access: 'staff',
    body: { schema: attestInput, mediaTypes: ['application/json'] },
    answers: [
      shown,
      { status: 400, description: '数字不对，或者时期没有到最后一个月' },
      { status: 409, description: '别人已经报送' },
    ],
    handle: async (c) => {
      const body = await readJson(c)
      if (!body.ok) return answer(c, body)
      const period = c.req.param('period') ?? ''
      return answerFigures(c, await attestFigures(c.var.ctx, period, body.value))
    },
  }),
]

function answerFigures(c: Context<AppEnv>, result: Result<ManualFigures>): Response {
  return answer(c, pageOfWhole(c, figuresOf(result), {}))
}

function figuresOf(
  result: Result<ManualFigures>,
): Result<Omit<z.output<typeof figuresSchema>, 'next'>> {
  if (!result.ok) return result
  const { period, items } = result.value
  return ok({
    period: period.key,
    items: items.map(({ indicator, state, value, version, versions }) => ({
      indicator: indicator.code,
      name: indicator.name,
      unit: indicator.unit,
      law: indicator.law,
      state,
      value: value === null ? null : figureText(value, indicator),
      version,
      versions: versions.map((one) => ({
        ...one,
        value: one.value === null ? null : figureText(one.value, indicator),
        at: toRfc3339(one.at),
      })),
    })),
  })
}
