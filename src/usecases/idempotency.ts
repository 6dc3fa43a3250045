import type * as z from 'zod'
import type { Result } from '../domain/shared/refusal.ts'
import { ok, refuse, refuseField } from '../domain/shared/refusal.ts'
import type { Keyring } from '../store/keyring.ts'
import type { Remembered } from '../store/tenant/idempotency.ts'

/** A repeatable request (幂等请求): keyed digests of its key and of what it asks. */
export type Repeatable = { key: string; digest: string }

/** Reads the Idempotency-Key of a call: 1 to 200 visible ASCII characters, or none. */
export function parseIdempotencyKey(header: string | undefined): Result<string | null> {
  if (header === undefined) return ok(null)
  if (/^[\x21-\x7e]{1,200}$/.test(header)) return ok(header)
  return header.length > 200
    ? refuseField('/Idempotency-Key', { problem: 'too-long', limit: 200 })
    : refuseField('/Idempotency-Key', { problem: 'text-unsafe' })
}

/** Digests a key within its verb, and the content that it stands for. */
export async function repeatable(
  keys: Keyring,
  verb: string,
  idempotencyKey: string,
  content: unknown,
): Promise<Repeatable> {
  const [key, digest] = await Promise.all([
    keys.mac('idempotency', `${verb}|${idempotencyKey}`),
    keys.mac('idempotency-content', JSON.stringify(content)),
  ])
  return { key, digest }
}

/** Answers again what was answered before, or refuses another content under the same key. */
export function answerAgain<T>(
  remembered: Remembered,
  { digest }: Repeatable,
  shape: z.ZodType<T>,
): Result<T> {
  if (remembered.digest !== digest) return refuse({ code: 'idempotency-conflict' })
  return ok(shape.parse(JSON.parse(remembered.answer)))
}
