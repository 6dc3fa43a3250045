import { readBatch } from '../../read.ts'
import { statement, type Statement } from '../../statement.ts'

/** A version of the guide as it is stored; `publishedAt` 0 is the one the agency began with. */
export type GuideRow = {
  n: number
  fields: string
  note: string
  publishedAt: number
  publishedBy: string
}

const columns = 'n, fields, note, published_at AS publishedAt, published_by AS publishedBy'

/** Reads the newest versions of the guide (指南历次版本), newest first. */
export async function readGuides(db: D1Database, limit: number): Promise<readonly GuideRow[]> {
  const [rows] = await readBatch<[GuideRow]>(db, [
    statement(`SELECT ${columns} FROM guide_version ORDER BY n DESC LIMIT ? + 0`, limit),
  ])
  return rows
}

/** Reads one version; null when there is none of that number. */
export async function readGuide(db: D1Database, n: number): Promise<GuideRow | null> {
  const [[row]] = await readBatch<[GuideRow]>(db, [
    statement(`SELECT ${columns} FROM guide_version WHERE n = ?`, n),
  ])
  return row ?? null
}

/** Plans a version. */
export function insertGuide(row: GuideRow): Statement {
  return statement(
    `INSERT INTO guide_version (n, fields, note, published_at, published_by) VALUES (?, ?, ?, ?, ?)`,
    row.n,
    row.fields,
    row.note,
    row.publishedAt,
    row.publishedBy,
  )
}
