import { decidedContent, submittedContent } from '../../../domain/report/annual/input.ts'
import { reportLifecycle } from '../../../domain/report/annual/lifecycle.ts'
import type { NewEvent } from '../../../domain/shared/journal.ts'
import { step } from '../../../domain/shared/machine.ts'
import { ok, refuse } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { yearOf } from '../../../domain/time/local-date.ts'
import { readBatch } from '../../../store/read.ts'
import {
  putReceived,
  type ReceivedRow,
  selectOpenReceived,
} from '../../../store/tenant/statistics/received-report.ts'
import type { LetterReader } from '../../letter/effect.ts'
import { reportStatement, stepped } from './commit-report.ts'
import { readReport } from './read-work.ts'

/**
 * Receives the report of an agency directly below (收到年报): it waits for a decision, and takes the place of
 * an earlier one that nobody decided. Refuses one from elsewhere, in another's name, or of a year
 * that is not over.
 */
export const receiveReport: LetterReader = async (ctx, letter) => {
  const content = parseInput(submittedContent, letter.content)
  if (!content.ok) return content
  const { year, edition, report } = content.value
  const isTheirs =
    letter.from.parentId === ctx.agency.id &&
    report.agency === letter.from.name &&
    report.year === year
  if (!isTheirs) return refuse({ code: 'forbidden' })
  if (year >= yearOf(localDateOf(ctx.now))) {
    return refuse({ code: 'invalid', errors: [{ pointer: '/year', problem: 'in-future' }] })
  }
  const [earlier] = await readBatch<[ReceivedRow]>(ctx.db, [
    selectOpenReceived(year, letter.from.id),
  ])
  const replaced = earlier.map((row) =>
    Object.assign({}, row, { version: row.version + 1, state: 'replaced' }),
  )
  const received: ReceivedRow = {
    letter_id: letter.id,
    version: 1,
    state: 'open',
    sender: letter.from.id,
    year,
    edition,
    content: JSON.stringify(content.value),
    remarks: '[]',
    opinion: null,
    received_at: ctx.now,
    decided_on: null,
  }
  return ok({
    events: [...replaced, received].map((row) =>
      receivedStep(row, row.state === 'open' ? 'receive' : 'replace'),
    ),
    statements: [...replaced, received].map(putReceived),
    dueOn: null,
  })
}

/** The event of a step of a received report. */
export function receivedStep(row: ReceivedRow, name: string): NewEvent {
  return {
    entity: 'received-report',
    entityId: row.letter_id,
    seq: row.version,
    kind: 'received-report.stepped',
    data: { step: name, from: row.sender, year: row.year },
  }
}

/**
 * Receives the decision of the office above on a report of ours (年报审核意见). One on a report that was
 * taken back or sent again meanwhile is kept as a letter and changes nothing.
 */
export const receiveReportDecision: LetterReader = async (ctx, letter) => {
  const content = parseInput(decidedContent, letter.content)
  if (!content.ok) return content
  if (letter.from.id !== ctx.agency.parentId) return refuse({ code: 'forbidden' })
  const { year, verdict, remarks, opinion } = content.value
  const stored = await readReport(ctx, year)
  const action = verdict === 'cleared' ? 'clear' : 'return'
  const open = stored === null ? null : step(reportLifecycle, stored.work.state, action, ['system'])
  if (stored === null || open === null || stored.work.letterId !== letter.replyTo) {
    return ok({ events: [], statements: [], dueOn: null })
  }
  const whole = opinion === null || opinion === '' ? [] : [{ at: '', text: opinion }]
  const work = {
    ...stored.work,
    version: stored.work.version + 1,
    state: open.to,
    remarks: [...whole, ...remarks],
    decidedOn: localDateOf(ctx.now),
  }
  const next = { ...stored, work }
  return ok({
    events: [stepped(work, action)],
    statements: [reportStatement(ctx, next, letter.from.id)],
    dueOn: null,
  })
}
