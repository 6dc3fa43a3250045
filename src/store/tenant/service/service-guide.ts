import type { GuidePatch } from '../../../domain/service/decide-guide.ts'
import { type Statement, statement } from '../../statement.ts'

/** A service matter with its guide, null where none was begun. */
export type ServiceRow = {
  power_id: string
  n: number
  code: string
  name: string
  type: string
  unit: string
  basis: string
  valid_from: string
  valid_to: string | null
  guide_version: number | null
  guide_state: string | null
  text: string | null
  written_by: string | null
  opinion: string | null
  edition: number | null
  published: string | null
  published_on: string | null
}

/** What is asked of a list of services: types, a part of the name, after a code; `lacking` leaves only gaps. */
export type ServiceAsk = {
  types: readonly string[]
  q: string
  after: string
  lacking: boolean
  limit: number
}

const columns = `e.power_id, e.n, e.code, e.name, e.type, e.unit, e.basis, e.valid_from, e.valid_to,
  g.version AS guide_version, g.state AS guide_state, g.text, g.written_by, g.opinion, g.edition,
  g.published, g.published_on`

/** Reads the service matters on the list now; an agency's list is bounded by law, so a name is looked for in it whole. */
export function selectServices({ types, q, after, lacking, limit }: ServiceAsk): Statement {
  return statement(
    `SELECT ${columns} FROM power_edition e LEFT JOIN service_guide g ON g.power_id = e.power_id
     WHERE e.valid_to IS NULL AND e.code > ?1
       AND e.type IN (SELECT value FROM json_each(?2)) AND (?3 = '' OR instr(e.name, ?3) > 0)
       AND (?4 = 0 OR g.lacking IS NULL OR g.lacking > 0)
     ORDER BY e.code LIMIT ?5 + 0`,
    after,
    JSON.stringify(types),
    q,
    lacking ? 1 : 0,
    limit,
  )
}

/** Reads the addresses of the service matters on the list now, by code: few, an agency's list is bounded by law. */
export function selectServiceIds(types: readonly string[], limit: number): Statement {
  return statement(
    `SELECT power_id AS id FROM power_edition
     WHERE valid_to IS NULL AND type IN (SELECT value FROM json_each(?1)) ORDER BY code LIMIT ?2 + 0`,
    JSON.stringify(types),
    limit,
  )
}

/** Reads one service matter in its newest edition, also one that has left the list. */
export function selectService(power: string): Statement {
  return statement(
    `SELECT ${columns} FROM power_edition e LEFT JOIN service_guide g ON g.power_id = e.power_id
     WHERE e.power_id = ? ORDER BY e.n DESC LIMIT 1`,
    power,
  )
}

/** Writes the text of a guide, its first or again; whoever writes it is its author from then on. */
export function writeGuide(row: {
  powerId: string
  version: number
  text: unknown
  writtenBy: string
}): Statement {
  return statement(
    `INSERT INTO service_guide (power_id, version, state, text, written_by)
     VALUES (?1, ?2, 'draft', ?3, ?4)
     ON CONFLICT DO UPDATE SET version = ?2, state = 'draft', text = ?3, written_by = ?4`,
    row.powerId,
    row.version,
    JSON.stringify(row.text),
    row.writtenBy,
  )
}

/** Writes what a step changed; what the published text lacks: blocks of the eight, and whether so many key elements that it is poor. */
export function updateGuide(
  power: string,
  patch: GuidePatch,
  { lacking, isPoor }: { lacking: number; isPoor: boolean },
): Statement {
  const { published } = patch
  if (published === undefined) {
    return statement(
      `UPDATE service_guide SET version = ?2, state = ?3, opinion = coalesce(?4, opinion)
       WHERE power_id = ?1`,
      power,
      patch.version,
      patch.state,
      patch.opinion ?? null,
    )
  }
  const { edition, text, on, by } = published
  return statement(
    `UPDATE service_guide SET version = ?2, state = ?3, edition = ?4, published = ?5,
       published_on = ?6, approved_by = ?7, lacking = ?8, promised_days = ?9, statutory_days = ?10,
       is_poor = ?11
     WHERE power_id = ?1`,
    power,
    patch.version,
    patch.state,
    edition,
    JSON.stringify(text),
    on,
    by,
    lacking,
    text.promisedDays ?? null,
    text.statutoryDays ?? null,
    isPoor ? 1 : 0,
  )
}
