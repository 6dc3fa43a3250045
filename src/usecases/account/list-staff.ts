import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { findSecondFactor, readFactorHolders } from '../../store/tenant/account/second-factor.ts'
import { findStaffById, readStaff } from '../../store/tenant/account/staff.ts'
import type { AccountCtx } from './account-ctx.ts'
import { may, turnAway } from '../permissions.ts'
import { type StaffView, staffView } from './staff-view.ts'

/** Lists everybody with an account (人员名册), those who left last. */
export async function listStaff({ actor, db }: AccountCtx): Promise<Result<StaffView[]>> {
  if (!may(actor, 'staff.manage')) return turnAway(actor)
  const [rows, holders] = await Promise.all([readStaff(db), readFactorHolders(db)])
  return ok(rows.map((row) => staffView(actor, row, holders.has(row.id))))
}

/** Shows one account (人员); refuses `not-found`. */
export async function showStaff({ actor, db }: AccountCtx, id: string): Promise<Result<StaffView>> {
  if (!may(actor, 'staff.manage')) return turnAway(actor)
  const [row, factor] = await Promise.all([findStaffById(db, id), findSecondFactor(db, id)])
  return row === null ? refuse({ code: 'not-found' }) : ok(staffView(actor, row, factor !== null))
}
