import type { Case } from '../../../domain/application/case.ts'
import { lifecycle } from '../../../domain/application/lifecycle.ts'
import { transferDeclined, transferDone } from '../../../domain/application/steps/transfer.ts'
import { newPlace, transferReply } from '../../../domain/application/transfer.ts'
import type { Action } from '../../../domain/application/types.ts'
import { step } from '../../../domain/shared/machine.ts'
import { ok, refuse } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import type { LocalDate } from '../../../domain/time/local-date.ts'
import { readBatch } from '../../../store/read.ts'
import type { ApplicationRow } from '../../../store/tenant/application/application.ts'
import { updateApplication } from '../../../store/tenant/application/change.ts'
import {
  closeTransfer,
  selectTransfer,
  type TransferRow,
} from '../../../store/tenant/application/transfer.ts'
import type { Ctx } from '../../context.ts'
import type { LetterEffect, LetterReader } from '../../letter/effect.ts'
import { planNotice, reachable } from '../../notice/plan-notice.ts'
import { momentOf } from '../moment.ts'
import { caseOf, readRow } from '../read-case.ts'
import { openPersonal } from '../instrument/seal.ts'
import { sealPlace } from '../instrument/seal-place.ts'

type Waiting = { row: ApplicationRow; subject: Case }

const actionOf = { registered: 'transfer-done', declined: 'transfer-declined' } as const

/**
 * Receives the receipt for a case that was sent away (移送回执): registered there, it ends here and its
 * page tells where it is; declined, it is taken back. A second receipt changes nothing.
 */
export const receiveTransferReply: LetterReader = async (ctx, letter) => {
  const content = parseInput(transferReply, letter.content)
  if (!content.ok) return content
  const { verdict, on, sealed } = content.value
  const [[sent]] = await readBatch<[TransferRow]>(ctx.db, [selectTransfer(letter.replyTo ?? '')])
  if (sent === undefined || sent.direction !== 'out' || sent.agency !== letter.from.id) {
    return refuse({ code: 'forbidden' })
  }
  const waiting = await waitingCase(ctx, sent, actionOf[verdict])
  if (waiting === null) return ok({ events: [], statements: [], dueOn: null })
  return ok(
    verdict === 'declined' || sealed === null
      ? declined(ctx, waiting.subject, sent)
      : await done(ctx, waiting, sent, { on, sealed }),
  )
}

/** The case that waits for this very answer, or null when an earlier one was taken in. */
async function waitingCase(
  ctx: Ctx,
  { application_id: receipt, state }: TransferRow,
  action: Action,
): Promise<Waiting | null> {
  const row = state === 'sent' ? await readRow(ctx, receipt) : null
  const subject = row === null ? null : caseOf(row)
  return row === null ||
    subject === null ||
    step(lifecycle, subject.state, action, ['system']) === null
    ? null
    : { row, subject }
}

function declined(ctx: Ctx, subject: Case, sent: TransferRow): LetterEffect {
  const { events, patch } = transferDeclined(subject, sent.agency, momentOf(ctx))
  const statements = [
    updateApplication(subject.receipt, patch),
    closeTransfer(sent.id, 'declined', null),
  ]
  return { events, statements, dueOn: null }
}

async function done(
  ctx: Ctx,
  { row, subject }: Waiting,
  sent: TransferRow,
  { on, sealed }: { on: LocalDate; sealed: string },
): Promise<LetterEffect> {
  const keys = await ctx.crossing.keysFrom(sent.agency)
  const place = newPlace.parse(JSON.parse(await keys.open(`transfer.place|${sent.id}`, sealed)))
  const { events, patch } = transferDone(subject, sent.agency, on, momentOf(ctx))
  const statements = [
    updateApplication(subject.receipt, patch),
    closeTransfer(sent.id, 'done', await sealPlace(ctx.keys, sent, place)),
  ]
  const personal = await openPersonal(ctx.keys, row.id, row.sealed, reachable)
  const notice = planNotice(ctx, row, personal, events)
  return {
    events,
    statements: [...statements, ...notice.statements],
    dueOn: null,
    messages: notice.messages,
  }
}
