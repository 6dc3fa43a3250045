import * as z from 'zod'
import { roles } from '../../../domain/shared/actor.ts'

/** A session that was opened (登录结果): the token to send, until when, and who it is. */
export const openedSchema = z.object({
  token: z.string(),
  expiresAt: z.string(),
  actor: z.object({ id: z.string(), name: z.string(), roles: z.array(z.enum(roles)) }),
})
