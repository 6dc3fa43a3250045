import type { Miniflare } from 'miniflare'
import type { ServerMark } from './folder-lock.ts'

/** Calls the operator's door: a path with its query, and a body; throws with the door's own words. */
export type Operator = (path: string, body?: Uint8Array | string) => Promise<unknown>

type OperatorAnswer = {
  status: number
  json(): Promise<unknown>
  arrayBuffer(): Promise<ArrayBuffer>
}

/** The door of a runtime in this process. */
export function operatorOf(mf: Miniflare): Operator {
  return async (path, body) => {
    const answer = await askOperator(mf, path, body ?? '')
    return readAnswer(await answer.json())
  }
}

/** The door of a server that runs in another process on the same folder. */
export function operatorAt(door: NonNullable<ServerMark['door']>): Operator {
  return async (path, body) => {
    const answer = await fetch(`http://127.0.0.1:${door.port}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${door.token}` },
      body: body === undefined ? '' : typeof body === 'string' ? body : new Uint8Array(body),
    })
    return readAnswer(await answer.json())
  }
}

/** Asks the operator's Worker inside the runtime; no port leads to it. */
export async function askOperator(
  mf: Miniflare,
  path: string,
  body: Uint8Array | string,
): Promise<OperatorAnswer> {
  const worker = await mf.getWorker('operator')
  return worker.fetch(`http://operator${path}`, { method: 'POST', body })
}

function readAnswer(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && 'failure' in value) {
    throw new Error(String(value.failure))
  }
  return value
}
