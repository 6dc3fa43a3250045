import type { MatterKind } from '../../domain/service/check-day.ts'
import { type Statement, statement } from '../statement.ts'

/** A check of a power or a guide (核对): when, by whom, and what was found; `seq` counts the checks of one. */
export type MatterCheck = { seq: number; checked_on: string; note: string; checked_by: string }

/** A power or a guide with the day since which it is known to hold, and its last check. */
export type MatterRow = {
  power_id: string
  code: string
  name: string
  type: string
  unit: string
  since: string
} & { [name in keyof MatterCheck]: MatterCheck[name] | null }

/** Where a list goes on: after this day and this power. */
export type MatterPlace = { since: string; id: string }

// As the indexes `power_fresh` and `service_guide_fresh` have them.
const powerSince = 'coalesce(e.checked_on, e.valid_from)'
const guideSince = `max(coalesce(g.checked_on, ''), g.published_on)`

const from: Readonly<Record<MatterKind, { since: string; text: string; id: string }>> = {
  power: { since: powerSince, id: 'e.power_id', text: 'power_edition e' },
  guide: {
    since: guideSince,
    id: 'g.power_id',
    text: `service_guide g JOIN power_edition e ON e.power_id = g.power_id
      AND g.published_on IS NOT NULL`,
  },
}

function listed(kind: MatterKind): string {
  const { since, text } = from[kind]
  return `SELECT e.power_id, e.code, e.name, e.type, e.unit, ${since} AS since,
      c.seq, c.checked_on, c.note, c.checked_by
    FROM ${text} LEFT JOIN matter_check c ON c.kind = '${kind}' AND c.power_id = e.power_id AND c.seq =
      (SELECT max(seq) FROM matter_check WHERE kind = '${kind}' AND power_id = e.power_id)
    WHERE e.valid_to IS NULL`
}

/** Reads powers or guides that were last found to hold before a day, the longest ago first. */
export function selectMattersSince(
  kind: MatterKind,
  before: string,
  place: MatterPlace | null,
  limit: number,
): Statement {
  const { since, id } = from[kind]
  return statement(
    `${listed(kind)} AND ${since} < ?1 AND (${since}, ${id}) > (?2, ?3)
     ORDER BY ${since}, ${id} LIMIT ?4`,
    before,
    place?.since ?? '',
    place?.id ?? '',
    limit,
  )
}

/** Reads one power or guide with its last check; nothing where it is not on the list, or not published. */
export function selectMatter(kind: MatterKind, power: string): Statement {
  return statement(`${listed(kind)} AND ${from[kind].id} = ?1`, power)
}

/** The SQL that counts powers or guides last found to hold before a day, no further than a number; both are parameters. */
export function countOfSince(kind: MatterKind, before: string, most: string): string {
  const { since, text } = from[kind]
  return `SELECT count(*) AS n FROM
    (SELECT 1 FROM ${text} WHERE e.valid_to IS NULL AND ${since} < ${before} LIMIT ${most})`
}

/** Counts powers or guides that were last found to hold before a day; goes no further than `most`. */
export function countSince(kind: MatterKind, before: string, most: number): Statement {
  return statement(countOfSince(kind, '?1', '?2'), before, most)
}

/** Plans the row of a check, and the day on what was checked. */
export function insertMatterCheck(
  kind: MatterKind,
  power: string,
  check: MatterCheck,
): Statement[] {
  return [
    statement(
      `INSERT INTO matter_check (kind, power_id, seq, checked_on, note, checked_by)
       VALUES (?, ?, ?, ?, ?, ?)`,
      kind,
      power,
      check.seq,
      check.checked_on,
      check.note,
      check.checked_by,
    ),
    statement(
      kind === 'power'
        ? 'UPDATE power_edition SET checked_on = ?2 WHERE power_id = ?1 AND valid_to IS NULL'
        : 'UPDATE service_guide SET checked_on = ?2 WHERE power_id = ?1',
      power,
      check.checked_on,
    ),
  ]
}
