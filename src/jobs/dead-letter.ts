import { closeLetters, keepLetters, waitingLetters } from '../usecases/region/dead-letters.ts'
import { parseMessage } from './message.ts'
import type { JobParts } from './parts.ts'

/**
 * Why a message was given up: nobody's shape, agency or record, a letter that is not this agency's
 * or that its kind does not know, or every try failed.
 */
export type DeadReason =
  | 'malformed'
  | 'unknown-agency'
  | 'unknown-key'
  | 'wrong-agency'
  | 'letter-refused'
  | 'retries-exhausted'

/** Most letters sent again at once; the platform's limit of one `sendBatch`. */
const replayLimit = 100

/**
 * Keeps given-up messages (死信) as rows of the region: a message of ours whole, since it carries
 * only ids; of anything else just its type and size. The same letter is not kept twice.
 */
export async function keepDeadLetters(
  parts: Pick<JobParts, 'region' | 'now'>,
  letters: readonly { body: unknown; reason: DeadReason }[],
): Promise<void> {
  const rows = letters.map(({ body, reason }) => ({ body: describe(body), reason }))
  await keepLetters({ region: parts.region, now: parts.now() }, rows)
}

/** Sends kept messages of ours to the queue again (重投) and marks them; answers how many. */
export async function replayDeadLetters(
  parts: Pick<JobParts, 'region' | 'work' | 'now'>,
): Promise<number> {
  const ctx = { region: parts.region, now: parts.now() }
  const letters = await waitingLetters(ctx, replayLimit)
  const known = letters.flatMap(({ id, body }) => {
    const message = parseMessage(fromJson(body))
    return message === null ? [] : [{ id, message }]
  })
  if (known.length === 0) return 0
  // Sent before marked: a crash between the two sends again, which changes nothing.
  await parts.work.sendBatch(known.map(({ message }) => ({ body: message })))
  await closeLetters(
    ctx,
    known.map(({ id }) => id),
  )
  return known.length
}

function describe(body: unknown): string {
  const message = parseMessage(body)
  if (message !== null) return JSON.stringify(message)
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return JSON.stringify({ unknown: typeof body, characters: text?.length ?? 0 })
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
