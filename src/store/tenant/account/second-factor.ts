import { type Statement, statement } from '../../statement.ts'

/** The second factor of a person (动态口令): the sealed secret, and the step of the last code used. */
export type SecondFactor = { secret: string; lastStep: number }

/** Finds the second factor of a person; null where none is on. */
export async function findSecondFactor(
  db: D1Database,
  staffId: string,
): Promise<SecondFactor | null> {
  return db
    .prepare('SELECT secret, last_step AS lastStep FROM second_factor WHERE staff_id = ?')
    .bind(staffId)
    .first<SecondFactor>()
}

/** Reads who has a second factor, by id. */
export async function readFactorHolders(db: D1Database): Promise<ReadonlySet<string>> {
  const { results } = await db
    .prepare('SELECT staff_id AS id FROM second_factor')
    .all<{ id: string }>()
  return new Set(results.map(({ id }) => id))
}

/** The row that turns a second factor on. */
export function addSecondFactor(staffId: string, { secret, lastStep }: SecondFactor): Statement {
  return statement(
    'INSERT INTO second_factor (staff_id, secret, last_step) VALUES (?, ?, ?)',
    staffId,
    secret,
    lastStep,
  )
}

/** Turns a second factor off. */
export function removeSecondFactor(staffId: string): Statement {
  return statement('DELETE FROM second_factor WHERE staff_id = ?', staffId)
}

/**
 * Uses the code of a step up, check and act in one statement; false when it, or a later one, was used
 * before. No event, because the session that it opens has one.
 */
export async function spendStep(db: D1Database, staffId: string, step: number): Promise<boolean> {
  const { meta } = await db
    .prepare('UPDATE second_factor SET last_step = ?2 WHERE staff_id = ?1 AND last_step < ?2')
    .bind(staffId, step)
    .run()
  return meta.changes === 1
}
