import type { Ctx } from '../usecases/context.ts'

/** Builds the sender: a message that cannot be sent is left to the sweep, which finds it in the outbox. */
export function post(work: Queue): Ctx['post'] {
  return async function send(message) {
    try {
      await work.send(message)
    } catch {
      console.error(JSON.stringify({ level: 'warn', error: 'queue-send', kind: message.kind }))
    }
  }
}
