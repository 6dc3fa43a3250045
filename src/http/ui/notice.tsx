import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { type When, whenAsked } from './field.tsx'

/** A message that belongs to the whole page (提示). */
export function Notice({
  tone,
  title,
  id,
  children,
}: {
  tone?: 'info' | 'warning' | 'success' | 'error' | undefined
  title?: string | undefined
  /** set where the message takes the focus when the page opens */
  id?: string | undefined
  children?: Child
}): JSX.Element {
  return (
    <div
      class={`notice notice-${tone ?? 'info'}`}
      role={tone === 'error' ? 'alert' : 'note'}
      id={id}
      tabindex={id === undefined ? undefined : -1}
    >
      {title === undefined ? null : <p class="notice-title">{title}</p>}
      {children}
    </div>
  )
}

/** What a list says when it holds nothing (空状态), and where to go on. */
export function EmptyState({ title, children }: { title: string; children?: Child }): JSX.Element {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children}
    </div>
  )
}

/** Text that is folded away until asked for (折叠). */
export function Details({
  summary,
  open,
  when,
  children,
}: {
  summary: string
  open?: boolean | undefined
  /** Where what is folded away is asked at all */
  when?: When | undefined
  children?: Child
}): JSX.Element {
  return (
    <details class="details" open={open === true} data-when={whenAsked(when)}>
      <summary>{summary}</summary>
      <div class="details-body">{children}</div>
    </details>
  )
}
