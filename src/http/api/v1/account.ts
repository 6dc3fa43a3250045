import type { Context } from 'hono'
import * as z from 'zod'
import { roles } from '../../../domain/shared/actor.ts'
import { changePassword, passwordChange } from '../../../usecases/account/change-password.ts'
import { endOtherSessions } from '../../../usecases/account/end-other-sessions.ts'
import { offerSecondFactor } from '../../../usecases/account/second-factor-offer.ts'
import { passwordSetting, setPassword } from '../../../usecases/account/set-password.ts'
import { showAccount } from '../../../usecases/account/show-account.ts'
import {
  factorRemoval,
  turnOffSecondFactor,
} from '../../../usecases/account/turn-off-second-factor.ts'
import {
  factorConfirmation,
  turnOnSecondFactor,
} from '../../../usecases/account/turn-on-second-factor.ts'
import type { AppEnv } from '../../app-env.ts'
import { answer } from '../answer.ts'
import { operation } from '../operation.ts'
import { readJson } from '../read-body.ts'
import { openedSchema } from './session-schema.ts'

const account = z.object({
  username: z.string(),
  name: z.string(),
  roles: z.array(z.enum(roles)),
  secondFactor: z.object({ on: z.boolean(), required: z.boolean() }),
  sessions: z.array(z.object({ since: z.string(), lastUsedAt: z.string(), current: z.boolean() })),
})
const shown = { status: 200, description: '我的账号和没有退出的登录', schema: account }
const wrong = { status: 400, description: '现在的密码不对，或者新密码不合要求' }
const tried = { status: 429, description: '尝试太多' }

/** 我的账号: one's own account, and the password that a link sets. */
export const accountOperations = [
  operation({
    method: 'GET',
    path: '/desk/account',
    summary: '我的账号：姓名、岗位、在哪些地方登录',
    access: 'staff',
    answers: [shown],
    handle: answerAccount,
  }),
  operation({
    method: 'POST',
    path: '/desk/account/password',
    summary: '修改自己的密码；其他登录全部退出，原令牌失效，换用答复里的新令牌',
    access: 'staff',
    body: { schema: passwordChange, mediaTypes: ['application/json'] },
    answers: [{ status: 200, description: '已修改', schema: openedSchema }, wrong, tried],
    handle: async (c) => {
      const body = await readJson(c)
      if (!body.ok) return answer(c, body)
      return answer(c, await changePassword(c.var.ctx, c.var.parts.tokens, body.value))
    },
  }),
  operation({
    method: 'DELETE',
    path: '/desk/account/sessions',
    summary: '退出自己的其他登录，只留这一个',
    access: 'staff',
    answers: [shown],
    handle: async (c) => {
      const done = await endOtherSessions(c.var.ctx)
      return done.ok ? answerAccount(c) : answer(c, done)
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/account/second-factor',
    summary:
      '取得待开通的动态口令密钥（TOTP，30 秒，6 位）；什么也没有改变，凭第一个口令确认才开通',
    access: 'staff',
    answers: [
      {
        status: 200,
        description: '密钥、otpauth 地址，和确认时交回的 offer（30 分钟内有效）',
        schema: z.object({ secret: z.string(), uri: z.string(), offer: z.string() }),
      },
      { status: 409, description: '已经开通' },
    ],
    handle: async (c) => answer(c, await offerSecondFactor(c.var.ctx)),
  }),
  operation({
    method: 'POST',
    path: '/desk/account/second-factor/confirmation',
    summary: '凭第一个口令开通动态口令；其他登录全部退出，换用答复里的新令牌',
    access: 'staff',
    body: { schema: factorConfirmation, mediaTypes: ['application/json'] },
    answers: [
      { status: 200, description: '已开通', schema: openedSchema },
      { status: 400, description: '口令不对，或者 offer 已经过期' },
    ],
    handle: async (c) => {
      const body = await readJson(c)
      if (!body.ok) return answer(c, body)
      return answer(c, await turnOnSecondFactor(c.var.ctx, c.var.parts.tokens, body.value))
    },
  }),
  operation({
    method: 'POST',
    path: '/desk/account/second-factor/removal',
    summary: '凭密码和一个口令关闭动态口令；其他登录全部退出，换用答复里的新令牌',
    access: 'staff',
    body: { schema: factorRemoval, mediaTypes: ['application/json'] },
    answers: [
      { status: 200, description: '已关闭', schema: openedSchema },
      { status: 400, description: '密码或者口令不对' },
      tried,
    ],
    handle: async (c) => {
      const body = await readJson(c)
      if (!body.ok) return answer(c, body)
      return answer(c, await turnOffSecondFactor(c.var.ctx, c.var.parts.tokens, body.value))
    },
  }),
  operation({
    method: 'POST',
    path: '/password',
    summary: '用设密码链接里的 link 参数设定密码；链接只能用一次，30 分钟内有效',
    access: 'public',
    body: { schema: passwordSetting, mediaTypes: ['application/json'] },
    answers: [
      { status: 204, description: '已设定，原有登录全部退出' },
      { status: 410, description: '链接用过、过期或者不存在' },
    ],
    handle: async (c) => {
      const body = await readJson(c)
      if (!body.ok) return answer(c, body)
      const done = await setPassword(c.var.ctx, body.value)
      return done.ok ? c.body(null, 204, { 'cache-control': 'no-store' }) : answer(c, done)
    },
  }),
]

async function answerAccount(c: Context<AppEnv>): Promise<Response> {
  return answer(c, await showAccount(c.var.ctx))
}
