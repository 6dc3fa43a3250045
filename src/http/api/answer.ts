import type { Context } from 'hono'
import type { Result } from '../../domain/shared/refusal.ts'
import type { AppEnv } from '../app-env.ts'
import { problem } from '../refusal.tsx'
import { entityTag, isKnown } from './entity-tag.ts'

/** Answers a verb's result as JSON: the value with `status`, or problem+json. Never cached. */
export function answer<T>(
  c: Context<AppEnv>,
  result: Result<T>,
  status: 200 | 201 | 202 = 200,
): Response {
  return result.ok ? json(c, result.value, status) : refusal(c, result)
}

/** Answers a public read: open to every origin, with an ETag that a second visit may match. */
export function answerPublic<T>(c: Context<AppEnv>, result: Result<T>): Response {
  if (!result.ok) {
    c.header('access-control-allow-origin', '*')
    return refusal(c, result)
  }
  return answerText(c, JSON.stringify(result.value))
}

const openHeaders = { 'access-control-allow-origin': '*', 'cache-control': 'public, no-cache' }

/** Answers public text, JSON unless `type` says otherwise, as {@link answerPublic} does. */
export function answerText(
  c: Context<AppEnv>,
  text: string,
  type = 'application/json; charset=utf-8',
): Response {
  const tag = entityTag(text)
  const headers = { ...openHeaders, etag: tag }
  if (isKnown(c.req.header('if-none-match'), tag)) return c.body(null, 304, headers)
  return c.body(text, 200, { ...headers, 'content-type': type })
}

/** Sets the `Link: rel="next"` header of a list that goes on. */
export function linkNext(c: Context<AppEnv>, cursor: string | null): void {
  if (cursor === null) return
  const url = new URL(c.req.url)
  const isFirst = !url.search.includes('cursor')
  if (isFirst) url.search += `${url.search === '' ? '' : '&'}cursor=${cursor}`
  else url.searchParams.set('cursor', cursor)
  c.header('link', `<${url.href}>; rel="next"`)
  c.header('access-control-expose-headers', 'link, etag')
}

function json(c: Context<AppEnv>, value: unknown, status: 200 | 201 | 202): Response {
  return c.body(JSON.stringify(value), status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
}

function refusal(c: Context<AppEnv>, result: Extract<Result<unknown>, { ok: false }>): Response {
  if (result.refusal.code === 'too-many-requests') {
    c.header('retry-after', String(result.refusal.retryAfterSeconds))
  }
  return problem(c, result.refusal)
}
