import type { JSX } from 'hono/jsx/jsx-runtime'
import { noticeNumber } from '../../../domain/case-review/notice.ts'
import type { ReviewView } from '../../../usecases/case-review/show.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { DataTable } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { outcomeLabel } from '../../ui/words/application.ts'
import {
  caseReviewWords as words,
  reviewStateNames,
  sheetStateNames,
} from '../../ui/words/case-review.ts'
import { desk } from '../../ui/words/desk.ts'
import { fill } from '../../ui/words/office.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import type { StepNotice } from '../desk/step-answer.ts'
import { StepOutcome } from '../desk/step-outcome.tsx'
import { paragraphs } from '../paragraphs.tsx'
import { ReviewSteps } from './review-steps.tsx'
import { ReviewFigures } from './result-panel.tsx'

type Props = {
  frame: Frame
  view: ReviewView
  attempt: Attempt | null
  notice: StepNotice | null
}

/** A review at the desk (评查): what was drawn and how, progress, result, notice. */
export function CaseReviewPage({ frame, view, attempt, notice }: Props): JSX.Element {
  const { to } = frame.c.var.site
  const title = `${words.title}（${fill(words.span, { from: view.from, to: view.to })}）`
  return (
    <DeskPage
      {...frame}
      title={title}
      current="cases"
      breadcrumbs={[
        { label: desk.cases, href: to.cases() },
        { label: words.title, href: to.caseReviews() },
        { label: words.review },
      ]}
      aside={<ReviewSteps frame={frame} view={view} attempt={attempt} />}
    >
      <h1>{title}</h1>
      <p class="tags">
        <Tag tone={view.state === 'issued' ? 'green' : 'blue'}>{reviewStateNames[view.state]}</Tag>
        {view.number === null ? null : <Tag>{noticeNumber(view.number)}</Tag>}
      </p>
      <StepOutcome attempt={attempt} notice={notice} />
      <Drawn view={view} />
      <Meetings frame={frame} view={view} />
      <h2>{words.sheets}</h2>
      <Sheets frame={frame} view={view} />
      <h2>{words.result}</h2>
      {view.result === null ? (
        <p>{words.notYet}</p>
      ) : (
        <ReviewFigures result={view.result} rows={view.rows} />
      )}
      {view.state === 'open' || view.remarks === '' ? null : (
        <>
          <h2>{words.remarks}</h2>
          {paragraphs(view.remarks)}
        </>
      )}
    </DeskPage>
  )
}

function Drawn({ view }: Pick<Props, 'view'>): JSX.Element {
  return (
    <section class="panel">
      <h2>{words.drawn}</h2>
      <SummaryList
        rows={[
          { label: words.population, value: fill(words.cases, { n: view.population }) },
          { label: words.size2, value: fill(words.cases, { n: view.size }) },
          {
            label: words.progress,
            value: fill(words.progressOf, { finished: view.finished, size: view.size }),
          },
          { label: words.seed, value: <code>{view.seed}</code> },
          { label: words.rule, value: words.ruleText },
          { label: words.digest, value: <code>{view.populationDigest}</code> },
          {
            label: view.ordered === null ? words.startedBy : words.orderedBy,
            value: `${view.startedBy}　${minuteOf(view.startedAt)}`,
          },
          ...(view.ordered === null
            ? []
            : [{ label: words.orderedDue, value: view.ordered.dueOn }]),
          ...(view.reason === null ? [] : [{ label: words.redraw, value: view.reason }]),
          ...(view.drawnBy.length === 0
            ? []
            : [{ label: words.drawnBy, value: view.drawnBy.join('、') }]),
          ...(view.issuedOn === null
            ? []
            : [{ label: words.approvedBy, value: `${view.approvedBy ?? ''}　${view.issuedOn}` }]),
        ]}
      />
    </section>
  )
}

/** Other reviews over days that meet these, and why they were drawn (再次抽取). */
function Meetings({ frame, view }: Pick<Props, 'frame' | 'view'>): JSX.Element | null {
  if (view.meetings.length === 0) return null
  return (
    <section class="panel">
      <h2>{words.meetings}</h2>
      <ul>
        {view.meetings.map(({ id, from, to, isLater, reason, number }) => (
          <li>
            <a href={frame.c.var.site.to.caseReview(id)}>
              {fill(words.meeting, { from, to, when: isLater ? words.since : words.before })}
            </a>
            {number === null ? null : ` ${noticeNumber(number)}`}
            {isLater && reason !== null ? `　${words.redraw}：${reason}` : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Sheets({ frame, view }: Pick<Props, 'frame' | 'view'>): JSX.Element {
  const { to } = frame.c.var.site
  return (
    <DataTable
      caption={words.sheets}
      columns={[
        { label: words.caseNumber, kind: 'title' },
        { label: words.unit, kind: 'text' },
        { label: words.outcome, kind: 'text' },
        { label: words.faults, kind: 'date' },
        { label: words.reviewer, kind: 'text' },
        { label: words.state, kind: 'text' },
        { label: words.score, kind: 'number' },
      ]}
      rows={view.sheets.map((sheet) => ({
        cells: [
          <a href={to.caseReviewSheet(view.id, sheet.n)}>{sheet.number}</a>,
          sheet.unit,
          sheet.outcome === null ? '' : outcomeLabel(sheet.outcome),
          fill(words.faultsOf, { n: sheet.faults }),
          sheet.reviewer ?? (sheet.isMine ? words.mine : ''),
          <>
            <Tag tone={sheet.state === 'finished' ? 'green' : 'blue'}>
              {sheetStateNames[sheet.state]}
            </Tag>
            {sheet.isObjected ? <Tag tone="yellow">{words.objected}</Tag> : null}
          </>,
          sheet.score === null ? '' : String(sheet.score),
        ],
      }))}
    />
  )
}
