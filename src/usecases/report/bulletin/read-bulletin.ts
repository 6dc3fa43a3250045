import * as z from 'zod'
import { type BulletinContent, bulletinContent } from '../../../domain/report/bulletin/content.ts'
import { type BulletinKind, bulletinKinds } from '../../../domain/report/bulletin/kinds.data.ts'
import {
  type BulletinState,
  bulletinStates,
  type IssueWay,
  issueWays,
} from '../../../domain/report/bulletin/lifecycle.ts'
import { bulletinNumber, type BulletinProse } from '../../../domain/report/bulletin/prose.ts'
import { readBatch } from '../../../store/read.ts'
import { type BulletinRow, selectBulletin } from '../../../store/tenant/bulletin/bulletin.ts'
import type { Ctx } from '../../context.ts'

/** A bulletin as it stands (简报工作稿); `locked` is null while its figures are computed. */
export type Bulletin = {
  id: string
  kind: BulletinKind
  period: string
  version: number
  state: BulletinState
  prose: BulletinProse
  locked: BulletinContent | null
  dueOn: string
  checkedBy: string | null
  approvedBy: string | null
  number: string | null
  issuedOn: string | null
  ways: readonly IssueWay[]
  itemId: string | null
}

const storedProse = z.strictObject({
  overview: z.string(),
  findings: z.string(),
  requirements: z.string(),
})
const kindSchema = z.enum(bulletinKinds)

/** Reads a bulletin and the row that it stands in; null where there is none. */
export async function readBulletin(
  { db }: Pick<Ctx, 'db'>,
  id: string,
): Promise<{ row: BulletinRow; bulletin: Bulletin } | null> {
  const [[row]] = await readBatch<[BulletinRow]>(db, [selectBulletin(id)])
  return row === undefined ? null : { row, bulletin: bulletinOf(row) }
}

function bulletinOf(row: BulletinRow): Bulletin {
  const kind = kindSchema.parse(row.kind)
  return {
    id: row.id,
    kind,
    period: row.period,
    version: row.version,
    state: z.enum(bulletinStates).parse(row.state),
    prose: storedProse.parse(JSON.parse(row.prose)),
    locked: row.figures === null ? null : bulletinContent.parse(JSON.parse(row.figures)),
    dueOn: row.due_on,
    checkedBy: row.checked_by,
    approvedBy: row.approved_by,
    number: numberOf({ ...row, kind }),
    issuedOn: row.issued_on,
    ways: z.array(z.enum(issueWays)).parse(JSON.parse(row.ways)),
    itemId: row.item_id,
  }
}

/** The number of a bulletin as it is written; null before it is issued. */
export function numberOf(row: {
  kind: BulletinKind
  number_year: number | null
  number: number | null
}): string | null {
  return row.number_year === null || row.number === null
    ? null
    : bulletinNumber(row.kind, row.number_year, row.number)
}
