import type { Context } from 'hono'
import * as z from 'zod'
import { newStaff, rolesStep } from '../../../../domain/account/input.ts'
import { type StaffAction, staffActions } from '../../../../domain/account/lifecycle.ts'
import { roles } from '../../../../domain/shared/actor.ts'
import { ok, refuse, type Result } from '../../../../domain/shared/refusal.ts'
import { actOnStaff } from '../../../../usecases/account/act-on-staff.ts'
import { listStaff, showStaff } from '../../../../usecases/account/list-staff.ts'
import { makePasswordLink } from '../../../../usecases/account/make-password-link.ts'
import { takeOnStaff } from '../../../../usecases/account/take-on-staff.ts'
import type { AppEnv } from '../../../app-env.ts'
import { passwordLinkUrl } from '../../../password-link-url.ts'
import { answer } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readStepBody } from '../../read-body.ts'
import { readCreation } from '../../read-creation.ts'
import { pageOfWhole, wholeListQuery } from '../../whole-list.ts'

type C = Context<AppEnv>
type Link = { url: string; expiresAt: string }

const person = z.object({
  id: z.string(),
  version: z.int(),
  username: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  state: z.enum(['active', 'inactive']),
  hasPassword: z.boolean(),
  hasFactor: z.boolean(),
  actions: z.array(z.enum(staffActions)),
})
const stepped = person.extend({
  link: z.object({ url: z.string(), expiresAt: z.string() }).nullable(),
})
const stepBody = rolesStep.partial()
const missing = { status: 404, description: '没有这个人' }

/** 人员: the accounts of the agency, for those who administer the system. */
export const deskStaffOperations = [
  operation({
    method: 'GET',
    path: '/desk/staff',
    summary: '人员名册，停用的在后',
    access: 'staff',
    query: wholeListQuery,
    answers: [
      {
        status: 200,
        description: '名册',
        schema: z.object({ items: z.array(person), next: z.string().nullable() }),
      },
    ],
    handle: async (c, query) => {
      const people = await listStaff(c.var.ctx)
      return answer(c, pageOfWhole(c, people.ok ? ok({ items: people.value }) : people, query))
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/staff',
    summary: '新增人员；账号没有初始密码，用 make-link 生成设密码链接交给本人',
    access: 'staff',
    body: { schema: newStaff, mediaTypes: ['application/json'] },
    answers: [{ status: 201, description: '已新增', schema: person }],
    handle: async (c) => {
      const read = await readCreation(c)
      if (!read.ok) return answer(c, read)
      return answer(c, await takeOnStaff(c.var.ctx, read.value.raw, read.value.key), 201)
    },
  }),
  operation({
    method: 'GET',
    path: '/desk/staff/:staff',
    summary: '一个人的账号和可以办理的步骤',
    access: 'staff',
    answers: [{ status: 200, description: '账号', schema: person }, missing],
    handle: async (c) => answer(c, await showStaff(c.var.ctx, idOf(c))),
  }),
  operation({
    method: 'POST',
    path: '/desk/staff/:staff/actions/:action',
    summary:
      '办理一步：change-roles 调整岗位（roles 必填），make-link 生成设密码链接（link 只在这一次给出），drop-factor 解除动态口令，deactivate 停用，activate 恢复；从本人下一次请求起生效',
    access: 'staff',
    body: { schema: stepBody, mediaTypes: ['application/json'] },
    answers: [
      { status: 200, description: '账号的新情况', schema: stepped },
      missing,
      { status: 409, description: '别人办过、这一步未开放，或者这是最后一名系统管理员' },
    ],
    handle: async (c) => {
      const body = await readStepBody(c)
      if (!body.ok) return answer(c, body)
      const action = staffActions.find((one) => one === c.req.param('action'))
      if (action === undefined) return answer(c, refuse({ code: 'not-found' }))
      const done = await act(c, action, body.value)
      if (!done.ok) return answer(c, done)
      const now = await showStaff(c.var.ctx, idOf(c))
      return answer(c, now.ok ? ok({ ...now.value, link: done.value }) : now)
    },
  }),
]

async function act(c: C, action: StaffAction, raw: unknown): Promise<Result<Link | null>> {
  const { ctx, site } = c.var
  if (action !== 'make-link') return actOnStaff(ctx, idOf(c), action, raw)
  const made = await makePasswordLink(ctx, idOf(c), raw)
  if (!made.ok) return made
  const { secret, expiresAt } = made.value
  return ok({ url: passwordLinkUrl(site, secret), expiresAt })
}

function idOf(c: C): string {
  return c.req.param('staff') ?? ''
}
