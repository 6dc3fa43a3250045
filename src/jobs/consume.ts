import { parseMessage } from './message.ts'
import { keepDeadLetters } from './dead-letter.ts'
import { type Errand, perform, startErrand } from './perform.ts'
import type { JobParts } from './parts.ts'

type Delivery = MessageBatch['messages'][number]

const deadQueue = 'work-dead'
/** Longest wait before another try, in seconds. */
const longestDelay = 3600

/**
 * Works a batch of the queue (收件): each message alone, acknowledged only after its effect is
 * durable and tried again later when it failed; never throws. Agencies are worked beside each other
 * and the messages of one in their order, so that none waits for another's database. What nobody
 * can ever do, and what the platform gave up, is kept as a dead letter.
 */
export async function consume(batch: MessageBatch, parts: JobParts): Promise<void> {
  const errand = startErrand(parts)
  const isDead = batch.queue === deadQueue
  await Promise.all(
    Array.from(byAgency(batch.messages).values(), async (deliveries) => {
      for (const delivery of deliveries) await take(delivery, errand, isDead)
    }),
  )
}

function byAgency(messages: readonly Delivery[]): Map<string, Delivery[]> {
  const groups = new Map<string, Delivery[]>()
  for (const delivery of messages) {
    const message = parseMessage(delivery.body)
    // Sweeps and recomputations go over many agencies one after another: they share a place.
    const place = message !== null && 'tenant' in message ? message.tenant : ''
    groups.set(place, [...(groups.get(place) ?? []), delivery])
  }
  return groups
}

async function take(delivery: Delivery, errand: Errand, isDead: boolean): Promise<void> {
  const { parts } = errand
  try {
    if (isDead) {
      await keepDeadLetters(parts, [{ body: delivery.body, reason: 'retries-exhausted' }])
    } else {
      const message = parseMessage(delivery.body)
      const fault = message === null ? 'malformed' : await perform(errand, message)
      if (fault !== null) await keepDeadLetters(parts, [{ body: delivery.body, reason: fault }])
    }
    delivery.ack()
  } catch (error) {
    // Only the kind of error is written: its text may carry SQL with its parameters.
    console.error(
      JSON.stringify({
        level: 'error',
        error: error instanceof Error ? error.name : 'unknown',
        job: parseMessage(delivery.body)?.kind ?? 'malformed',
        attempts: delivery.attempts,
      }),
    )
    delivery.retry({ delaySeconds: Math.min(2 ** delivery.attempts, longestDelay) })
  }
}
