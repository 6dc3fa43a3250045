import type { Ctx } from '../usecases/context.ts'

/** Longest wait that the platform grants a message, in seconds. */
const longestDelay = 43_200

/** Builds the sender: a message that cannot be sent is left to the sweep, which finds it in the outbox. */
export function post(work: Queue): Ctx['post'] {
  return async function send(message, delay = 0) {
    const delaySeconds = Math.ceil(delay / 1000)
    // What is due later than that is found by the sweep.
    if (delaySeconds > longestDelay) return
    try {
      await work.send(message, { delaySeconds })
    } catch {
      console.error(JSON.stringify({ level: 'warn', error: 'queue-send', kind: message.kind }))
    }
  }
}
