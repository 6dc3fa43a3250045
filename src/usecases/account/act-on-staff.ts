import { rolesStep, staffStep } from '../../domain/account/input.ts'
import { losesAdmin } from '../../domain/account/last-admin.ts'
import {
  type StaffAction,
  staffLifecycle,
  type StaffState,
} from '../../domain/account/lifecycle.ts'
import type { Role } from '../../domain/shared/actor.ts'
import type { Fact, NewEvent } from '../../domain/shared/journal.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import type { Statement } from '../../store/statement.ts'
import { removePasswordLink } from '../../store/tenant/account/password-link.ts'
import { findSecondFactor, removeSecondFactor } from '../../store/tenant/account/second-factor.ts'
import { removeSessionsOf } from '../../store/tenant/account/session.ts'
import {
  type Admins,
  findStaffById,
  selectAdmins,
  type StaffRow,
  updateStaff,
} from '../../store/tenant/account/staff.ts'
import { openStep } from '../open-step.ts'
import type { AccountCtx } from './account-ctx.ts'
import { may, turnAway } from '../permissions.ts'
import { isOwn, rolesOf, stateOf } from './staff-view.ts'

/** The steps that change who may do what; a link is made apart, because it answers a secret. */
export type StaffStep = Exclude<StaffAction, 'make-link'>

type Change = {
  fact: Fact
  set: { roles?: readonly Role[]; active?: boolean }
  statements: readonly Statement[]
}
type Input = { version?: number | undefined; roles?: readonly Role[] | undefined }

const steps: Record<StaffStep, (id: string, input: Input) => Change> = {
  'change-roles': (_, { roles = [] }) => ({
    fact: { kind: 'staff.roles-changed', data: { roles } },
    set: { roles },
    statements: [],
  }),
  'drop-factor': (id) => ({
    fact: { kind: 'staff.factor-off', data: {} },
    set: {},
    statements: [removeSecondFactor(id), removeSessionsOf(id)],
  }),
  deactivate: (id) => ({
    fact: { kind: 'staff.deactivated', data: {} },
    set: { active: false },
    statements: [removeSessionsOf(id), removePasswordLink(id)],
  }),
  activate: () => ({
    fact: { kind: 'staff.activated', data: {} },
    set: { active: true },
    statements: [],
  }),
}

/**
 * Takes a step on an account (调整岗位、解除动态口令、停用、恢复), in force from the person's next request on. Refuses
 * `last-admin` to whatever would leave nobody to administer the system.
 */
export async function actOnStaff(
  ctx: AccountCtx,
  id: string,
  action: StaffStep,
  raw: unknown,
): Promise<Result<null>> {
  if (!may(ctx.actor, 'staff.manage')) return turnAway(ctx.actor)
  const row = await findStaffById(ctx.db, id)
  if (row === null) return refuse({ code: 'not-found' })
  const input = parseInput<Input>(action === 'change-roles' ? rolesStep : staffStep, raw)
  if (!input.ok) return input
  const subject = { state: stateOf(row), version: row.version }
  const { version: seen } = input.value
  const open = openStep<StaffState, StaffAction>(
    staffLifecycle,
    subject,
    action,
    rolesOf(ctx.actor),
    seen,
  )
  if (!open.ok) return open
  if (action === 'drop-factor' && !(await mayDropFactor(ctx, id))) {
    return refuse({ code: 'step-not-open', state: subject.state, action })
  }
  const { fact, set, statements } = steps[action](id, input.value)
  const leaving = await leavingAdmin(ctx, row, { ...row, ...set })
  if (!leaving.ok) return leaving
  const version = row.version + 1
  const outcome = await commit(ctx, {
    events: [{ ...fact, entity: 'staff', entityId: id, seq: version }, ...leaving.value],
    statements: [updateStaff(ctx.db, id, { ...set, version }), ...statements],
  })
  return outcome.ok ? ok(null) : refuse({ code: 'stale' })
}

/** What the journal notes when one administrator less is left, by a number that two cannot take at once. */
async function leavingAdmin(
  ctx: AccountCtx,
  before: StaffRow,
  after: StaffRow,
): Promise<Result<NewEvent[]>> {
  if (!losesAdmin(before, after)) return ok([])
  const [[admins]] = await readBatch<[Admins]>(ctx.db, [selectAdmins(before.id)])
  if (admins === undefined || admins.others === 0) return refuse({ code: 'last-admin' })
  const seq = admins.leavings + 1
  const data = { staff: before.id }
  return ok([{ kind: 'staff.admin-left', entity: 'staff', entityId: 'admins', seq, data }])
}

/** There is one, and it is somebody else's: one's own takes password and code. */
async function mayDropFactor({ actor, db }: AccountCtx, id: string): Promise<boolean> {
  return !isOwn(actor, id) && (await findSecondFactor(db, id)) !== null
}
