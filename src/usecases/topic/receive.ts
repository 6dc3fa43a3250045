import * as z from 'zod'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf, toRfc3339 } from '../../domain/time/instant.ts'
import { topicForm } from '../../domain/topic/input.ts'
import { commit } from '../../store/commit.ts'
import { insertTopic } from '../../store/tenant/topic.ts'
import { secretFor } from '../application/receipt-secret.ts'
import type { Ctx } from '../context.ts'
import { withinLimits } from '../limit.ts'
import { recall } from '../recall.ts'
import { topicLimits } from './limits.ts'
import { sealContact, sealWritten } from './seal.ts'
import { makeTopicReceipt } from './topic-receipt.ts'

/** What a proposer is given (点题回执): receipt, query password, instant (RFC 3339). */
export type TopicReceipt = { receipt: string; secret: string; submittedAt: string }

const remembered = z.strictObject({ receipt: z.string(), submittedAt: z.string() })

/**
 * Takes a topic request from the public (点题): what was written and how to reach its author are
 * sealed; nobody outside the desk sees any of it. `clientKey` null lifts the limits.
 */
export async function receiveTopic(
  ctx: Ctx,
  input: { raw: unknown; idempotencyKey: string | null; clientKey: string | null },
): Promise<Result<TopicReceipt>> {
  const form = parseInput(topicForm, input.raw)
  if (!form.ok) return form
  const repeat = await recall(ctx, 'topic.submit', input.idempotencyKey, form.value, remembered)
  if (!repeat.ok) return repeat
  if (repeat.value.earlier !== null) return withSecret(ctx, repeat.value.earlier)
  const limits = input.clientKey === null ? [] : topicLimits(input.clientKey)
  const admitted = await withinLimits(ctx, limits)
  if (!admitted.ok) return admitted
  const receipt = await makeTopicReceipt(ctx.keys, input.idempotencyKey)
  const answer = { receipt, submittedAt: toRfc3339(ctx.now) }
  const { contact, ...text } = form.value
  const id = ctx.newId()
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'topic',
        entityId: id,
        seq: 1,
        kind: 'topic.submitted',
        data: { on: localDateOf(ctx.now) },
      },
    ],
    statements: [
      insertTopic({
        id,
        receipt,
        state: 'submitted',
        origin: 'public',
        arrivedAt: ctx.now,
        sealed: await sealWritten(ctx.keys, receipt, text),
        contactSealed: contact === undefined ? null : await sealContact(ctx.keys, receipt, contact),
        title: null,
        grounds: null,
        listedAt: null,
      }),
      ...repeat.value.remember(answer),
    ],
  })
  if (outcome.ok) {
    await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
    return withSecret(ctx, answer)
  }
  // The same form came twice at once: the other one's answer is this one's too.
  const again = await recall(ctx, 'topic.submit', input.idempotencyKey, form.value, remembered)
  if (!again.ok) return again
  const { earlier } = again.value
  return earlier === null ? refuse({ code: 'busy' }) : withSecret(ctx, earlier)
}

async function withSecret(
  { keys }: Ctx,
  answer: z.output<typeof remembered>,
): Promise<Result<TopicReceipt>> {
  return ok({ ...answer, secret: await secretFor(keys, answer.receipt) })
}
