import { and, asc, desc, eq, gt, lte, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import type { Role } from '../../../domain/shared/actor.ts'
import { type Statement, statement } from '../../statement.ts'
import { session, staff } from '../schema/account.ts'
import { rolesOf } from './staff.ts'

/** An open session (会话) and whose it is; instants in epoch ms. */
export type OpenSession = {
  id: string
  staffId: string
  name: string
  roles: readonly Role[]
  createdAt: number
  seenAt: number
  expiresAt: number
  /** whether its owner has a second factor, which opened it then (动态口令) */
  hasFactor: boolean
  /** the calendar in use, read along (现行工作日历) */
  editions: string | null
}

/** Finds a session whose owner is still active, in one query; null when it is gone or the owner left. */
export async function findSession(db: D1Database, id: string): Promise<OpenSession | null> {
  const row = await drizzle(db)
    .select({
      id: session.id,
      staffId: session.staffId,
      name: staff.name,
      roles: staff.roles,
      createdAt: session.createdAt,
      seenAt: session.seenAt,
      expiresAt: session.expiresAt,
      hasFactor: sql<number>`EXISTS (SELECT 1 FROM second_factor WHERE staff_id = ${session.staffId})`,
      editions: sql<string | null>`(SELECT editions FROM calendar_in_use)`,
    })
    .from(session)
    .innerJoin(staff, eq(staff.id, session.staffId))
    .where(and(eq(session.id, id), eq(staff.active, 1)))
    .get()
  return row === undefined
    ? null
    : { ...row, roles: rolesOf(row.roles), hasFactor: row.hasFactor === 1 }
}

/**
 * The row that opens a session, last seen when it opened: only while the password that was checked,
 * given by its hash, still is the person's, and a second factor is on or off as it was found.
 */
export function addSession(
  row: Pick<OpenSession, 'id' | 'staffId' | 'createdAt' | 'expiresAt' | 'hasFactor'> & {
    password: string
  },
): Statement {
  return statement(
    `INSERT INTO session (id, staff_id, created_at, seen_at, expires_at)
     SELECT ?1, id, ?3, ?3, ?4 FROM staff WHERE id = ?2 AND active = 1 AND password = ?5
       AND ?6 = (SELECT count(*) FROM second_factor WHERE staff_id = ?2)`,
    row.id,
    row.staffId,
    row.createdAt,
    row.expiresAt,
    row.password,
    row.hasFactor ? 1 : 0,
  )
}

/** When a session was opened and last used, in epoch ms. */
export type SessionTimes = Pick<OpenSession, 'id' | 'createdAt' | 'seenAt'>

/** Reads the sessions of a person that are open: neither over nor at rest since `restingSince`. */
export async function readSessions(
  db: D1Database,
  staffId: string,
  { now, restingSince }: { now: number; restingSince: number },
): Promise<SessionTimes[]> {
  return drizzle(db)
    .select({ id: session.id, createdAt: session.createdAt, seenAt: session.seenAt })
    .from(session)
    .where(
      and(
        eq(session.staffId, staffId),
        gt(session.expiresAt, now),
        gt(session.seenAt, restingSince),
      ),
    )
    .orderBy(desc(session.seenAt), asc(session.id))
}

/** Removes the sessions of a person, all but one where it is named. */
export function removeSessionsOf(staffId: string, except = ''): Statement {
  return statement('DELETE FROM session WHERE staff_id = ? AND id <> ?', staffId, except)
}

/** Removes a session. */
export function removeSession(db: D1Database, id: string): Statement {
  return drizzle(db).delete(session).where(eq(session.id, id)).toSQL()
}

/** Removes the sessions of a member of staff that ended by themselves. */
export function removeExpired(db: D1Database, staffId: string, now: number): Statement {
  return drizzle(db)
    .delete(session)
    .where(and(eq(session.staffId, staffId), lte(session.expiresAt, now)))
    .toSQL()
}

/** Notes that a session was used; no event, because nothing is decided by it. */
export async function touchSession(db: D1Database, id: string, now: number): Promise<void> {
  await drizzle(db).update(session).set({ seenAt: now }).where(eq(session.id, id)).run()
}
