import { bulk, type Statement, statement } from '../statement.ts'

/** A row of table `calendar_version` with the names of those who drew it up and checked it. */
export type CalendarVersionRow = {
  id: string
  version: number
  scope: string
  year: number
  n: number | null
  state: string
  /** JSON of table and source */
  content: string
  drafted_by: string | null
  drafted_at: number | null
  checked_by: string | null
  checked_at: number | null
  drafter: string | null
  checker: string | null
}

const columns = `v.id, v.version, v.scope, v.year, v.n, v.state, v.content, v.drafted_by, v.drafted_at,
  v.checked_by, v.checked_at, d.name AS drafter, c.name AS checker`
const from = `FROM calendar_version v LEFT JOIN staff d ON d.id = v.drafted_by
  LEFT JOIN staff c ON c.id = v.checked_by`

/** Reads one version. */
export function selectCalendarVersion(id: string): Statement {
  return statement(`SELECT ${columns} ${from} WHERE v.id = ?`, id)
}

/** Reads the newest years' versions, drafts first within a year. */
export function selectCalendarVersions(limit: number): Statement {
  return statement(
    `SELECT ${columns} ${from} ORDER BY v.year DESC, v.scope DESC, v.n IS NOT NULL, v.n DESC, v.id LIMIT ? + 0`,
    limit,
  )
}

/** Reads the versions of one scope that the agency holds in force. */
export function selectInForce(scope: string): Statement {
  return statement(
    `SELECT ${columns} ${from} WHERE v.scope = ? AND v.state = 'in-force' ORDER BY v.year LIMIT 200`,
    scope,
  )
}

/** Reads the contents of the versions that a mark names, given as JSON. */
export function selectEditions(
  named: readonly { scope: string; year: number; n: number }[],
): Statement {
  return statement(
    `SELECT v.scope, v.year, v.n, v.content FROM json_each(?) AS named
     JOIN calendar_version v ON v.scope = named.value ->> 'scope'
       AND v.year = named.value ->> 'year' AND v.n = named.value ->> 'n'`,
    JSON.stringify(named),
  )
}

/** A version of whose content a calendar is made. */
export type EditionRow = { scope: string; year: number; n: number; content: string }

/** A draft as it is written. */
export type CalendarDraftRow = {
  id: string
  version: number
  scope: string
  year: number
  content: string
  draftedBy: string
  draftedAt: number
}

/** Writes a draft, anew or over its earlier text. */
export function putCalendarDraft(row: CalendarDraftRow): Statement {
  return statement(
    `INSERT INTO calendar_version (id, version, scope, year, state, content, drafted_by, drafted_at)
     VALUES (?, ?, ?, ?, 'draft', ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, scope = excluded.scope,
       year = excluded.year, content = excluded.content, drafted_by = excluded.drafted_by,
       drafted_at = excluded.drafted_at`,
    row.id,
    row.version,
    row.scope,
    row.year,
    row.content,
    row.draftedBy,
    row.draftedAt,
  )
}

/** Gives up a draft. */
export function dropCalendarDraft(id: string, version: number): Statement {
  return statement(
    "UPDATE calendar_version SET state = 'dropped', version = ?2 WHERE id = ?1",
    id,
    version,
  )
}

/** Puts a draft in force under the number `n`; the version before it is replaced. */
export function putCalendarInForce(
  row: { id: string; scope: string; year: number; n: number },
  by: { version: number; staff: string; at: number },
): Statement[] {
  return [
    statement(
      `UPDATE calendar_version SET state = 'replaced' WHERE scope = ? AND year = ? AND state = 'in-force'`,
      row.scope,
      row.year,
    ),
    statement(
      `UPDATE calendar_version SET state = 'in-force', n = ?2, version = ?3, checked_by = ?4,
         checked_at = ?5 WHERE id = ?1`,
      row.id,
      row.n,
      by.version,
      by.staff,
      by.at,
    ),
  ]
}

/** Keeps copies of the national versions in force, so that a case can always say what it was counted by. */
export function keepNational(
  rows: readonly { id: string; year: number; n: number; content: string; at: number }[],
): Statement[] {
  return [
    ...bulk(
      `UPDATE calendar_version SET state = 'replaced' FROM json_each(?1) AS fresh
       WHERE scope = 'national' AND state = 'in-force' AND year = fresh.value ->> 'year'
         AND n < fresh.value ->> 'n'`,
      rows,
    ),
    ...bulk(
      `INSERT INTO calendar_version (id, version, scope, year, n, state, content, checked_at)
       SELECT value ->> 'id', 1, 'national', value ->> 'year', value ->> 'n', 'in-force',
         value ->> 'content', value ->> 'at' FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING`,
      rows,
    ),
  ]
}

/** What the clocks of the agency go by. */
export type InUseRow = { mark: string; editions: string }

/** Reads what the clocks of the agency go by; nothing while the tables of the code are enough. */
export function selectInUse(): Statement {
  return statement('SELECT mark, editions FROM calendar_in_use WHERE id = 1')
}

/** Takes a calendar in use. */
export function putInUse({ mark, editions }: InUseRow): Statement {
  return statement(
    `INSERT INTO calendar_in_use (id, mark, editions) VALUES (1, ?1, ?2)
     ON CONFLICT (id) DO UPDATE SET mark = excluded.mark, editions = excluded.editions`,
    mark,
    editions,
  )
}

/** Reads the last number of a scope's year; null before the first. */
export function selectLastNumber(scope: string, year: number): Statement {
  return statement(
    'SELECT max(n) AS n FROM calendar_version WHERE scope = ? AND year = ?',
    scope,
    year,
  )
}
