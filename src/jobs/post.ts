import type { Ctx } from '../usecases/context.ts'
import { watchCrowds } from './crowd.ts'

/** Longest wait that the platform grants a message, in seconds. */
const longestDelay = 43_200

/**
 * Builds the sender: a message that cannot be sent is left to the sweep, which finds it in the outbox.
 * What one agency sends beyond a few messages at a time goes to the queue of crowds, so that the
 * others do not stand behind it.
 */
export function post(
  { work, crowd }: { work: Queue; crowd: Queue },
  now: () => number,
): Ctx['post'] {
  const isCrowd = watchCrowds()
  return async function send(message, delay = 0) {
    const delaySeconds = Math.ceil(delay / 1000)
    // What is due later than that is found by the sweep.
    if (delaySeconds > longestDelay) return
    const queue = 'tenant' in message && isCrowd(message.tenant, now()) ? crowd : work
    try {
      await queue.send(message, { delaySeconds })
    } catch {
      console.error(JSON.stringify({ level: 'warn', error: 'queue-send', kind: message.kind }))
    }
  }
}
