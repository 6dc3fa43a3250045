import { type Statement, statement } from '../../statement.ts'

/** A link that is open, and whose (设密码链接). */
export type PasswordLink = { staffId: string; expiresAt: number }

/** Finds an open link by the digest of its secret; null when it was used, replaced or never made. */
export async function findPasswordLink(
  db: D1Database,
  digest: string,
): Promise<PasswordLink | null> {
  return db
    .prepare(
      'SELECT staff_id AS staffId, expires_at AS expiresAt FROM password_link WHERE digest = ?',
    )
    .bind(digest)
    .first<PasswordLink>()
}

/** The row of a new link; one that was open before opens nothing from here on. */
export function putPasswordLink({
  staffId,
  digest,
  expiresAt,
}: PasswordLink & { digest: string }): Statement {
  return statement(
    `INSERT INTO password_link (staff_id, digest, expires_at) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET digest = excluded.digest, expires_at = excluded.expires_at`,
    staffId,
    digest,
    expiresAt,
  )
}

/** Closes the link of a person. */
export function removePasswordLink(staffId: string): Statement {
  return statement('DELETE FROM password_link WHERE staff_id = ?', staffId)
}
