import type { JSX } from 'hono/jsx/jsx-runtime'
import type { CalendarMoves } from '../../../usecases/calendar/moves.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { calendarWords as words, countedBy } from '../../ui/words/calendar.ts'
import { desk } from '../../ui/words/desk.ts'
import type { Frame } from '../desk/frame.ts'
import { MovesTable } from './moves-table.tsx'

/** What a change of the calendar moved (期限变动): case by case, from when to when. */
export function MovesPage({ frame, moves }: { frame: Frame; moves: CalendarMoves }): JSX.Element {
  const { to } = frame.c.var.site
  const { change, moved, next } = moves
  return (
    <DeskPage
      {...frame}
      title={words.moves}
      current="cases"
      breadcrumbs={[
        { label: desk.cases, href: to.cases() },
        { label: words.title, href: to.deskCalendar() },
        { label: words.moves },
      ]}
    >
      <h1>{words.moves}</h1>
      <p class="lead">
        {minuteOf(change.at)}，{countedBy(`@${change.mark}`)}。
        {words.trialHere(change.moved, change.cases).replace('将有', '有')}
      </p>
      <MovesTable to={to} moved={moved} />
      {next === null ? null : (
        <p>
          <a href={to.calendarMoves(change.n, { after: next })}>{words.next}</a>
        </p>
      )}
    </DeskPage>
  )
}
