import { agenciesIn } from '../../../domain/agency/offices.ts'
import * as z from 'zod'
import type { Agency } from '../../../domain/agency/agency.ts'
import { reportDueOn } from '../../../domain/report/annual/due.ts'
import { type SubmittedContent, submittedContent } from '../../../domain/report/annual/input.ts'
import { receivedLifecycle, receivedStates } from '../../../domain/report/annual/lifecycle.ts'
import type { Remark } from '../../../domain/report/annual/types.ts'
import { claimsInText } from '../../../domain/report/claims-in-text.ts'
import { checkReport } from '../../../domain/report/check.ts'
import type { ReportFinding } from '../../../domain/report/finding.ts'
import { organOfAgency } from '../../../domain/report/organ.ts'
import { openActions } from '../../../domain/shared/machine.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { type LocalDate, yearOf } from '../../../domain/time/local-date.ts'
import { readBatch } from '../../../store/read.ts'
import {
  type ReceivedRow,
  selectReceived,
  selectReceivedOfYear,
  selectStandingReceived,
} from '../../../store/tenant/statistics/received-report.ts'
import type { Ctx, RegionCtx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'

const submittedRemarks = z.array(z.strictObject({ at: z.string(), text: z.string() }))
const knownState = z.enum(receivedStates)

/** One agency directly below and its report of a year (下级年报): null state is one that has not come. */
export type BelowLine = {
  agency: Agency
  dueOn: LocalDate
  letterId: string | null
  state: string | null
  receivedOn: LocalDate | null
  isLate: boolean
}

/** Lists what the agencies directly below have submitted for a year, last year when left out, and who is missing (报送进度). */
export async function listReceived(
  ctx: Ctx,
  { agencies }: Pick<RegionCtx, 'agencies'>,
  asked?: number,
): Promise<Result<{ year: number; items: BelowLine[] }>> {
  if (!may(ctx.actor, 'report.list')) return turnAway(ctx.actor)
  const today = localDateOf(ctx.now)
  const year = asked ?? yearOf(today) - 1
  const [rows] = await readBatch<[ReceivedRow]>(ctx.db, [selectReceivedOfYear(year)])
  const newest = new Map(rows.map((row) => [row.sender, row]))
  const came = new Map(rows.toReversed().map((row) => [row.sender, localDateOf(row.received_at)]))
  const below = agenciesIn(agencies, year).filter(({ parentId }) => parentId === ctx.agency.id)
  return ok({
    year,
    items: below.map((agency) => {
      const row = newest.get(agency.id)
      const dueOn = reportDueOn(agency, year)
      const receivedOn = row === undefined ? null : localDateOf(row.received_at)
      return {
        agency,
        dueOn,
        letterId: row?.letter_id ?? null,
        state: row?.state ?? null,
        receivedOn,
        // A correction comes later than what came in time.
        isLate: (came.get(agency.id) ?? today) > dueOn,
      }
    }),
  })
}

/** A received report in full (下级年报详情): what was sent, and what the same rules find in it here. */
export type ReceivedView = {
  letterId: string
  version: number
  state: string
  sender: Agency | null
  content: SubmittedContent
  findings: readonly ReportFinding[]
  remarks: readonly Remark[]
  opinion: string | null
  decidedOn: string | null
  actions: readonly ('return' | 'clear')[]
}

/** Shows a received report. */
export async function showReceived(
  ctx: Ctx,
  { agencies }: Pick<RegionCtx, 'agencies'>,
  letterId: string,
): Promise<Result<ReceivedView>> {
  const { actor } = ctx
  if (!may(actor, 'report.list') || actor.type !== 'staff') return turnAway(actor)
  const [[row]] = await readBatch<[ReceivedRow]>(ctx.db, [selectReceived(letterId)])
  if (row === undefined) return refuse({ code: 'not-found' })
  const content = submittedContent.parse(JSON.parse(row.content))
  const sender = agencies.find(({ id }) => id === row.sender) ?? null
  const organ = sender === null ? undefined : organOfAgency(sender)
  const [[before]] = await readBatch<[ReceivedRow]>(ctx.db, [
    selectStandingReceived(row.year - 1, row.sender),
  ])
  const previous =
    before === undefined ? null : submittedContent.parse(JSON.parse(before.content)).report
  const { report, prose } = content
  const narrative = claimsInText(Object.values(prose).join('\n'), report.level)
  return ok({
    letterId,
    version: row.version,
    state: row.state,
    sender,
    content,
    findings: checkReport({ ...report, narrative }, previous, organ).findings,
    remarks: submittedRemarks.parse(JSON.parse(row.remarks)),
    opinion: row.opinion,
    decidedOn: row.decided_on,
    actions: openActions(receivedLifecycle, knownState.parse(row.state), actor.roles),
  })
}
