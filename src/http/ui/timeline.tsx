import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { common } from './words/common.ts'

/** A step: `at` is a day or minute as shown, null while it has not happened. */
export type TimelineStep = {
  at: string | null
  label: string
  note?: Child
  state?: 'done' | 'current' | 'todo' | undefined
}

/** What happened to a case and what comes (办理过程), oldest first. */
export function Timeline({ steps }: { steps: readonly TimelineStep[] }): JSX.Element {
  return (
    <ol class="timeline">
      {steps.map(({ at, label, note, state }) => (
        <li class={`timeline-${state ?? 'done'}`}>
          <span class="timeline-label">
            {label}
            <span class="away">（{common[state ?? 'done']}）</span>
          </span>
          {at === null ? null : <time datetime={at.replace(' ', 'T')}>{at}</time>}
          {note === undefined || note === null ? null : <div class="timeline-note">{note}</div>}
        </li>
      ))}
    </ol>
  )
}
