import { parseMessage } from './message.ts'
import { keepDeadLetters } from './dead-letter.ts'
import { perform, startErrand } from './perform.ts'
import type { JobParts } from './parts.ts'

const deadQueue = 'work-dead'
/** Longest wait before another try, in seconds. */
const longestDelay = 3600

/**
 * Works a batch of the queue (收件): each message alone, acknowledged only after its effect is
 * durable and tried again later when it failed; never throws. What nobody can ever do, and what
 * the platform gave up, is kept as a dead letter.
 */
export async function consume(batch: MessageBatch, parts: JobParts): Promise<void> {
  const errand = startErrand(parts)
  for (const delivery of batch.messages) {
    try {
      if (batch.queue === deadQueue) {
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
}
