import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { isLetterKind } from '../../../../domain/letter/letter.ts'
import type { LetterView } from '../../../../usecases/letter/letter-view.ts'
import { minuteOf } from '../../../ui/gov-meta.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { letterKindNames, letters as words } from '../../../ui/words/letter.ts'
import type { Frame } from '../frame.ts'

/** Name of the agency at the other end of a letter. */
export function agencyName({ c }: Frame, id: string): string {
  return c.var.parts.resolver.byId(id)?.name ?? words.unknownAgency
}

/** Name of a kind of letter; a kind from a newer version keeps its own word. */
export function kindName(kind: string): string {
  return isLetterKind(kind) ? letterKindNames[kind] : kind
}

/** How far a letter has come, in words; silence past its day is said, never taken for an answer. */
export function LetterState({ letter }: { letter: LetterView }): JSX.Element {
  const names = letter.box === 'sent' ? words.states : words.receivedStates
  if (letter.isOverdue) return <Tag tone="red">{words.overdue}</Tag>
  return <Tag tone={letter.state === 'answered' ? 'green' : 'blue'}>{names[letter.state]}</Tag>
}

/** Letters as a table (公函列表). */
export function LetterTable(props: {
  frame: Frame
  caption: string
  letters: readonly LetterView[]
}): JSX.Element {
  const { frame, caption, letters } = props
  const { to } = frame.c.var.site
  const isSent = letters[0]?.box === 'sent'
  return (
    <DataTable
      caption={caption}
      columns={[
        { label: words.subject, kind: 'title' },
        { label: words.kind },
        { label: isSent ? words.to : words.from },
        { label: isSent ? words.sentAt : words.receivedAt, kind: 'minute' },
        { label: words.dueOn, kind: 'date' },
        { label: words.state },
      ]}
      rows={letters.map((letter) => ({
        cells: [
          <a href={to.letter(letter.id)}>{letter.subject}</a>,
          kindName(letter.kind),
          agencyName(frame, letter.agencyId),
          minuteOf(letter.at),
          letter.dueOn ?? '',
          <LetterState letter={letter} />,
        ] satisfies Child[],
      }))}
    />
  )
}
