import { raw } from 'hono/html'
import { escapeHtml } from './escape.ts'

/** HTML that is safe as it stands (已转义的标记). */
export type Markup = { readonly markup: string }

type Part = string | number | null | undefined | Markup | readonly Markup[]

/** Nothing, where a part is left out. */
export const none: Markup = { markup: '' }

/**
 * Writes HTML as a template: texts are escaped, markup is taken as it is. What every page carries
 * is written with it, at a third of what components cost; the rest is left to the components.
 */
export function markup(html: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = html[0] ?? ''
  // Counted by hand: pairs made for each part would cost as much as the writing.
  for (let at = 0; at < parts.length; at += 1) text += written(parts[at]) + (html[at + 1] ?? '')
  return { markup: text }
}

/** Writes an attribute with a blank before it, or nothing when it has no value. */
export function attribute(name: string, value: string | null | undefined): Markup {
  return value === null || value === undefined
    ? none
    : { markup: ` ${name}="${escapeHtml(value)}"` }
}

/** Hands markup to components. */
export function asChild({ markup: html }: Markup): ReturnType<typeof raw> {
  return raw(html)
}

function written(part: Part): string {
  if (part === null || part === undefined) return ''
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  return 'markup' in part ? part.markup : part.map((one) => one.markup).join('')
}
