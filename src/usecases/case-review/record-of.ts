import { handlingOf } from '../../domain/application/handling.ts'
import { parseFacts } from '../../domain/application/instrument/facts.ts'
import { instrumentRow, isInstrumentKind } from '../../domain/application/instrument/kinds.data.ts'
import { asksArticle, namesArticle } from '../../domain/case-review/article-named.ts'
import type { CaseRecord } from '../../domain/case-review/find-faults.ts'
import { wayOf } from '../../domain/case-review/handled-by.ts'
import type { ApplicationRow } from '../../store/tenant/application/application.ts'
import type { DrawnEventRow, DrawnInstrumentRow } from '../../store/tenant/case-review/draw.ts'
import { openDocument } from '../application/instrument/instrument-view.ts'
import { storedReply } from '../application/instrument/issue.ts'
import { caseOf } from '../application/read-case.ts'
import { serviceOf } from '../application/instrument/service-record.ts'
import type { Ctx } from '../context.ts'
import { handledOf } from './handled-of.ts'

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
    way: wayOf(handledOf(events)),
    outcome: subject.outcome,
    decidedOn: subject.decidedOn,
    ...handlingOf(subject, facts, ctx.calendar),
    articleNamed: await articleNamed(ctx, row, replies.at(-1)),
    hasReply: replies.length > 0,
    isChecked: now.some(({ kind }) => kind === 'application.checked'),
    isSigned: now.some(({ kind }) => kind === 'application.signed'),
    isServed: serviceOf(now) !== null,
    isArchived: subject.state === 'archived',
  }
}

async function articleNamed(
  ctx: Ctx,
  row: ApplicationRow,
  reply: DrawnInstrumentRow | undefined,
): Promise<boolean | null> {
  if (!asksArticle(row.outcome) || reply === undefined) return null
  const { tree } = await openDocument(ctx, row.id, reply)
  return namesArticle(JSON.stringify(tree))
}
