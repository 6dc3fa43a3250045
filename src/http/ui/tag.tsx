import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'

/** Tones of a tag; the text says it too, colour never stands alone. */
export type Tone = 'none' | 'red' | 'yellow' | 'blue' | 'green' | 'grey'

/** A state or a warning in one word (状态标签). */
export function Tag({
  tone,
  children,
}: {
  tone?: Tone | undefined
  children?: Child
}): JSX.Element {
  return <span class={`tag tag-${tone ?? 'none'}`}>{children}</span>
}
