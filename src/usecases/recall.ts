import * as z from 'zod'
import { ok, type Result } from '../domain/shared/refusal.ts'
import { readBatch } from '../store/read.ts'
import type { Statement } from '../store/statement.ts'
import {
  type Remembered,
  rememberedStatement,
  rememberStatement,
} from '../store/tenant/idempotency.ts'
import type { Ctx } from './context.ts'
import { answerAgain, repeatable, type Repeatable } from './idempotency.ts'

/** A request that may come twice: what it was answered before, and how its answer is remembered. */
export type Recall<T> = { earlier: T | null; remember: (answer: T) => Statement[] }

/**
 * Looks up what a verb answered under an idempotency key (幂等); without a key nothing is looked up
 * or remembered. Refuses `idempotency-conflict` for other content under the same key.
 */
export async function recall<T>(
  ctx: Pick<Ctx, 'db' | 'keys' | 'now'>,
  verb: string,
  idempotencyKey: string | null,
  content: unknown,
  shape: z.ZodType<T>,
): Promise<Result<Recall<T>>> {
  if (idempotencyKey === null) return ok({ earlier: null, remember: () => [] })
  const repeat = await repeatable(ctx.keys, verb, idempotencyKey, content)
  const [[found]] = await readBatch<[Remembered]>(ctx.db, [rememberedStatement(repeat.key)])
  const remember = (answer: T): Statement[] => [remembering(repeat, answer, ctx.now)]
  if (found === undefined) return ok({ earlier: null, remember })
  const earlier = answerAgain(found, repeat, shape)
  return earlier.ok ? ok({ earlier: earlier.value, remember }) : earlier
}

const remembered = z.strictObject({ id: z.string() })

/** {@link recall} of a verb that makes one thing: what is remembered is its number alone (幂等). */
export async function recallId(
  ctx: Pick<Ctx, 'db' | 'keys' | 'now'>,
  verb: string,
  idempotencyKey: string | null,
  content: unknown,
): Promise<Result<{ earlier: string | null; remember: Remember }>> {
  const repeat = await recall(ctx, verb, idempotencyKey, content, remembered)
  if (!repeat.ok) return repeat
  const { earlier, remember } = repeat.value
  return ok({ earlier: earlier?.id ?? null, remember: (id) => remember({ id }) })
}

/** What belongs to the batch that makes a thing, so that it is made once (幂等记忆). */
export type Remember = (id: string) => Statement[]

/** Makes one thing, or shows `again` what was made under the same key (幂等). */
export async function once<T>(
  ctx: Pick<Ctx, 'db' | 'keys' | 'now'>,
  asked: { verb: string; key: string | null; content: unknown },
  verb: { again: (id: string) => Promise<Result<T>>; make: (r: Remember) => Promise<Result<T>> },
): Promise<Result<T>> {
  const repeat = await recallId(ctx, asked.verb, asked.key, asked.content)
  if (!repeat.ok) return repeat
  const { earlier, remember } = repeat.value
  if (earlier !== null) return verb.again(earlier)
  const made = await verb.make(remember)
  if (made.ok || asked.key === null) return made
  // What stood against it may be what the same call made a moment ago.
  const late = await recallId(ctx, asked.verb, asked.key, asked.content)
  return late.ok && late.value.earlier !== null ? verb.again(late.value.earlier) : made
}

function remembering({ key, digest }: Repeatable, answer: unknown, now: number): Statement {
  return rememberStatement(key, { digest, answer: JSON.stringify(answer) }, now)
}
