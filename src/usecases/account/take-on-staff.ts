import { newStaff } from '../../domain/account/input.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { refuseField } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { commit } from '../../store/commit.ts'
import { addStaff, findStaff } from '../../store/tenant/account/staff.ts'
import type { AccountCtx } from './account-ctx.ts'
import { may, turnAway } from '../permissions.ts'
import { once } from '../recall.ts'
import { showStaff } from './list-staff.ts'
import type { StaffView } from './staff-view.ts'

/**
 * Takes on a member of staff (新增人员): nobody knows a password of the account, so that it opens nothing
 * before a link was used. Refuses a user name that is taken.
 */
export async function takeOnStaff(
  ctx: AccountCtx,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<StaffView>> {
  if (!may(ctx.actor, 'staff.manage')) return turnAway(ctx.actor)
  const input = parseInput(newStaff, raw)
  if (!input.ok) return input
  const { roles } = input.value
  const asked = { verb: 'staff.take-on', key: idempotencyKey, content: input.value }
  return once(ctx, asked, {
    again: (id) => showStaff(ctx, id),
    async make(remember) {
      const taken = refuseField('/username', { problem: 'taken' })
      if ((await findStaff(ctx.db, input.value.username)) !== null) return taken
      const id = ctx.newId()
      const outcome = await commit(ctx, {
        events: [{ kind: 'staff.created', entity: 'staff', entityId: id, seq: 1, data: { roles } }],
        statements: [
          addStaff(ctx.db, { id, ...input.value, password: '', active: true }),
          ...remember(id),
        ],
      })
      return outcome.ok ? showStaff(ctx, id) : taken
    },
  })
}
