import { type Statement, statement } from '../../statement.ts'

/** A bulletin as it is stored; `prose`, `figures` (null while computed) and `ways` are JSON. */
export type BulletinRow = {
  id: string
  kind: string
  period: string
  version: number
  state: string
  prose: string
  figures: string | null
  due_on: string
  checked_by: string | null
  approved_by: string | null
  number_year: number | null
  number: number | null
  issued_on: string | null
  ways: string
  item_id: string | null
  generated_at: number
  changed_by: string
  changed_at: number
}

const columns = `id, kind, period, version, state, prose, figures, due_on, checked_by, approved_by,
  number_year, number, issued_on, ways, item_id, generated_at, changed_by, changed_at`

/** Reads one bulletin. */
export function selectBulletin(id: string): Statement {
  return statement(`SELECT ${columns} FROM bulletin WHERE id = ?`, id)
}

/** A bulletin in a list: without its text and figures. */
export type BulletinLineRow = Pick<
  BulletinRow,
  'id' | 'kind' | 'period' | 'state' | 'due_on' | 'number_year' | 'number' | 'issued_on'
>

/** Reads the bulletins of a year by their periods, the newest first; of one kind where one is asked for. */
export function selectBulletins(year: number, kind: string | null): Statement {
  return statement(
    `SELECT id, kind, period, state, due_on, number_year, number, issued_on FROM bulletin
     WHERE period >= ?1 AND period < ?2 AND (?3 IS NULL OR kind = ?3)
     ORDER BY due_on DESC, kind LIMIT 100`,
    String(year),
    String(year + 1),
    kind,
  )
}

/** Reads the newest period of each kind that was made. */
export function selectLastMade(): Statement {
  return statement('SELECT kind, max(period) AS period FROM bulletin GROUP BY kind')
}

/** Reads the highest number of a kind in a year. */
export function selectLastNumber(kind: string, year: number): Statement {
  return statement(
    'SELECT max(number) AS number FROM bulletin WHERE kind = ? AND number_year = ?',
    kind,
    year,
  )
}

/** The number that the bulletin of a period got. */
export type NumberedPeriod = { period: string; number_year: number; number: number }

/** Reads the numbers that the bulletins of a kind got, by their periods, the newest ones. */
export function selectNumbers(kind: string): Statement {
  return statement(
    `SELECT period, number_year, number FROM bulletin WHERE kind = ? AND number IS NOT NULL
     ORDER BY period DESC LIMIT 400`,
    kind,
  )
}

/** Plans the whole row of a bulletin, new or changed. */
export function putBulletin(row: BulletinRow): Statement {
  return statement(
    `INSERT INTO bulletin (${columns})
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
     ON CONFLICT (id) DO UPDATE SET version = ?4, state = ?5, prose = ?6, figures = ?7,
       checked_by = ?9, approved_by = ?10, number_year = ?11, number = ?12, issued_on = ?13,
       ways = ?14, item_id = ?15, changed_by = ?17, changed_at = ?18`,
    row.id,
    row.kind,
    row.period,
    row.version,
    row.state,
    row.prose,
    row.figures,
    row.due_on,
    row.checked_by,
    row.approved_by,
    row.number_year,
    row.number,
    row.issued_on,
    row.ways,
    row.item_id,
    row.generated_at,
    row.changed_by,
    row.changed_at,
  )
}
