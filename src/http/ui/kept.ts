import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Agency } from '../../domain/agency/agency.ts'
import type { Markup } from './markup.ts'

/** Fragments of one agency that are kept: an isolate may serve all agencies. */
const most = 16
const known = new WeakMap<Agency, Map<string, Markup>>()

/**
 * Writes what many pages of an agency carry alike only once per isolate (常驻片段); of more than a
 * few the oldest go. `key` must name all else that the fragment depends on; nothing personal is kept.
 */
export function kept(agency: Agency, key: string, write: () => Markup): Markup {
  const own = known.get(agency) ?? new Map<string, Markup>()
  known.set(agency, own)
  const found = own.get(key)
  if (found !== undefined) return found
  const made = write()
  const [oldest] = own.size < most ? [] : own.keys()
  if (oldest !== undefined) own.delete(oldest)
  own.set(key, made)
  return made
}

/** Writes components out as markup; none of them may wait for anything. */
export function written(element: JSX.Element): Markup {
  // oxlint-disable-next-line typescript/no-base-to-string -- a component's text is its HTML
  return { markup: String(element) }
}
