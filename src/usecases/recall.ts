import type * as z from 'zod'
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

function remembering({ key, digest }: Repeatable, answer: unknown, now: number): Statement {
  return rememberStatement(key, { digest, answer: JSON.stringify(answer) }, now)
}
