import { remedyTexts } from '../../../../domain/application/remedy.ts'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Agency } from '../../../../domain/agency/agency.ts'
import type { Frequency } from '../../../../domain/application/frequency.ts'
import { isState } from '../../../../domain/application/types.ts'
import type { CaseView } from '../../../../usecases/application/show-case.ts'
import { noteOf } from '../../../application-view.ts'
import type { Paths } from '../../../paths.ts'
import { minuteOf } from '../../../ui/gov-meta.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { outcomeLabel, stateLabels } from '../../../ui/words/application.ts'
import { apply } from '../../../ui/words/apply.ts'
import { desk } from '../../../ui/words/desk.ts'
import { timelineText } from '../../../ui/words/timeline.ts'
import { lastDayTexts } from '../../../ui/words/remedy.ts'
import { ClockTable } from '../../clock-table.tsx'
import { LedgerTable } from './ledger-table.tsx'
import { NoteList } from '../../note-list.tsx'
import { paragraphs } from '../../paragraphs.tsx'

/** The time limit of a case (期限) with every counted day. */
export function ClockPanel({ view, to }: { view: CaseView; to: Paths }): JSX.Element {
  const { clock, colour } = view
  return (
    <section class="panel">
      <h2>{desk.clock}</h2>
      {clock === null ? (
        <p>{desk.noClock}</p>
      ) : (
        <>
          <SummaryList
            rows={[
              { label: desk.receivedOn, value: view.receivedOn ?? '' },
              {
                label: desk.dueOn,
                value: (
                  <>
                    <strong>{clock.dueOn}</strong>
                    {clock.provisional ? <p class="field-hint">{desk.provisionalWhy}</p> : null}
                  </>
                ),
              },
            ]}
          />
          <Progress
            value={clock.day}
            max={clock.of}
            tone={colour}
            label={desk.used.replace('{day}', String(clock.day)).replace('{of}', String(clock.of))}
          />
          <ClockTable clock={clock} to={to} />
        </>
      )}
      <LedgerTable ledger={view.ledger} />
    </section>
  )
}

/** The reply as the applicant reads it, remedies included. */
export function ReplyPanel({
  view: { reply },
  agency,
}: {
  view: CaseView
  agency: Agency
}): JSX.Element | null {
  if (reply === null) return null
  return (
    <section class="panel">
      <h2>{desk.reply}</h2>
      <SummaryList
        rows={[
          { label: desk.outcome, value: outcomeLabel(reply.outcome) },
          { label: desk.repliedOn, value: reply.repliedOn },
          ...(reply.text === null
            ? []
            : [{ label: desk.replyText, value: paragraphs(reply.text) }]),
          {
            label: apply.remedies,
            value: [
              ...remedyTexts(reply.remedy, agency, reply.repliedOn),
              ...lastDayTexts(reply.remedyDays),
            ].map((sentence) => <p>{sentence}</p>),
          },
        ]}
      />
    </section>
  )
}

/** Other recent applications of the same person: the officer says whether it is a repeat. */
export function DuplicatesPanel({ to, view }: { to: Paths; view: CaseView }): JSX.Element | null {
  if (view.duplicates.length === 0) return null
  return (
    <Notice tone="warning" title={desk.duplicates}>
      <p>{desk.duplicatesWhy}</p>
      <ul>
        {view.duplicates.map(({ receipt, number, state, arrivedAt }) => (
          <li>
            <a href={to.case(receipt)}>{number ?? receipt}</a>{' '}
            {isState(state) ? stateLabels[state] : state} {minuteOf(arrivedAt)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Points out that the applicant applied often (申请数量较多); it bars nothing. */
export function FrequencyNotice({ view }: { view: CaseView }): JSX.Element | null {
  if (view.frequency?.isFrequent !== true) return null
  return (
    <Notice tone="warning" title={desk.frequent}>
      <p>{frequencyText(view.frequency)}</p>
      <p>{desk.frequentWhy}</p>
    </Notice>
  )
}

/** The sentence for how often an applicant applied. */
export function frequencyText({ month, before, year }: Frequency): string {
  return desk.frequencyText(month, before, year)
}

/** What happened and who did it (办理过程). */
export function HistoryPanel({ view }: { view: CaseView }): JSX.Element {
  return (
    <section class="panel">
      <h2>{desk.timeline}</h2>
      <Timeline
        steps={view.timeline.map(({ seq, at, event, data, by }) => {
          const note = noteOf(view.notes, seq, event)
          return {
            at: minuteOf(at),
            label: timelineText(event, data),
            note: [by.name ?? desk.by[by.type], note === null ? null : <NoteList fields={note} />],
          }
        })}
      />
    </section>
  )
}
