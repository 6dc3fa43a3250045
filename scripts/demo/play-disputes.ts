import type { Actor } from '../../src/domain/shared/actor.ts'
import { localDateOf, startOfDay } from '../../src/domain/time/instant.ts'
import { addDays, type LocalDate } from '../../src/domain/time/local-date.ts'
import type { Ctx } from '../../src/usecases/context.ts'
import { actOnDispute } from '../../src/usecases/dispute/act.ts'
import { registerDispute } from '../../src/usecases/dispute/register.ts'
import { must } from './stage.ts'

/** An answered application of the demonstration. */
export type Answered = { receipt: string; decidedOn: LocalDate }

/** One of so many answers is disputed; how that ends goes round. */
const oneOf = 12
const ends = ['upheld', 'other', 'corrected', 'upheld'] as const
const afterDays = { accepted: 20, copy: 24, answer: 30, end: 60 }
const hour = 3_600_000

/**
 * Plays the reconsiderations of an agency (行政复议) about what it answered, as far as their days have
 * come by now: registered, answered, decided; what was corrected is answered anew by nobody yet.
 */
export async function playDisputes(
  answered: readonly Answered[],
  officer: Actor,
  now: number,
  ctxAt: (at: number) => Promise<Ctx>,
): Promise<void> {
  const today = localDateOf(now)
  const disputed = answered.filter((_, at) => at % oneOf === oneOf - 1)
  for (const [at, { receipt, decidedOn }] of disputed.entries()) {
    const on = (days: number): LocalDate => addDays(decidedOn, days)
    const ctx = async (day: LocalDate): Promise<Ctx> => ({
      ...(await ctxAt(startOfDay(day) + 10 * hour)),
      actor: officer,
    })
    if (on(afterDays.copy) > today) continue
    const raw = {
      kind: 'review',
      procedure: 'ordinary',
      organ: '演示行政复议机关',
      caseNumber: `演示复〔${decidedOn.slice(0, 4)}〕${String(at + 1)}号`,
      case: receipt,
      acceptedOn: on(afterDays.accepted),
      receivedOn: on(afterDays.copy),
    }
    const { id } = must(await registerDispute(await ctx(on(afterDays.copy)), raw), 'dispute')
    const act = async (day: LocalDate, action: string, said: object): Promise<void> => {
      if (day <= today) must(await actOnDispute(await ctx(day), id, action, said), action)
    }
    await act(on(afterDays.answer), 'answer', {})
    const result = ends[at % ends.length] ?? 'upheld'
    await act(on(afterDays.end), 'decide', { result })
    if (result === 'corrected') await act(on(afterDays.end), 'redo', {})
  }
}
