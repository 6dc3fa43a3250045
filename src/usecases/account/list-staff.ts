import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { findStaffById, readStaff } from '../../store/tenant/staff.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { type StaffView, staffView } from './staff-view.ts'

/** Lists everybody with an account (人员名册), those who left last. */
export async function listStaff({ actor, db }: Ctx): Promise<Result<StaffView[]>> {
  if (!may(actor, 'staff.manage')) return turnAway(actor)
  const rows = await readStaff(db)
  return ok(rows.map((row) => staffView(actor, row)))
}

/** Shows one account (人员); refuses `not-found`. */
export async function showStaff({ actor, db }: Ctx, id: string): Promise<Result<StaffView>> {
  if (!may(actor, 'staff.manage')) return turnAway(actor)
  const row = await findStaffById(db, id)
  return row === null ? refuse({ code: 'not-found' }) : ok(staffView(actor, row))
}
