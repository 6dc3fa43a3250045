import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import { selectTopic, type TopicRow } from '../../store/tenant/topic.ts'
import type { Ctx } from '../context.ts'
import { noteOpening } from '../note-opening.ts'
import { may, turnAway } from '../permissions.ts'
import { openSealedContact } from './seal.ts'

/** Opens how to reach the author of a topic (查看联系方式); every opening is written down first. */
export async function openContact(ctx: Ctx, id: string): Promise<Result<{ contact: string }>> {
  const { actor } = ctx
  if (!may(actor, 'topic.act') || actor.type !== 'staff') return turnAway(actor)
  const [[row]] = await readBatch<[TopicRow]>(ctx.db, [selectTopic(id)])
  if (row === undefined || row.contact_sealed === null) return refuse({ code: 'not-found' })
  const noted = await noteOpening(ctx, 'topic', id, {
    kind: 'topic.contact-opened',
    data: { staff: actor.id },
  })
  if (!noted.ok) return noted
  return ok({ contact: await openSealedContact(ctx.keys, row.receipt, row.contact_sealed) })
}
