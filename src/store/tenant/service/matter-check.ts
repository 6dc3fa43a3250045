import type { MatterKind } from '../../../domain/service/check-day.ts'
import { type Statement, statement } from '../../statement.ts'

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

/** Since when a power `e` is known to hold, as the index `power_fresh` has it. */
export const powerSince = 'coalesce(e.checked_on, e.valid_from)'
/** Since when a guide `g` is known to hold, as the index `service_guide_fresh` has it. */
export const guideSince = `max(coalesce(g.checked_on, ''), g.published_on)`
/** Published guides `g` with their powers `e`. */
export const publishedGuides = `service_guide g JOIN power_edition e ON e.power_id = g.power_id
  AND g.published_on IS NOT NULL`

const columns = `e.power_id, e.code, e.name, e.type, e.unit, c.seq, c.checked_on, c.note, c.checked_by`

const powers = `SELECT ${columns}, ${powerSince} AS since
  FROM power_edition e LEFT JOIN matter_check c ON c.kind = 'power' AND c.power_id = e.power_id
    AND c.seq = (SELECT max(seq) FROM matter_check WHERE kind = 'power' AND power_id = e.power_id)
  WHERE e.valid_to IS NULL`
const guides = `SELECT ${columns}, ${guideSince} AS since
  FROM ${publishedGuides} LEFT JOIN matter_check c ON c.kind = 'guide' AND c.power_id = e.power_id
    AND c.seq = (SELECT max(seq) FROM matter_check WHERE kind = 'guide' AND power_id = e.power_id)
  WHERE e.valid_to IS NULL`

type Sql = Readonly<Record<MatterKind, string>>

const list: Sql = {
  power: `${powers} AND ${powerSince} < ?1 AND (${powerSince}, e.power_id) > (?2, ?3)
    ORDER BY ${powerSince}, e.power_id LIMIT ?4 + 0`,
  guide: `${guides} AND ${guideSince} < ?1 AND (${guideSince}, g.power_id) > (?2, ?3)
    ORDER BY ${guideSince}, g.power_id LIMIT ?4 + 0`,
}

const one: Sql = {
  power: `${powers} AND e.power_id = ?1`,
  guide: `${guides} AND g.power_id = ?1`,
}

const count: Sql = {
  power: `SELECT count(*) AS n FROM (SELECT 1 FROM power_edition e
    WHERE e.valid_to IS NULL AND ${powerSince} < ?1 LIMIT ?2 + 0)`,
  guide: `SELECT count(*) AS n FROM (SELECT 1 FROM ${publishedGuides}
    WHERE e.valid_to IS NULL AND ${guideSince} < ?1 LIMIT ?2 + 0)`,
}

/** Reads powers or guides that were last found to hold before a day, the longest ago first. */
export function selectMattersSince(
  kind: MatterKind,
  before: string,
  place: MatterPlace | null,
  limit: number,
): Statement {
  return statement(list[kind], before, place?.since ?? '', place?.id ?? '', limit)
}

/** Reads one power or guide with its last check; nothing where it is not on the list, or not published. */
export function selectMatter(kind: MatterKind, power: string): Statement {
  return statement(one[kind], power)
}

/** Counts powers or guides that were last found to hold before a day; goes no further than `most`. */
export function countSince(kind: MatterKind, before: string, most: number): Statement {
  return statement(count[kind], before, most)
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
