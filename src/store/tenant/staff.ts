import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { roles, type Role } from '../../domain/shared/actor.ts'
import { type Statement, statement } from '../statement.ts'
import { staff } from './schema/account.ts'

/** A member of staff (人员) as stored; `password` is the hash. */
export type StaffRow = {
  id: string
  username: string
  name: string
  roles: readonly Role[]
  password: string
  active: boolean
}

/** Finds staff by user name (用户名), or null. */
export async function findStaff(db: D1Database, username: string): Promise<StaffRow | null> {
  const row = await drizzle(db).select().from(staff).where(eq(staff.username, username)).get()
  if (row === undefined) return null
  return { ...row, roles: rolesOf(row.roles), active: row.active === 1 }
}

/** The row that adds a member of staff. */
export function addStaff(db: D1Database, row: StaffRow): Statement {
  return drizzle(db)
    .insert(staff)
    .values({ ...row, roles: JSON.stringify(row.roles), active: row.active ? 1 : 0 })
    .toSQL()
}

/** Reads the roles (角色) of a stored list; words that are no role any more give no rights. */
export function rolesOf(stored: string): Role[] {
  const list: unknown = JSON.parse(stored)
  return roles.filter((role) => Array.isArray(list) && list.includes(role))
}

/** Somebody to whom a case may be given. */
export type OfficerRow = { id: string; name: string }

/** Reads those who handle cases (承办岗位), by name. */
export function selectHandlers(): Statement {
  return statement(
    `SELECT id, name FROM staff WHERE active = 1 AND EXISTS (
       SELECT 1 FROM json_each(staff.roles) WHERE value IN ('handler', 'head', 'information-officer'))
     ORDER BY name, id LIMIT 100`,
  )
}

/** Reads the names of some staff by their ids, given as JSON. */
export function selectStaffNames(ids: readonly string[]): Statement {
  return statement(
    'SELECT id, name FROM staff WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  )
}
