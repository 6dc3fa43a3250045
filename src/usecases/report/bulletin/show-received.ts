import * as z from 'zod'
import { evidenceSchema, type FindingEvidence } from '../../../domain/report/bulletin/finding.ts'
import {
  bulletinLetter,
  type BulletinLetter,
} from '../../../domain/report/bulletin/letter-content.ts'
import {
  type ReceivedFindingState,
  receivedFindingStates,
} from '../../../domain/report/bulletin/told.ts'
import type { Sheet } from '../../../domain/report/bulletin/sheet.ts'
import { sheetLetter } from '../../../domain/report/bulletin/sheet-letter.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { readBatch } from '../../../store/read.ts'
import {
  type ReceivedSheetRow,
  selectReceivedSheets,
} from '../../../store/tenant/statistics/assessment.ts'
import {
  type ReceivedBulletinLine,
  type ReceivedBulletinRow,
  selectReceivedBulletin,
  selectReceivedBulletins,
} from '../../../store/tenant/bulletin/received-bulletin.ts'
import {
  type ReceivedFindingRow,
  selectReceivedFindings,
} from '../../../store/tenant/bulletin/received-finding.ts'
import type { Ctx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'

/** A finding of the office above as the desk shows it (收到的问题). */
export type ReceivedFinding = {
  sender: string
  id: string
  version: number
  state: ReceivedFindingState
  what: string
  evidence: FindingEvidence
  firstPeriod: string
  times: number
  dueOn: string
  isOverdue: boolean
  answer: string | null
  answeredOn: string | null
  opinion: string | null
}

/** What the office above sent down (收到的简报和问题), the newest bulletins and the most urgent findings first. */
export type ReceivedView = {
  bulletins: ReceivedBulletinLine[]
  findings: ReceivedFinding[]
  sheets: ReceivedSheet[]
}

/** This agency's sheet as the office above showed it (收到的考核表), and what was objected to. */
export type ReceivedSheet = {
  sender: string
  bulletin: string
  version: number
  state: string
  title: string
  sheet: Sheet
  objectBy: string
  mayObject: boolean
  objection: string | null
  reason: string | null
}

const listed = 200

/** Lists the bulletins that came, and the findings in them. */
export async function listReceivedBulletins(ctx: Ctx): Promise<Result<ReceivedView>> {
  if (!may(ctx.actor, 'bulletin.list')) return turnAway(ctx.actor)
  const [bulletins, findings, sheets] = await readBatch<
    [ReceivedBulletinLine, ReceivedFindingRow, ReceivedSheetRow]
  >(ctx.db, [
    selectReceivedBulletins(listed),
    selectReceivedFindings(listed),
    selectReceivedSheets(),
  ])
  const today = localDateOf(ctx.now)
  return ok({
    bulletins,
    findings: findings.map((row) => findingOf(row, today)),
    sheets: sheets.map((row) => sheetOf(row, today)),
  })
}

/** Shows a received bulletin; refuses `not-found` for any other letter. */
export async function showReceivedBulletin(
  ctx: Ctx,
  letterId: string,
): Promise<Result<{ sender: string; content: BulletinLetter }>> {
  if (!may(ctx.actor, 'bulletin.list')) return turnAway(ctx.actor)
  const [[row]] = await readBatch<[ReceivedBulletinRow]>(ctx.db, [selectReceivedBulletin(letterId)])
  if (row === undefined) return refuse({ code: 'not-found' })
  return ok({ sender: row.sender, content: bulletinLetter.parse(JSON.parse(row.content)) })
}

function findingOf(row: ReceivedFindingRow, today: string): ReceivedFinding {
  return {
    sender: row.sender,
    id: row.id,
    version: row.version,
    state: z.enum(receivedFindingStates).parse(row.state),
    what: row.what,
    evidence: evidenceSchema.parse(JSON.parse(row.evidence)),
    firstPeriod: row.first_period,
    times: row.times,
    dueOn: row.due_on,
    isOverdue: row.state === 'open' && row.due_on < today,
    answer: row.answer,
    answeredOn: row.answered_on,
    opinion: row.opinion,
  }
}

function sheetOf(row: ReceivedSheetRow, today: string): ReceivedSheet {
  const { title, sheet } = sheetLetter.parse(JSON.parse(row.content))
  const { sender, bulletin, version, state, objection, reason } = row
  const objectBy = row.object_by
  const mayObject = state === 'open' && today <= objectBy
  return { sender, bulletin, version, state, title, sheet, objectBy, mayObject, objection, reason }
}
