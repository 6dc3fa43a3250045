import type { Context } from 'hono'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse, refuseField } from '../../domain/shared/refusal.ts'
import type { AppEnv } from '../app-env.ts'
import { mostForgotten } from '../forget-body.ts'

const jsonLimit = 1024 * 1024

/**
 * Reads a whole body of at most `limit` bytes without trusting Content-Length. A larger one is read on and
 * forgotten: who is answered while still sending sees a broken connection and not the answer.
 */
export async function readBytes(
  c: Context<AppEnv>,
  limit: number,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const stream = c.req.raw.body
  if (stream === null) return ok(new Uint8Array())
  const chunks: Uint8Array[] = []
  let size = 0
  let isTooLarge = Number(c.req.header('content-length') ?? 0) > limit
  for await (const chunk of stream) {
    size += chunk.byteLength
    isTooLarge ||= size > limit
    if (isTooLarge) chunks.length = 0
    else chunks.push(chunk)
    if (size > mostForgotten) break
  }
  if (isTooLarge) return refuse({ code: 'too-large', limitBytes: limit })
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return ok(bytes)
}

/** Reads a JSON body: refuses other media types and charsets, ill-formed UTF-8, NUL and broken JSON. */
export async function readJson(c: Context<AppEnv>): Promise<Result<unknown>> {
  if (!/^application\/json\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i.test(typeOf(c))) {
    return refuse({ code: 'unsupported-media-type', accepted: ['application/json'] })
  }
  const bytes = await readBytes(c, jsonLimit)
  if (!bytes.ok) return bytes
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes.value)
    const value: unknown = JSON.parse(text)
    return ok(value)
  } catch {
    return refuseField('', { problem: 'ill-formed', what: 'json' })
  }
}

/** The Content-Type without parameters other than the charset, which alone says how to read. */
function typeOf(c: Context<AppEnv>): string {
  const [type = '', ...parameters] = (c.req.header('content-type') ?? '').trim().split(';')
  const charset = parameters.filter((text) => /^\s*charset\s*=/i.test(text))
  return [type, ...charset].join(';')
}

/** Reads the JSON body of a step; one that states nothing may come without a body. */
export async function readStepBody(c: Context<AppEnv>): Promise<Result<unknown>> {
  const isBare = c.req.header('content-type') === undefined && c.req.raw.body === null
  return isBare ? ok({}) : readJson(c)
}

/** Reads a multipart form of at most `limit` bytes; a broken one is a refusal, not an exception. */
export async function readForm(c: Context<AppEnv>, limit: number): Promise<Result<FormData>> {
  const type = c.req.header('content-type') ?? ''
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type)) {
    return refuse({ code: 'unsupported-media-type', accepted: ['multipart/form-data'] })
  }
  const bytes = await readBytes(c, limit)
  if (!bytes.ok) return bytes
  try {
    const form = await new Response(bytes.value, { headers: { 'content-type': type } }).formData()
    return ok(form)
  } catch {
    return refuseField('', { problem: 'wrong-type', expected: 'multipart/form-data' })
  }
}
