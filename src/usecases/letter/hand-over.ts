import type { Letter } from '../../domain/letter/letter.ts'
import type { NewEvent } from '../../domain/shared/journal.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import { type CarriedLetter, noteCarried, takeLetter } from '../../store/region/letter.ts'
import { clearTopic } from '../../store/tenant/clear-topic.ts'
import { type LetterRow, markDelivered, selectLetterOut } from '../../store/tenant/letter.ts'
import type { Ctx, RegionCtx } from '../context.ts'

/**
 * The sender's half of a letter's way (交运): hands it to the region, once, and asks for its
 * delivery; after the delivery it notes the arrival. Any number of calls in any order do each once.
 * Refuses `not-found` for a letter that this agency never sent, `forbidden` when the region holds
 * another one under its id.
 */
export async function handOverLetter(
  ctx: Ctx,
  { region }: Pick<RegionCtx, 'region'>,
  id: string,
): Promise<Result<null>> {
  const [[row]] = await readBatch<[LetterRow]>(ctx.db, [selectLetterOut(id)])
  if (row === undefined) return refuse({ code: 'not-found' })
  if (row.deliveredAt !== null) {
    await noteCarried(region, id, ctx.now)
    return ok(null)
  }
  const letter = letterOf(ctx.agency.id, row)
  const carried = await takeLetter(region, letter)
  if (carried === null || !isSame(carried, letter)) return refuse({ code: 'forbidden' })
  const handedOver = clearTopic({ entity: 'letter', entityId: id, seq: 1 })
  if (carried.deliveredAt === null) {
    await commit(ctx, { events: [], statements: [handedOver] })
    await ctx.post({ v: 1, kind: 'deliver', tenant: carried.recipient, key: id })
    return ok(null)
  }
  const arrived: NewEvent = {
    entity: 'letter',
    entityId: id,
    seq: 2,
    kind: 'letter.delivered',
    data: {},
  }
  // Whoever was faster noted the same arrival.
  await commit(ctx, {
    events: [arrived],
    statements: [markDelivered(id, carried.deliveredAt), handedOver],
  })
  await noteCarried(region, id, ctx.now)
  return ok(null)
}

function letterOf(sender: string, row: LetterRow): Letter {
  const { id, other, kind, subject, about, replyTo, payload, sentAt } = row
  return { id, sender, recipient: other, kind, subject, about, replyTo, payload, sentAt }
}

function isSame(carried: CarriedLetter, letter: Letter): boolean {
  const isSealed = carried.deliveredAt === null
  return (
    carried.sender === letter.sender &&
    carried.recipient === letter.recipient &&
    carried.kind === letter.kind &&
    carried.about === letter.about &&
    carried.replyTo === letter.replyTo &&
    (!isSealed || carried.payload === letter.payload)
  )
}
