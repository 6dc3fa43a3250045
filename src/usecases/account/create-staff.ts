import type { Result } from '../../domain/shared/refusal.ts'
import { ok } from '../../domain/shared/refusal.ts'
import { newStaff } from '../../domain/account/input.ts'
import { commit } from '../../store/commit.ts'
import { addStaff, findStaff } from '../../store/tenant/account/staff.ts'
import type { Ctx } from '../context.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { may, turnAway } from '../permissions.ts'
import { newPassword } from './new-password.ts'
import { hashPassword } from './password.ts'

const schema = newStaff.extend({ password: newPassword })

/**
 * Makes an account of the demonstration (演示账号) with its password: answers the id; a user name that
 * exists answers its id and changes nothing. Refuses `invalid`, `forbidden`.
 */
export async function createStaff(ctx: Ctx, raw: unknown): Promise<Result<{ id: string }>> {
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
