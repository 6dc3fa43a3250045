import type { ListedPower, LogLine } from '../../../domain/service/power-list.ts'
import { bulk, type Statement, statement } from '../../statement.ts'

/** A row of table `power_edition`, as it is stored. */
export type PowerRow = {
  power_id: string
  n: number
  code: string
  name: string
  type: string
  unit: string
  basis: string
  valid_from: string
  valid_to: string | null
}

/** A line of the log with why its change was made. */
export type PowerLogRow = {
  id: number
  on_day: string
  kind: string
  power_id: string
  code: string
  name: string
  type: string
  note: string | null
  reason: string
  basis: string
}

/** What is asked of a list of powers: of one type or all, after a code. */
export type PowerAsk = { type: string | null; after: string; limit: number }

const columns = 'power_id, n, code, name, type, unit, basis, valid_from, valid_to'

/** Reads a page of the list as it stands now, by code. */
export function selectPowersNow({ type, after, limit }: PowerAsk): Statement {
  if (type === null) {
    return statement(
      `SELECT ${columns} FROM power_edition WHERE valid_to IS NULL AND code > ? ORDER BY code LIMIT ? + 0`,
      after,
      limit,
    )
  }
  return statement(
    `SELECT ${columns} FROM power_edition
     WHERE valid_to IS NULL AND type = ? AND code > ? ORDER BY code LIMIT ? + 0`,
    type,
    after,
    limit,
  )
}

/** Reads a page of the list as it stood at the end of a day, by code; what had ended by then is passed over. */
export function selectPowersOn(day: string, { type, after, limit }: PowerAsk): Statement {
  return statement(
    `SELECT ${columns} FROM power_edition
     WHERE code > ?2 AND valid_from <= ?1 AND (valid_to IS NULL OR valid_to > ?1)
       AND (?3 IS NULL OR type = ?3)
     ORDER BY code, n LIMIT ?4 + 0`,
    day,
    after,
    type,
    limit,
  )
}

/** Reads the powers that have some codes now. */
export function selectPowersByCode(codes: readonly string[]): Statement {
  return statement(
    `SELECT ${columns} FROM power_edition
     WHERE valid_to IS NULL AND code IN (SELECT value FROM json_each(?))`,
    JSON.stringify(codes),
  )
}

/** Reads the editions that began or ended after one day up to another. */
export function selectPowersBetween(from: string, to: string, limit: number): Statement {
  return statement(
    `SELECT ${columns} FROM power_edition WHERE valid_from > ?1 AND valid_from <= ?2
     UNION
     SELECT ${columns} FROM power_edition
     WHERE valid_to IS NOT NULL AND valid_to > ?1 AND valid_to <= ?2
     ORDER BY code, n LIMIT ?3 + 0`,
    from,
    to,
    limit,
  )
}

/** Reads the log after one day up to another, newest first, of one kind or all. */
export function selectPowerLog(
  { from, to, kind }: { from: string; to: string; kind: string | null },
  limit: number,
): Statement {
  return statement(
    `SELECT l.id, l.on_day, l.kind, l.power_id, l.code, l.name, l.type, l.note, c.reason, c.basis
     FROM power_log l JOIN power_change c ON c.id = l.change_id
     WHERE l.on_day > ?1 AND l.on_day <= ?2 AND (?3 IS NULL OR l.kind = ?3)
     ORDER BY l.on_day DESC, l.id DESC LIMIT ?4 + 0`,
    from,
    to,
    kind,
    limit,
  )
}

/** Reads the log of one power, newest first. */
export function selectLogOfPower(power: string): Statement {
  return statement(
    `SELECT l.id, l.on_day, l.kind, l.power_id, l.code, l.name, l.type, l.note, c.reason, c.basis
     FROM power_log l JOIN power_change c ON c.id = l.change_id
     WHERE l.power_id = ? ORDER BY l.id DESC LIMIT 50`,
    power,
  )
}

/** Ends the editions of some powers on a day. */
export function endPowers(powers: readonly string[], day: string): Statement[] {
  return bulk(
    `UPDATE power_edition SET valid_to = ?2
     WHERE valid_to IS NULL AND power_id IN (SELECT value FROM json_each(?1))`,
    powers,
    day,
  )
}

/** Begins editions of powers on a day. */
export function beginPowers(powers: readonly ListedPower[], day: string): Statement[] {
  const rows = powers.map(({ basis, ...power }) => ({ ...power, basis: JSON.stringify(basis) }))
  return bulk(
    `INSERT INTO power_edition (power_id, n, code, name, type, unit, basis, valid_from)
     SELECT value->>'id', value->>'n', value->>'code', value->>'name', value->>'type',
            value->>'unit', value->>'basis', ?2 FROM json_each(?1)`,
    rows,
    day,
  )
}

/** Writes lines of the log. */
export function insertPowerLog(log: readonly LogLine[], day: string, change: string): Statement[] {
  return bulk(
    `INSERT INTO power_log (on_day, kind, power_id, code, name, type, note, change_id)
     SELECT ?2, value->>'kind', value->>'powerId', value->>'code', value->>'name',
            value->>'type', value->>'note', ?3 FROM json_each(?1)`,
    log,
    day,
    change,
  )
}
