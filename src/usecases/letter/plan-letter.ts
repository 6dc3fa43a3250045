import { type Letter, type LetterKind, payloadLimit } from '../../domain/letter/letter.ts'
import type { NewEvent } from '../../domain/shared/journal.ts'
import type { LocalDate } from '../../domain/time/local-date.ts'
import type { Statement } from '../../store/statement.ts'
import { insertLetterOut, markInAnswered } from '../../store/tenant/letter.ts'
import type { Ctx, Message } from '../context.ts'

/** What a verb says of a letter that it sends; `payload` is what its kind's reader parses. */
export type NewLetter = {
  to: string
  kind: LetterKind
  subject: string
  /** id of what it is about, here */
  about: string
  /** the received letter that it answers */
  replyTo?: string
  /** day by which an answer is wanted, as shown here */
  dueOn?: LocalDate
  payload: unknown
}

/** A letter as part of a verb's own commit, and the message to post after it. */
export type PlannedLetter = {
  id: string
  events: NewEvent[]
  statements: Statement[]
  message: Message
}

/**
 * Plans a letter to another agency (发函): rows and events for the verb's own commit, so that a
 * letter leaves exactly when what it tells has happened. A second answer to the same letter meets
 * the event of the first one. Throws for a content over 60 KB, which the verb must have cut.
 */
export function planLetter(
  ctx: Pick<Ctx, 'agency' | 'now' | 'newId'>,
  { to, kind, subject, about, replyTo, dueOn, payload }: NewLetter,
): PlannedLetter {
  const letter: Letter = {
    id: ctx.newId(),
    sender: ctx.agency.id,
    recipient: to,
    kind,
    subject,
    about,
    replyTo: replyTo ?? null,
    payload: JSON.stringify(payload),
    sentAt: ctx.now,
  }
  if (new TextEncoder().encode(letter.payload).length > payloadLimit) {
    throw new Error(`letter of kind ${kind} is too long`)
  }
  const { id } = letter
  const events: NewEvent[] = [
    {
      entity: 'letter',
      entityId: id,
      seq: 1,
      kind: 'letter.sent',
      data: { to, letter: kind },
      topic: 'letter',
    },
  ]
  const statements = [insertLetterOut(letter, dueOn ?? null)]
  if (replyTo !== undefined) {
    events.push({
      entity: 'letter',
      entityId: replyTo,
      seq: 2,
      kind: 'letter.answered',
      data: { answer: id },
    })
    statements.push(markInAnswered(replyTo, id, ctx.now))
  }
  const message: Message = { v: 1, kind: 'letter', tenant: ctx.agency.id, key: id }
  return { id, events, statements, message }
}
