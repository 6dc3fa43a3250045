import { type Case, caseClock, handledSince } from '../../domain/application/case.ts'
import { answerOf, type Facts, parseFacts } from '../../domain/application/instrument/facts.ts'
import { instrumentRow, isInstrumentKind } from '../../domain/application/instrument/kinds.data.ts'
import { exclusions, type Ledger, sinceRedo } from '../../domain/application/ledger.ts'
import type { CaseRecord } from '../../domain/case-review/find-faults.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { localDate } from '../../domain/time/local-date.ts'
import { addWorkingDays } from '../../domain/time/working-days.ts'
import type { ApplicationRow } from '../../store/tenant/application.ts'
import type { DrawnEventRow, DrawnInstrumentRow } from '../../store/tenant/case-review-draw.ts'
import { openDocument } from '../application/instrument-view.ts'
import { storedReply } from '../application/issue.ts'
import { caseOf } from '../application/read-case.ts'
import { serviceOf } from '../application/service-record.ts'
import type { Ctx } from '../context.ts'

/** Working days within which a correction is told (条例第30条). */
const correctionDays = 7
const article = /第[一二三四五六七八九十百零〇\d]{1,8}条/

/** Gathers what the records of a case say of its handling (汇集案卷记录). */
export async function recordOf(
  ctx: Ctx,
  row: ApplicationRow,
  events: readonly DrawnEventRow[],
  instruments: readonly DrawnInstrumentRow[],
): Promise<CaseRecord> {
  const subject = caseOf(row)
  const since = events.findLastIndex(({ kind }) => kind === 'application.redo-ordered')
  const now = events.slice(since + 1)
  const replies = instruments.filter(
    ({ kind }) => isInstrumentKind(kind) && instrumentRow(kind).reply,
  )
  const facts = parseFacts((await storedReply(ctx, row))?.facts ?? {})
  return {
    outcome: subject.outcome,
    decidedOn: subject.decidedOn,
    dueOn: dueOn(subject, ctx.calendar),
    corrections: correctionsOf(subject, ctx.calendar),
    extensions: extensionsOf(subject, ctx.calendar),
    thirdPartyAsked: exclusions(subject.ledger).some(({ party }) => party === 'third-party'),
    searchStated: searchStated(subject, facts),
    articleNamed: await articleNamed(ctx, row, replies.at(-1)),
    hasReply: replies.length > 0,
    isChecked: now.some(({ kind }) => kind === 'application.checked'),
    isSigned: now.some(({ kind }) => kind === 'application.signed'),
    isServed: serviceOf(now) !== null,
    isArchived: subject.state === 'archived',
  }
}

function dueOn(subject: Case, calendar: Calendar): CaseRecord['dueOn'] {
  const { decidedOn } = subject
  const clock = decidedOn === null ? null : caseClock(subject, decidedOn, calendar)
  return clock === null ? null : localDate(clock.dueOn)
}

/** Of the present handling alone: what came before an order to answer anew was judged with it. */
function correctionsOf(subject: Case, calendar: Calendar): CaseRecord['corrections'] {
  const { on: since } = handledSince(subject)
  if (since === null) return []
  const last = addWorkingDays(calendar, since, correctionDays).on
  return sinceRedo(subject.ledger).flatMap((one) =>
    one.kind === 'wait' && one.for === 'correction' ? [{ on: one.on, dueOn: last }] : [],
  )
}

function extensionsOf({ channel, ledger }: Case, calendar: Calendar): CaseRecord['extensions'] {
  return ledger.flatMap((one, at) => {
    if (one.kind !== 'extend') return []
    const before: Ledger = ledger.slice(0, at)
    const clock = caseClock({ channel, ledger: before, decidedOn: null }, one.on, calendar)
    return clock === null ? [] : [{ on: one.on, dueBefore: localDate(clock.dueOn) }]
  })
}

function searchStated({ outcome }: Case, facts: Facts): boolean | null {
  const answer = outcome === null ? null : answerOf(outcome, facts.variant)
  return answer?.needs.includes('searchedIn') === true ? facts.searchedIn !== undefined : null
}

async function articleNamed(
  ctx: Ctx,
  row: ApplicationRow,
  reply: DrawnInstrumentRow | undefined,
): Promise<boolean | null> {
  const isRefusal = row.outcome === 'partialGrant' || row.outcome?.startsWith('denied.') === true
  if (!isRefusal || reply === undefined) return null
  const { tree } = await openDocument(ctx, row.id, reply)
  return article.test(JSON.stringify(tree))
}
