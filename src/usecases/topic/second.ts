import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import { addSeconds, type PublicTopicRow, selectListedTopic } from '../../store/tenant/topic.ts'
import type { Ctx } from '../context.ts'
import { withinLimits } from '../limit.ts'
import { secondLimits } from './limits.ts'

const maxTries = 5

/**
 * Seconds an open topic (附议): a count and nothing about who; the same client counts once a day.
 * Only topics that still wait for a decision or its fulfilment can be seconded.
 */
export async function secondTopic(
  ctx: Ctx,
  id: string,
  clientKey: string,
): Promise<Result<{ seconds: number }>> {
  const first = await readOpen(ctx, id)
  if (!first.ok) return first
  const admitted = await withinLimits(ctx, secondLimits(id, clientKey))
  if (!admitted.ok) return admitted
  let { seconds } = first.value
  for (let attempt = 1; attempt <= maxTries; attempt += 1) {
    const outcome = await commit(ctx, {
      events: [
        {
          entity: 'topic-second',
          entityId: id,
          seq: seconds + 1,
          kind: 'topic.seconded',
          data: { on: localDateOf(ctx.now) },
        },
      ],
      statements: [addSeconds(id, 1)],
    })
    if (outcome.ok) return ok({ seconds: seconds + 1 })
    const again = await readOpen(ctx, id)
    if (!again.ok) return again
    seconds = Math.max(again.value.seconds, seconds + 1)
  }
  return refuse({ code: 'busy' })
}

async function readOpen({ db }: Ctx, id: string): Promise<Result<PublicTopicRow>> {
  const [[row]] = await readBatch<[PublicTopicRow]>(db, [selectListedTopic(id)])
  if (row === undefined) return refuse({ code: 'not-found' })
  return row.state === 'open' || row.state === 'adopted'
    ? ok(row)
    : refuse({ code: 'step-not-open', state: row.state, action: 'second' })
}
