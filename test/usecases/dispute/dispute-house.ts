import type { Role } from '../../../src/domain/shared/actor.ts'
import type { OutcomeKey } from '../../../src/domain/shared/report-keys.data.ts'
import type { Result } from '../../../src/domain/shared/refusal.ts'
import { actOnCase } from '../../../src/usecases/application/act.ts'
import { enterApplication } from '../../../src/usecases/application/enter.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { actOnDispute } from '../../../src/usecases/dispute/act.ts'
import { registerDispute } from '../../../src/usecases/dispute/register.ts'
import type { DisputeView } from '../../../src/usecases/dispute/show.ts'
import { entry } from '../../support/application-form.ts'
import { type House, officer } from '../../support/house.ts'
import { factsFor } from '../../support/reply-facts.ts'

/** A value, or a failed test. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

/** An officer of an agency on a day. */
export async function officerOn(
  house: House,
  agency: string,
  day: string,
  ...roles: Role[]
): Promise<Ctx> {
  return house.ctx(agency, officer(...roles), `${day}T09:00:00+08:00`)
}

/** An application that came in person and was answered on the spot; its receipt. */
export async function answered(
  house: House,
  agency: string,
  days: { receivedOn: string; repliedOn: string },
  outcome: OutcomeKey = 'denied.processInfo',
): Promise<string> {
  const head = await officerOn(house, agency, days.repliedOn, 'head')
  const entered = entry('in-person', { receivedOn: days.receivedOn })
  const { receipt } = valueOf(await enterApplication(head, entered))
  valueOf(await actOnCase(head, receipt, 'accept', {}))
  await reply(head, receipt, outcome)
  return receipt
}

/** Answers an application on the spot. */
export async function reply(head: Ctx, receipt: string, outcome: OutcomeKey): Promise<void> {
  const raw = { outcome, text: '答复', ...factsFor(outcome) }
  valueOf(await actOnCase(head, receipt, 'reply', raw))
}

/** What a reconsideration is registered with. */
export const review = {
  kind: 'review',
  organ: '东县人民政府',
  caseNumber: '东政复〔2026〕12号',
  party: '金丝雀王某',
  about: '金丝雀不予公开',
  acceptedOn: '2026-03-20',
  receivedOn: '2026-03-24',
} as const

/** Registers a dispute; its id. */
export async function registered(ctx: Ctx, raw: object = review): Promise<string> {
  return valueOf(await registerDispute(ctx, raw)).id
}

/** Takes a step of a dispute. */
export async function step(
  ctx: Ctx,
  id: string,
  action: string,
  raw: object = {},
): Promise<DisputeView> {
  return valueOf(await actOnDispute(ctx, id, action, raw))
}
