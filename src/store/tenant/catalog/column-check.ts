import { statement, type Statement } from '../../statement.ts'

/** A check of a column (栏目核对): when, by whom, and what was found; `seq` counts the checks of a column. */
export type ColumnCheck = {
  columnId: string
  seq: number
  checkedOn: string
  note: string
  checkedBy: string
}

const columns = `column_id AS columnId, seq, checked_on AS checkedOn, note, checked_by AS checkedBy`

/** Reads the last check of every column. */
export function selectLastChecks(): Statement {
  return statement(
    `SELECT ${columns} FROM column_check c
     WHERE seq = (SELECT max(seq) FROM column_check WHERE column_id = c.column_id)`,
  )
}

/** Reads the last check of one column. */
export function selectLastCheck(columnId: string): Statement {
  return statement(
    `SELECT ${columns} FROM column_check WHERE column_id = ? ORDER BY seq DESC LIMIT 1`,
    columnId,
  )
}

/** Plans the row of a check. */
export function insertCheck(check: ColumnCheck): Statement {
  return statement(
    `INSERT INTO column_check (column_id, seq, checked_on, note, checked_by) VALUES (?, ?, ?, ?, ?)`,
    check.columnId,
    check.seq,
    check.checkedOn,
    check.note,
    check.checkedBy,
  )
}
