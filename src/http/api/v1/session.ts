import { closeSession } from '../../../usecases/account/close-session.ts'
import { credentials, openSession } from '../../../usecases/account/open-session.ts'
import { answer } from '../answer.ts'
import { operation } from '../operation.ts'
import { readJson } from '../read-body.ts'
import { openedSchema } from './session-schema.ts'

/** 会话: staff log in and out. */
export const sessionOperations = [
  operation({
    method: 'POST',
    path: '/session',
    summary: '工作人员登录，得到令牌',
    access: 'public',
    body: { schema: credentials, mediaTypes: ['application/json'] },
    answers: [
      { status: 200, description: '已登录', schema: openedSchema },
      { status: 401, description: '用户名或密码不对' },
      { status: 429, description: '尝试太多' },
    ],
    handle: async (c) => {
      const body = await readJson(c)
      if (!body.ok) return answer(c, body)
      const { ctx, parts, clientKey } = c.var
      return answer(c, await openSession(ctx, parts.tokens, body.value, clientKey))
    },
  }),
  operation({
    method: 'DELETE',
    path: '/session',
    summary: '退出登录，令牌立即失效',
    access: 'staff',
    answers: [{ status: 204, description: '已退出' }],
    handle: async (c) => {
      const closed = await closeSession(c.var.ctx)
      return closed.ok ? c.body(null, 204, { 'cache-control': 'no-store' }) : answer(c, closed)
    },
  }),
]
