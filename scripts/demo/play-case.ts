import * as z from 'zod'
import type { Actor } from '../../src/domain/shared/actor.ts'
import type { Result } from '../../src/domain/shared/refusal.ts'
import { nationalCalendar } from '../../src/domain/time/calendar.ts'
import { localDateOf, startOfDay } from '../../src/domain/time/instant.ts'
import { addDays, type LocalDate } from '../../src/domain/time/local-date.ts'
import { addWorkingDays, rollToWorkingDay } from '../../src/domain/time/working-days.ts'
import { actOnCase } from '../../src/usecases/application/act.ts'
import { enterApplication } from '../../src/usecases/application/enter.ts'
import { receiveApplication } from '../../src/usecases/application/receive.ts'
import { registerApplication } from '../../src/usecases/application/register.ts'
import { showCase } from '../../src/usecases/application/show-case.ts'
import type { Ctx } from '../../src/usecases/context.ts'
import type { Answered } from './play-disputes.ts'
import { wayTo } from './play-premise.ts'
import { demoFacts } from './reply-facts.ts'

/** What happens to one invented application, day by day. */
export const caseScript = z.object({
  arrivedAt: z.string(),
  channel: z.string(),
  applicant: z.looseObject({ class: z.string().optional() }),
  subject: z.string(),
  description: z.string(),
  confirmAfterDays: z.number(),
  decideAfterWorkingDays: z.number().nullable(),
  outcome: z.string().nullable(),
  reply: z.string(),
})

export type CaseScript = z.infer<typeof caseScript>

const hour = 3_600_000
/** Applications younger than this in the script's facts are still with the officer. */
const acceptAfterDays = 1

/**
 * Plays one application through the product's use cases at the instants of its script, as a
 * citizen, the queue and an officer would, and answers it once it is answered; throws on any refusal,
 * because facts and rules then differ.
 */
export async function playCase(
  script: CaseScript,
  officer: Actor,
  ctxAt: (now: number) => Promise<Ctx>,
): Promise<Answered | null> {
  const arrivedAt = Date.parse(script.arrivedAt)
  const arrivedOn = localDateOf(arrivedAt)
  const confirmedOn = addDays(arrivedOn, script.confirmAfterDays)
  const today = localDateOf(Date.now())
  const receipt = await bring(script, officer, arrivedAt, ctxAt)
  const at = async (on: LocalDate, hours: number): Promise<Ctx> => ({
    ...(await ctxAt(Math.max(startOfDay(on) + hours * hour, arrivedAt + hour / 2))),
    actor: officer,
  })
  const act = async (ctx: Ctx, action: string, raw: Record<string, unknown>): Promise<void> => {
    must(await actOnCase(ctx, receipt, action, raw), `${action} ${script.channel}`)
  }
  if (confirmedOn > today) return null
  const confirming = await at(confirmedOn, 15)
  const { actions } = must(await showCase(confirming, receipt), 'show')
  if (actions.includes('confirm-receipt')) await act(confirming, 'confirm-receipt', { confirmedOn })
  const acceptOn = rollToWorkingDay(nationalCalendar, addDays(confirmedOn, acceptAfterDays))
  const { steps, isEnd } = wayTo(script.outcome, acceptOn.on)
  for (const { on, hour: hours, action, raw } of steps) {
    if (on > today) return null
    await act(await at(on, hours), action, raw)
  }
  if (isEnd || script.decideAfterWorkingDays === null || script.outcome === null) return null
  const decided = addWorkingDays(nationalCalendar, confirmedOn, script.decideAfterWorkingDays)
  const decidedOn = laterOf(decided.on, ...steps.map(({ on }) => on))
  if (decidedOn > today) return null
  const { outcome, reply } = script
  const facts = demoFacts(outcome, decidedOn)
  await act(await at(decidedOn, 16), 'reply', { outcome, text: reply, ...facts })
  const closedOn = addWorkingDays(nationalCalendar, decidedOn, 1)
  if (closedOn.on <= today) await act(await at(closedOn.on, 10), 'close', {})
  return { receipt, decidedOn }
}

function laterOf(first: LocalDate, ...others: readonly LocalDate[]): LocalDate {
  return others.reduce((latest, on) => (on > latest ? on : latest), first)
}

async function bring(
  script: CaseScript,
  officer: Actor,
  arrivedAt: number,
  ctxAt: (now: number) => Promise<Ctx>,
): Promise<string> {
  const { applicant, subject, description, channel } = script
  const form = {
    applicant,
    request: { subject, description },
    delivery: { form: 'electronic', route: 'online' },
  }
  if (channel === 'internet') {
    const raw = { raw: form, files: [], idempotencyKey: null, clientKey: null }
    const citizen = { ...(await ctxAt(arrivedAt)), actor: { type: 'public' } as const }
    const { receipt } = must(await receiveApplication(citizen, raw), 'receive')
    must(await registerApplication(await ctxAt(arrivedAt + 5000), receipt), 'register')
    return receipt
  }
  const arrivedOn = localDateOf(arrivedAt)
  const desk = {
    ...(await ctxAt(Math.max(arrivedAt, startOfDay(arrivedOn) + 9 * hour))),
    actor: officer,
  }
  const needsConfirmation = channel === 'ordinary-mail' || channel === 'fax'
  const days = needsConfirmation ? { arrivedOn } : { receivedOn: arrivedOn }
  // What is spoken is written down, read back and agreed to (条例第29条).
  const heard = channel === 'oral' ? { readBack: true, consent: true } : {}
  const entry = { channel, ...days, ...heard, ...form }
  return must(await enterApplication(desk, entry), `enter ${channel}`).receipt
}

function must<T>(result: Result<T>, what: string): T {
  if (result.ok) return result.value
  throw new Error(`${what}: ${JSON.stringify(result.refusal)}`)
}
