import * as z from 'zod'
import type { Context } from 'hono'
import { checkInput } from '../../../../domain/catalog/check-input.ts'
import { isMatterKind, type MatterKind, matterKinds } from '../../../../domain/service/check-day.ts'
import { powerTypeKeys } from '../../../../domain/service/power-types.data.ts'
import { refuse, type Result } from '../../../../domain/shared/refusal.ts'
import { checkMatter } from '../../../../usecases/service/check-matter.ts'
import {
  type CheckedMatter,
  dueCheckQuery,
  listDueChecks,
  mostCounted,
  showMatterCheck,
} from '../../../../usecases/service/due-checks.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answer, linkNext } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readJson } from '../../read-body.ts'

const matter = z.object({
  kind: z.enum(matterKinds),
  id: z.string(),
  code: z.string(),
  name: z.string(),
  type: z.enum(powerTypeKeys),
  unit: z.string(),
  since: z.string(),
  state: z.enum(['overdue', 'soon', 'fine']),
  dueOn: z.string(),
  days: z.int(),
  provisional: z.boolean(),
  check: z.object({ number: z.int(), on: z.string(), note: z.string(), by: z.string() }).nullable(),
  mayCheck: z.boolean(),
})
const shown = { status: 200, description: '核对情况', schema: matter }
const missing = { status: 404, description: '清单上没有这项职权，或没有公布的办事指南' }

/** 到期核对: when powers and guides are to be looked through again, and that they were. */
export const deskPowerCheckOperations = [
  operation({
    method: 'GET',
    path: '/desk/power-checks',
    summary: `到期核对清单：已过和将到核对期限的职权或办事指南，最久没有确认的在前；件数数到 ${String(mostCounted)} 为止`,
    access: 'staff',
    query: dueCheckQuery,
    answers: [
      {
        status: 200,
        description: '到期核对清单；months 是核对周期',
        schema: z.object({
          kind: z.enum(matterKinds),
          on: z.string(),
          months: z.int(),
          counts: z.object({ overdue: z.int(), soon: z.int() }),
          items: z.array(matter),
          next: z.string().nullable(),
        }),
      },
    ],
    handle: async (c, query) => {
      const listed = await listDueChecks(c.var.ctx, query)
      if (listed.ok) linkNext(c, listed.value.next)
      return answer(c, listed)
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/power-checks/:kind/:power',
    summary: '一项职权（power）或一份办事指南（guide）的核对情况',
    access: 'staff',
    answers: [shown, missing],
    handle: async (c) =>
      answer(c, await asked(c, (kind, id) => showMatterCheck(c.var.ctx, kind, id))),
  }),
  operation({
    method: 'POST',
    path: '/desk/power-checks/:kind/:power',
    summary: '记录已核对：仍然准确；核对期限从今天起重新计算',
    access: 'staff',
    body: { schema: checkInput, mediaTypes: ['application/json'] },
    answers: [shown, missing, { status: 409, description: '别人先核对过' }],
    handle: async (c) => {
      const body = await readJson(c)
      if (!body.ok) return answer(c, body)
      return answer(c, await asked(c, (kind, id) => checkMatter(c.var.ctx, kind, id, body.value)))
    },
  }),
]

function asked(
  c: Context<AppEnv>,
  run: (kind: MatterKind, id: string) => Promise<Result<CheckedMatter>>,
): Promise<Result<CheckedMatter>> | Result<CheckedMatter> {
  const kind = c.req.param('kind') ?? ''
  return isMatterKind(kind) ? run(kind, c.req.param('power') ?? '') : refuse({ code: 'not-found' })
}
