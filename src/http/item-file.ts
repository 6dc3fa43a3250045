import type { Context } from 'hono'
import type { OpenedFile } from '../usecases/item/files/read-file.ts'
import { isKnown } from './api/entity-tag.ts'
import type { AppEnv } from './app-env.ts'
import { askedSpan } from './byte-range.ts'
import { fileResponse } from './file-response.ts'
import { refusalResponse } from './refusal.tsx'

/** What a page of another site may know of an open file. */
const open = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'accept-ranges, content-length, content-range, etag',
}

/** Answers an attachment that the public may read (附件下载), or the part of it that is asked for: its digest is its ETag. */
export async function answerItemFile(c: Context<AppEnv>, file: OpenedFile): Promise<Response> {
  const response = await sent(c, file, 'public, no-cache')
  for (const [name, value] of Object.entries(open)) response.headers.set(name, value)
  return response
}

/** Answers an attachment at the desk (稿件附件下载), whole or in part; nobody keeps it. */
export async function answerDraftFile(c: Context<AppEnv>, file: OpenedFile): Promise<Response> {
  return sent(c, file, 'no-store')
}

async function sent(c: Context<AppEnv>, file: OpenedFile, kept: string): Promise<Response> {
  const { bytes } = file
  const tag = `"${file.sha256}"`
  const own = { etag: tag, 'cache-control': kept, 'accept-ranges': 'bytes' }
  if (isKnown(c.req.header('if-none-match'), tag)) {
    return new Response(null, { status: 304, headers: own })
  }
  const isHead = c.req.method === 'HEAD'
  // A question for the head alone knows no parts (RFC 9110 14.2).
  const range = isHead ? undefined : c.req.header('range')
  const span = askedSpan(range, c.req.header('if-range'), { tag, bytes })
  if (span === 'none') return refusalResponse(c, { code: 'range-unsatisfiable', bytes })
  const body = isHead ? new Uint8Array(0) : await file.read(span ?? undefined)
  if (body === null) return refusalResponse(c, { code: 'not-found' })
  const response = fileResponse(
    { ...file, bytes: span?.length ?? bytes, body },
    kept,
    span === null ? 200 : 206,
  )
  for (const [name, value] of Object.entries(own)) response.headers.set(name, value)
  if (span !== null) {
    const last = span.offset + span.length - 1
    response.headers.set('content-range', `bytes ${span.offset}-${last}/${bytes}`)
  }
  return response
}
