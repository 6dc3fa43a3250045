import { siteFrame } from '../usecases/site-frame.ts'
import { isKnown } from './api/entity-tag.ts'
import type { HttpParts } from './app-env.ts'
import { type Arrival, arrive } from './arrival.ts'

type Handler = (request: Request, arrival: Arrival) => Promise<Response>
type Kept = {
  agencyId: string
  epoch: number
  until: number
  headers: Headers
  body: ArrayBuffer
}
type Epoch = { value: number; checkedAt: number }

/** How long the agency's journal is taken as unchanged before it is looked at again. */
const epochFor = 1000
/** How long the contacts at the foot of pages that are not kept may be old. */
const contactsFor = 60_000
/** How long a page may be kept though its agency did not change: lists of the region may have. */
const pageFor = 5000
/** Bytes of all kept pages together: a small part of what an isolate has. */
const budget = 12_000_000
const maxPageBytes = 64_000

/**
 * Keeps public pages in the isolate (热页面), keyed by full address and dropped as soon as the
 * agency's journal moves on; only what a route itself declared public is kept, and only visitors
 * without cookie or credentials are served from it. No shared cache is involved.
 */
export function withPageMemo(
  parts: HttpParts,
  handle: Handler,
): (request: Request) => Promise<Response> {
  const pages = new Map<string, Kept>()
  const epochs = new Map<string, Epoch>()
  const contactsAt = new Map<string, number>()
  let size = 0
  let acts = 0

  const drop = (key: string): void => {
    size -= pages.get(key)?.body.byteLength ?? 0
    pages.delete(key)
  }

  /** Makes room for a page: the oldest go first, and all that are past their time. */
  const makeRoom = (bytes: number, now: number): void => {
    for (const [key, { until }] of pages) {
      if (size + bytes <= budget && until > now) return
      drop(key)
    }
  }

  /**
   * What staff take from readers is gone from the pages of the offices above too, which do not
   * follow the agency's journal; the public's own acts only make the agency's journal looked at.
   */
  const forget = (agencyId: string | null, path: string): void => {
    if (agencyId === null) return
    epochs.delete(agencyId)
    const steps = path.split('/')
    if (!steps.includes('desk')) return
    if (steps.includes('guide')) contactsAt.delete(agencyId)
    acts += 1
    const above = new Set(parts.resolver.byId(agencyId)?.path)
    for (const [key, kept] of pages) if (above.has(kept.agencyId)) drop(key)
  }

  const epochOf = async (agencyId: string, now: number): Promise<number | null> => {
    const known = epochs.get(agencyId)
    if (known !== undefined && now - known.checkedAt < epochFor) return known.value
    const opened = await parts.tenancy.open(agencyId)
    if (!opened.ok) return null
    const { epoch, contacts } = await siteFrame(opened.value)
    epochs.set(agencyId, { value: epoch, checkedAt: now })
    parts.contacts.set(agencyId, contacts)
    contactsAt.set(agencyId, now)
    return epoch
  }

  /** Pages for visitors with a cookie are not kept, but have a foot as well. */
  const freshenContacts = async (agencyId: string | null, now: number): Promise<void> => {
    if (agencyId === null || now - (contactsAt.get(agencyId) ?? 0) < contactsFor) return
    await epochOf(agencyId, now)
  }

  const keep = async (
    key: string,
    mark: Pick<Kept, 'agencyId' | 'epoch' | 'until'>,
    response: Response,
  ): Promise<Response> => {
    const body = await response.arrayBuffer()
    if (body.byteLength <= maxPageBytes) {
      drop(key)
      makeRoom(body.byteLength, mark.until - pageFor)
      pages.set(key, { ...mark, headers: new Headers(response.headers), body })
      size += body.byteLength
    }
    return new Response(body, { status: response.status, headers: response.headers })
  }

  /** The kept page of an address, when it is young and its agency did not change since. */
  const recall = async ({ url, headers }: Request, now: number): Promise<Response | null> => {
    const kept = pages.get(url)
    if (kept === undefined) return null
    if (kept.until > now && (await epochOf(kept.agencyId, now)) === kept.epoch) {
      const tag = kept.headers.get('etag')
      const isThere = tag !== null && isKnown(headers.get('if-none-match') ?? undefined, tag)
      const response = isThere
        ? new Response(null, { status: 304, headers: kept.headers })
        : new Response(kept.body, { headers: kept.headers })
      response.headers.set('x-request-id', parts.newId())
      return response
    }
    drop(url)
    return null
  }

  /** Makes a page and keeps it, unless something changed meanwhile or the route declared it nobody's to keep. */
  const make = async (agencyId: string, request: Request, arrival: Arrival): Promise<Response> => {
    const now = parts.now()
    // Read before the page is made, so that a change meanwhile makes the page old, not young.
    const epoch = await epochOf(agencyId, now)
    const before = acts
    const response = await handle(request, arrival)
    const isSure = epoch !== null && before === acts
    if (!isSure || !isKeepable(response)) return response
    return keep(request.url, { agencyId, epoch, until: now + pageFor }, response)
  }

  return async function remember(request) {
    const { headers, method } = request
    const isPlain = method === 'GET' && isPlainUrl(request)
    const isShared = isPlain && !isPersonal(headers)
    // Before the address is taken apart: a kept page costs nothing but the look at it.
    const kept = isShared ? await recall(request, parts.now()) : null
    if (kept !== null) return kept
    const arrival = arrive(parts, request)
    const agencyId = arrival.found?.agency.id ?? null
    if (isShared && agencyId !== null) return make(agencyId, request, arrival)
    if (isPlain) await freshenContacts(agencyId, parts.now())
    const response = await handle(request, arrival)
    if (method !== 'GET' && method !== 'HEAD') forget(agencyId, arrival.url.pathname)
    return response
  }
}

function isPlainUrl({ headers, url }: Request): boolean {
  return url.startsWith(`${headers.get('host') ?? ''}/`, url.indexOf('//') + 2)
}

function isPersonal(headers: Headers): boolean {
  return headers.has('cookie') || headers.has('authorization')
}

function isKeepable(response: Response): boolean {
  return (
    response.status === 200 &&
    (response.headers.get('cache-control') ?? '').startsWith('public') &&
    /^(text\/html|application\/xml|application\/rss\+xml)/.test(
      response.headers.get('content-type') ?? '',
    )
  )
}
