import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { toRfc3339 } from '../../domain/time/instant.ts'
import { readBatch } from '../../store/read.ts'
import { type LetterRow, selectLetterIn, selectLetterOut } from '../../store/tenant/letter.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { letterView, type LetterView } from './letter-view.ts'

/** A letter in full (公函): its content as its kind defines it, and the letters it answers or that answered it. */
export type OpenedLetter = LetterView & {
  about: string
  sentAt: string
  replyTo: string | null
  answeredBy: string | null
  content: unknown
  /** steps open to this officer now */
  actions: string[]
}

/** Opens a letter that came or was sent; refuses `not-found` for any other. */
export async function showLetter(ctx: Ctx, id: string): Promise<Result<OpenedLetter>> {
  if (!may(ctx.actor, 'letter.list')) return turnAway(ctx.actor)
  const [[received], [sent]] = await readBatch<[LetterRow, LetterRow]>(ctx.db, [
    selectLetterIn(id),
    selectLetterOut(id),
  ])
  const row = received ?? sent
  if (row === undefined) return refuse({ code: 'not-found' })
  const view = letterView(received === undefined ? 'sent' : 'received', row, ctx.now)
  const content: unknown = JSON.parse(row.payload)
  return ok({
    ...view,
    about: row.about,
    sentAt: toRfc3339(row.sentAt),
    replyTo: row.replyTo,
    answeredBy: row.answeredBy,
    content,
    actions: mayAnswer(ctx, view) ? ['answer'] : [],
  })
}

function mayAnswer(ctx: Ctx, { box, kind, state }: LetterView): boolean {
  const isOpen = box === 'received' && kind === 'item-consultation' && state !== 'answered'
  return isOpen && may(ctx.actor, 'consultation.answer')
}
