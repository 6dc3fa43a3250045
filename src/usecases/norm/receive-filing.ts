import { type Filing, filingContent, filingOutcome } from '../../domain/norm/filing.ts'
import { reviewByOf } from '../../domain/norm/norm.ts'
import type { NewEvent } from '../../domain/shared/journal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { readBatch } from '../../store/read.ts'
import { putFiling, selectFiling } from '../../store/tenant/norm/filing.ts'
import type { Ctx } from '../context.ts'
import type { LetterReader } from '../letter/effect.ts'

/**
 * Receives the filing of a document from an agency directly below (收到报备): the clock of the review
 * begins; a filing that it corrects is closed.
 */
export const receiveFiling: LetterReader = async (ctx, letter) => {
  const content = parseInput(filingContent, letter.content)
  if (!content.ok) return content
  if (letter.from.parentId !== ctx.agency.id) return refuse({ code: 'forbidden' })
  const { document, number, title, publishedOn, filedOn, fileBy, corrects } = content.value
  const today = localDateOf(ctx.now)
  const filing: Filing = {
    letterId: letter.id,
    version: 1,
    state: 'open',
    sender: letter.from.id,
    documentId: document,
    number,
    title,
    publishedOn,
    filedOn,
    fileBy,
    dueOn: reviewByOf(ctx.agency, today, ctx.calendar),
    opinion: null,
    decidedOn: null,
    correctBy: null,
    outcome: null,
    outcomeOn: null,
  }
  const earlier = await readFiling(ctx, corrects ?? '', letter.from.id)
  const closing = earlier === null ? [] : [closed(earlier, 'corrected', filedOn)]
  return ok({
    events: [
      {
        entity: 'filing',
        entityId: letter.id,
        seq: 1,
        kind: 'filing.received',
        data: { from: letter.from.id },
      },
      ...closing.map(({ event }) => event),
    ],
    statements: [putFiling(filing), ...closing.map(({ filing: row }) => putFiling(row))],
    dueOn: null,
  })
}

/** Receives what became of a filed document (收到处理结果): its filing here is closed. */
export const receiveOutcome: LetterReader = async (ctx, letter) => {
  const content = parseInput(filingOutcome, letter.content)
  if (!content.ok) return content
  const { filing: id, outcome, on } = content.value
  const filing = await readFiling(ctx, id, letter.from.id)
  // The filing is still on its way: this letter is tried again until it has come.
  if (filing === null) throw new Error('outcome came before its filing')
  const { event, filing: row } = closed(filing, outcome, on)
  return ok({ events: [event], statements: [putFiling(row)], dueOn: null })
}

async function readFiling({ db }: Ctx, id: string, sender: string): Promise<Filing | null> {
  const [[filing]] = await readBatch<[Filing]>(db, [selectFiling(id)])
  return filing?.sender === sender ? filing : null
}

function closed(filing: Filing, outcome: string, on: string): { event: NewEvent; filing: Filing } {
  const version = filing.version + 1
  const state = filing.state === 'revoked' ? filing.state : 'closed'
  return {
    event: {
      entity: 'filing',
      entityId: filing.letterId,
      seq: version,
      kind: 'filing.closed',
      data: { outcome },
    },
    filing: { ...filing, version, state, outcome, outcomeOn: on },
  }
}
