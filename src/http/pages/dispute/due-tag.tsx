import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Nearness } from '../../../domain/dispute/answer-day.ts'
import { Tag } from '../../ui/tag.tsx'
import { dispute } from '../../ui/words/dispute.ts'

/** How near a last day is (预警): colour and words together; the bare day once it is answered. */
export function DueTag({ on, near }: { on: string; near: Nearness | null }): JSX.Element {
  if (near === null) return <span>{on}</span>
  return (
    <>
      {on} <Tag tone={near.colour}>{wordsFor(near)}</Tag>
    </>
  )
}

function wordsFor({ left }: Nearness): string {
  if (left < 0) return dispute.overdue.replace('{n}', String(-left))
  return left === 0 ? dispute.today : dispute.left.replace('{n}', String(left))
}
