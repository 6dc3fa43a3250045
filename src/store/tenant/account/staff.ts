import { asc, desc, eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import { roles, type Role } from '../../../domain/shared/actor.ts'
import { type Statement, statement } from '../../statement.ts'
import { staff } from '../schema/account.ts'

/** A member of staff (人员) as stored; `password` is the hash, empty before the first one. */
export type StaffRow = {
  id: string
  username: string
  name: string
  roles: readonly Role[]
  password: string
  active: boolean
  /** number of the last event of the account */ version: number
}

type Stored = typeof staff.$inferSelect

/** Finds staff by user name (用户名), or null. */
export async function findStaff(db: D1Database, username: string): Promise<StaffRow | null> {
  const row = await drizzle(db).select().from(staff).where(eq(staff.username, username)).get()
  return row === undefined ? null : read(row)
}

/** Finds staff by id, or null. */
export async function findStaffById(db: D1Database, id: string): Promise<StaffRow | null> {
  const row = await drizzle(db).select().from(staff).where(eq(staff.id, id)).get()
  return row === undefined ? null : read(row)
}

/** Reads everybody (人员名册), those who left last. */
export async function readStaff(db: D1Database): Promise<StaffRow[]> {
  const rows = await drizzle(db)
    .select()
    .from(staff)
    .orderBy(desc(staff.active), asc(staff.name), asc(staff.id))
  return rows.map(read)
}

function read(row: Stored): StaffRow {
  return { ...row, roles: rolesOf(row.roles), active: row.active === 1 }
}

/** The row that adds a member of staff. */
export function addStaff(db: D1Database, row: Omit<StaffRow, 'version'>): Statement {
  return drizzle(db)
    .insert(staff)
    .values(Object.assign({}, row, columnsOf(row)))
    .toSQL()
}

/** Changes an account; the version goes along with every change. */
export function updateStaff(
  db: D1Database,
  id: string,
  change: Partial<Omit<StaffRow, 'id' | 'version'>> & { version: number },
): Statement {
  return drizzle(db)
    .update(staff)
    .set(Object.assign({}, change, columnsOf(change)))
    .where(eq(staff.id, id))
    .toSQL()
}

function columnsOf({ roles: held, active }: Partial<Pick<StaffRow, 'roles' | 'active'>>): {
  roles?: string
  active?: number
} {
  return {
    ...(held === undefined ? {} : { roles: JSON.stringify(held) }),
    ...(active === undefined ? {} : { active: active ? 1 : 0 }),
  }
}

/** How many administer the system besides one person, and the number of the last who left off. */
export type Admins = { others: number; leavings: number }

/** Reads {@link Admins}. */
export function selectAdmins(except: string): Statement {
  return statement(
    `SELECT (SELECT count(*) FROM staff WHERE active = 1 AND id <> ?1 AND EXISTS (
               SELECT 1 FROM json_each(staff.roles) WHERE value = 'admin')) AS others,
            (SELECT coalesce(max(seq), 0) FROM event
             WHERE entity = 'staff' AND entity_id = 'admins') AS leavings`,
    except,
  )
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
