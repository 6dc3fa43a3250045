import { bulk, type Statement, statement } from '../../statement.ts'

/** The newest version of a figure entered by hand; value null is 不适用, `name` the officer's. */
export type ManualFigureRow = {
  indicator: string
  period: string
  version: number
  value: number | null
  reason: string | null
  attested_at: number
  name: string | null
}

/** A version of a figure to be written. */
export type NewManualFigure = {
  indicator: string
  period: string
  version: number
  value: number | null
  reason: string | null
}

const columns = `f.indicator, f.period, f.version, f.value, f.reason, f.attested_at, s.name`

/** Reads every version of the figures of some periods, the newest version of each last. */
export function selectManualFigures(periods: readonly string[]): Statement {
  return statement(
    `SELECT ${columns} FROM manual_figure f LEFT JOIN staff s ON s.id = f.attested_by
     WHERE f.period IN (SELECT value FROM json_each(?)) ORDER BY f.period, f.indicator, f.version`,
    JSON.stringify(periods),
  )
}

/** Plans versions of figures. */
export function insertManualFigures(
  rows: readonly NewManualFigure[],
  staff: string,
  at: number,
): Statement[] {
  return bulk(
    `INSERT INTO manual_figure (indicator, period, version, value, reason, attested_by, attested_at)
     SELECT value->>'indicator', value->>'period', value->>'version', value->>'value',
       value->>'reason', ?2, ?3 FROM json_each(?1)`,
    rows,
    staff,
    at,
  )
}
