import type { JSX } from 'hono/jsx/jsx-runtime'
import { type Box, boxes } from '../../../../usecases/letter/letter-view.ts'
import type { LetterList } from '../../../../usecases/letter/list-letters.ts'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { EmptyState } from '../../../ui/notice.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { letters as words } from '../../../ui/words/letter.ts'
import type { Frame } from '../frame.ts'
import { LetterTable } from './lines.tsx'

/** The letters of an agency (公函往来): what wants an answer first, then a box, newest first. */
export function LettersPage(props: {
  frame: Frame
  box: Box
  list: LetterList
  isFirst: boolean
}): JSX.Element {
  const { frame, box, list, isFirst } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage {...frame} title={words.title} current="letters">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {list.open.length === 0 || !isFirst ? null : (
        <section>
          <h2>{words.open}</h2>
          <LetterTable frame={frame} caption={words.openCaption} letters={list.open} />
        </section>
      )}
      <nav class="switch" aria-label={words.boxesLabel}>
        <ul>
          {boxes.map((name) => (
            <li>
              <a href={to.letters({ box: name })} aria-current={name === box ? 'true' : undefined}>
                {words.boxes[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {list.items.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneWhy}</p>
        </EmptyState>
      ) : (
        <LetterTable frame={frame} caption={words.boxes[box]} letters={list.items} />
      )}
      <Pager
        next={list.next === null ? null : to.letters({ box, cursor: list.next })}
        first={isFirst ? null : to.letters({ box })}
      />
    </DeskPage>
  )
}
