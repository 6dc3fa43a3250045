import type { Context } from 'hono'
import type { OpenedFile } from '../usecases/item/read-file.ts'
import { isKnown } from './api/entity-tag.ts'
import type { AppEnv } from './app-env.ts'
import { fileResponse } from './file-response.ts'

/** Answers an attachment that the public may read (附件下载): its digest is its ETag. */
export function answerItemFile(c: Context<AppEnv>, file: OpenedFile): Response {
  const tag = `"${file.sha256}"`
  const isUnchanged = isKnown(c.req.header('if-none-match'), tag)
  if (isUnchanged) void file.body.cancel()
  const response = isUnchanged
    ? new Response(null, { status: 304 })
    : fileResponse(file, 'public, no-cache')
  response.headers.set('etag', tag)
  response.headers.set('cache-control', 'public, no-cache')
  response.headers.set('access-control-allow-origin', '*')
  return response
}
