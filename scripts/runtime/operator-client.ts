import type { Miniflare } from 'miniflare'
import * as z from 'zod'
import type { ServerMark } from './folder-lock.ts'

const progressLine = z.object({
  progress: z.object({ stage: z.string(), done: z.number(), total: z.number() }),
})

/** How far a call of the operator's door has come. */
export type CallProgress = z.infer<typeof progressLine>['progress']

/**
 * Calls the operator's door: a path with its query, and a body; throws with the door's own words.
 * The door answers line by line: progress first, the result last.
 */
export type Operator = (
  path: string,
  body?: Uint8Array | string,
  onProgress?: (progress: CallProgress) => void,
) => Promise<unknown>

type Lines = { body: AsyncIterable<Uint8Array> | null }

/** The door of a runtime in this process. */
export function operatorOf(mf: Miniflare): Operator {
  return async (path, body, onProgress) =>
    readLines(await askOperator(mf, path, body ?? ''), onProgress)
}

/** The door of a server that runs in another process on the same folder. */
export function operatorAt(door: NonNullable<ServerMark['door']>): Operator {
  return async (path, body, onProgress) => {
    const answer = await fetch(`http://127.0.0.1:${door.port}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${door.token}` },
      body: body === undefined ? '' : typeof body === 'string' ? body : new Uint8Array(body),
    })
    return readLines(answer, onProgress)
  }
}

/** Asks the operator's Worker inside the runtime; no port leads to it. */
export async function askOperator(
  mf: Miniflare,
  path: string,
  body: Uint8Array | string,
): Promise<Lines> {
  const worker = await mf.getWorker('operator')
  return worker.fetch(`http://operator${path}`, { method: 'POST', body })
}

async function readLines(
  { body }: Lines,
  onProgress: ((progress: CallProgress) => void) | undefined,
): Promise<unknown> {
  const decoder = new TextDecoder()
  let rest = ''
  let result: unknown = { failure: '服务没有应答' }
  const take = (line: string): void => {
    if (line === '') return
    const value: unknown = JSON.parse(line)
    const parsed = progressLine.safeParse(value)
    if (parsed.success) onProgress?.(parsed.data.progress)
    else result = value
  }
  for await (const chunk of body ?? []) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) take(line)
  }
  take(rest)
  if (typeof result === 'object' && result !== null && 'failure' in result) {
    throw new Error(String(result.failure))
  }
  return result
}
