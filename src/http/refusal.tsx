import type { Context } from 'hono'
import type { Refusal } from '../domain/shared/refusal.ts'
import type { AppEnv } from './app-env.ts'
import { RefusalPage } from './pages/refusal-page.tsx'
import { fieldWords } from './ui/words/field-problem.ts'
import { internalWords, nobodyWords, refusalWords } from './ui/words/refusal.ts'

/** HTTP status of a refusal; a code without one does not compile. */
export function statusOf(
  refusal: Refusal,
): 301 | 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 416 | 422 | 429 | 503 {
  switch (refusal.code) {
    case 'invalid':
      return 400
    case 'unauthenticated':
    case 'wrong-credentials':
      return 401
    case 'forbidden':
    case 'same-person':
    case 'second-factor-required':
    case 'cross-site':
      return 403
    case 'not-found':
    case 'no-applications':
      return 404
    case 'method-not-allowed':
      return 405
    case 'stale':
    case 'last-admin':
    case 'not-allowed':
    case 'step-not-open':
    case 'idempotency-conflict':
      return 409
    case 'review-missing':
    case 'review-barred':
    case 'content-changed':
    case 'findings-open':
    case 'file-pending':
    case 'consultation-open':
    case 'attribute-undecided':
    case 'report-unready':
    case 'not-for-public':
      return 409
    case 'withdrawn':
    case 'replaced':
    case 'gone':
    case 'link-over':
    case 'feed-restarted':
    case 'display-over':
    case 'agency-closed':
      return 410
    case 'merged':
      return 301
    case 'too-large':
      return 413
    case 'unsupported-media-type':
      return 415
    case 'range-unsatisfiable':
      return 416
    case 'too-many-requests':
      return 429
    case 'agency-not-ready':
    case 'busy':
      return 503
    default:
      return refusal satisfies never
  }
}

/** Most faults that one answer spells out. */
const shownErrors = 100

/** Answers a refusal in the form the door speaks: problem+json below /api, a page elsewhere. */
export function refusalResponse(
  c: Context<AppEnv>,
  refusal: Refusal,
): Response | Promise<Response> {
  if (isApi(c)) return problem(c, refusal)
  for (const [name, value] of extraHeaders(c, refusal)) c.header(name, value)
  return c.html(<RefusalPage c={c} refusal={refusal} />, pageStatus(refusal))
}

/** Answers a refusal as RFC 9457 problem+json, texts in Chinese, faults by JSON pointer. */
export function problem(c: Context<AppEnv>, refusal: Refusal): Response {
  const status = statusOf(refusal)
  const { title, detail } = refusalWords(refusal)
  for (const [name, value] of extraHeaders(c, refusal)) c.header(name, value)
  const errors =
    refusal.code === 'invalid'
      ? refusal.errors
          .slice(0, shownErrors)
          .map((error) => ({ pointer: error.pointer, message: fieldWords(error) }))
      : undefined
  const body = {
    type: `urn:yangguang:problem:${refusal.code}`,
    title,
    status,
    code: refusal.code,
    detail,
    requestId: c.get('requestId'),
    ...(errors === undefined ? {} : { errors }),
    ...(refusal.code === 'agency-closed' ? successorOf(c, refusal.successor) : {}),
  }
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
  })
}

/** Who took over from a closed agency (承接机关), with the address. */
function successorOf(
  c: Context<AppEnv>,
  id: string,
): { successor?: { id: string; name: string; origin: string } } {
  const { resolver } = c.get('parts')
  const agency = resolver.byId(id)
  if (agency === null) return {}
  return { successor: { id, name: agency.name, origin: resolver.originOf(agency) } }
}

/** Answers a bug on the JSON face: a number to ask by, and nothing of what went wrong. */
export function internalProblem(c: Context<AppEnv>): Response {
  const { requestId } = c.var
  const body = {
    type: 'urn:yangguang:problem:internal-error',
    ...internalWords,
    status: 500,
    requestId,
  }
  return new Response(JSON.stringify(body), {
    status: 500,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
    },
  })
}

/** Answers a bug on a page: plain text that needs nothing which may be broken. */
export function internalText(c: Context<AppEnv>): Response {
  const text = `${internalWords.title}，${internalWords.detail}请求编号：${c.get('requestId')}\n`
  return new Response(text, {
    status: 500,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}

/** The one answer for hosts that are nobody's: it tells nothing about why. */
export function plainNotFound(): Response {
  return new Response(`${nobodyWords}\n`, {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}

/** Says whether a request speaks to the JSON face. */
export function isApi(c: Context<AppEnv>): boolean {
  const path = c.req.path
  return path === '/api/v1' || path.startsWith('/api/v1/')
}

function pageStatus(refusal: Refusal): ReturnType<typeof statusOf> {
  return refusal.code === 'invalid' ? 422 : statusOf(refusal)
}

function extraHeaders(c: Context<AppEnv>, refusal: Refusal): [string, string][] {
  switch (refusal.code) {
    case 'merged':
      return [['location', itemAddress(c, refusal.into)]]
    case 'replaced':
      return [['link', `<${itemAddress(c, refusal.by)}>; rel="successor-version"`]]
    case 'too-many-requests':
      return [['retry-after', String(refusal.retryAfterSeconds)]]
    case 'agency-not-ready':
    case 'busy':
      return [['retry-after', '60']]
    case 'range-unsatisfiable':
      return [['content-range', `bytes */${refusal.bytes}`]]
    case 'method-not-allowed':
      return [['allow', refusal.allowed.join(', ')]]
    case 'unauthenticated':
      return [['www-authenticate', 'Bearer']]
    default:
      return []
  }
}

function itemAddress(c: Context<AppEnv>, id: string): string {
  const { to } = c.get('site')
  return isApi(c) ? to.api(`/items/${encodeURIComponent(id)}`) : to.item(id)
}
