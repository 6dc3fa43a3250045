import * as z from 'zod'
import { roles, type Role } from '../../domain/shared/actor.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok } from '../../domain/shared/refusal.ts'
import { commit } from '../../store/commit.ts'
import { addStaff, findStaff } from '../../store/tenant/staff.ts'
import type { Ctx } from '../context.ts'
import { fails, parseInput } from '../../domain/shared/validate/parse.ts'
import { may, turnAway } from '../permissions.ts'
import { newPassword } from './new-password.ts'
import { hashPassword } from './password.ts'
import { tidyUsername } from './username.ts'

/** What is needed to take on a member of staff. */
export type NewStaff = { username: string; name: string; roles: readonly Role[]; password: string }

const schema: z.ZodType<NewStaff> = z.strictObject({
  username: z
    .string()
    .max(64)
    .transform(tidyUsername)
    .refine(
      (text) => /^[\p{L}\p{N}][\p{L}\p{N}._-]+$/u.test(text),
      fails({ problem: 'wrong-type', expected: 'username' }),
    ),
  name: z
    .string()
    .min(1)
    .max(64)
    .refine((text) => text.isWellFormed(), fails({ problem: 'text-unsafe' })),
  roles: z.array(z.enum(roles)).min(1).max(roles.length),
  password: newPassword,
})

/**
 * Takes on a member of staff (建立账号): answers the id; a user name that exists answers its id
 * and changes nothing. Refuses `invalid`, `forbidden`.
 */
export async function createStaff(ctx: Ctx, raw: NewStaff): Promise<Result<{ id: string }>> {
  if (!may(ctx.actor, 'staff.create')) return turnAway(ctx.actor)
  const parsed = parseInput(schema, raw)
  if (!parsed.ok) return parsed
  const { username, name, roles: held, password } = parsed.value
  const known = await findStaff(ctx.db, username)
  if (known !== null) return ok({ id: known.id })
  const id = ctx.newId()
  const hash = await hashPassword(ctx.keys, password)
  const outcome = await commit(ctx, {
    events: [
      { kind: 'staff.created', entity: 'staff', entityId: id, seq: 1, data: { roles: held } },
    ],
    statements: [
      addStaff(ctx.db, { id, username, name, roles: held, password: hash, active: true }),
    ],
  })
  if (outcome.ok) return ok({ id })
  const faster = await findStaff(ctx.db, username)
  if (faster === null) throw new Error(`staff was not written: ${outcome.conflict}`)
  return ok({ id: faster.id })
}
