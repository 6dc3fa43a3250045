import {
  consultationDue,
  excerptFor,
  standingOf,
  usualDays,
} from '../../domain/consultation/consultation.ts'
import type { NewEvent } from '../../domain/shared/journal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { Statement } from '../../store/statement.ts'
import { insertConsultation } from '../../store/tenant/consultation.ts'
import type { Ctx, Message } from '../context.ts'
import { planLetter } from '../letter/plan-letter.ts'
import { consultationsOf } from './consultations-of.ts'

/** The text of an item about which other agencies are asked. */
export type AskedItem = {
  id: string
  edition: number
  digest: string
  title: string
  summary: string | null
  text: string
}

/** Questions as part of a verb's own commit, and the messages to post after it. */
export type PlannedConsultations = {
  events: NewEvent[]
  statements: Statement[]
  messages: Message[]
}

/**
 * Plans the questions to the agencies that an item concerns (征求意见, 条例第11条): one letter to each
 * that was not asked about this very text yet, or that disagreed and is asked again.
 */
export async function planConsultations(
  ctx: Pick<Ctx, 'agency' | 'calendar' | 'db' | 'now' | 'newId'>,
  item: AskedItem,
  coAgencies: readonly string[],
): Promise<PlannedConsultations> {
  const planned: PlannedConsultations = { events: [], statements: [], messages: [] }
  if (coAgencies.length === 0) return planned
  const today = localDateOf(ctx.now)
  const asked = await consultationsOf(ctx, item.id, item.digest)
  const days = ctx.agency.settings.consultationDays ?? usualDays
  const dueOn = consultationDue(ctx.calendar, today, days)
  const { id, text, ...rest } = item
  for (const agencyId of new Set(coAgencies)) {
    const standing = standingOf(asked, agencyId, today)
    if (standing !== 'not-asked' && standing !== 'disagreed') continue
    const letter = planLetter(ctx, {
      to: agencyId,
      kind: 'item-consultation',
      subject: item.title,
      about: id,
      dueOn,
      payload: { item: id, ...rest, ...excerptFor(text), askedOn: today, dueOn },
    })
    planned.events.push(...letter.events, {
      entity: 'consultation',
      entityId: letter.id,
      seq: 1,
      kind: 'consultation.asked',
      data: { item: id, of: agencyId },
    })
    planned.statements.push(
      ...letter.statements,
      insertConsultation({
        letterId: letter.id,
        itemId: id,
        edition: item.edition,
        digest: item.digest,
        agencyId,
        askedAt: ctx.now,
        dueOn,
      }),
    )
    planned.messages.push(letter.message)
  }
  return planned
}
