import type { JSX } from 'hono/jsx/jsx-runtime'
import type { SheetRowView, SheetView } from '../../../usecases/case-review/show-sheet.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { DataTable } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { outcomeLabel } from '../../ui/words/application.ts'
import {
  caseReviewWords as words,
  objectionNames,
  recordNames,
  sheetGroupNames,
  sheetStateNames,
} from '../../ui/words/case-review.ts'
import { desk } from '../../ui/words/desk.ts'
import { fill } from '../../ui/words/office.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import type { StepNotice } from '../desk/step-answer.ts'
import { StepOutcome } from '../desk/step-outcome.tsx'
import { ScoreForm } from './score-form.tsx'
import { SheetSteps } from './sheet-steps.tsx'

type Props = {
  frame: Frame
  view: SheetView
  attempt: Attempt | null
  notice: StepNotice | null
}

/** A score sheet at the desk (评查表): its case, its rows, the objection and what became of it. */
export function CaseReviewSheetPage(props: Props): JSX.Element {
  const { frame, view, attempt, notice } = props
  const { to } = frame.c.var.site
  const title = `${words.sheet} ${view.number}`
  return (
    <DeskPage
      {...frame}
      title={title}
      current="cases"
      breadcrumbs={[
        { label: desk.cases, href: to.cases() },
        { label: words.title, href: to.caseReviews() },
        { label: words.review, href: to.caseReview(view.review) },
        { label: words.sheet },
      ]}
      aside={<SheetSteps frame={frame} view={view} attempt={attempt} />}
    >
      <h1>{title}</h1>
      <p class="tags">
        <Tag tone={view.state === 'finished' ? 'green' : 'blue'}>{sheetStateNames[view.state]}</Tag>
      </p>
      <StepOutcome attempt={attempt} notice={notice} />
      {view.isBarred ? <Notice tone="info" title={words.barred} /> : null}
      <Facts frame={frame} view={view} />
      {view.actions.includes('save') ? (
        <ScoreForm frame={frame} view={view} attempt={attempt} />
      ) : (
        <Rows rows={view.rows} />
      )}
      <Objection view={view} />
    </DeskPage>
  )
}

function Facts({ frame, view }: Pick<Props, 'frame' | 'view'>): JSX.Element {
  return (
    <section class="panel">
      <SummaryList
        rows={[
          { label: words.unit, value: view.unit },
          {
            label: words.outcome,
            value: view.outcome === null ? '' : outcomeLabel(view.outcome),
          },
          { label: words.reviewer, value: view.reviewer ?? '' },
          {
            label: view.state === 'finished' ? words.score : words.soFar,
            value: fill(words.points, { n: view.score }),
          },
        ]}
      />
      <p>
        {view.receipt === null ? (
          words.destroyed
        ) : (
          <a href={frame.c.var.site.to.case(view.receipt)}>{words.openCase}</a>
        )}
      </p>
    </section>
  )
}

function Rows({ rows }: { rows: readonly SheetRowView[] }): JSX.Element {
  return (
    <DataTable
      caption={words.sheet}
      columns={[
        { label: words.row, kind: 'title' },
        { label: words.lost, kind: 'number' },
        { label: words.basis, kind: 'text' },
      ]}
      rows={rows.map((row) => ({
        cells: [
          `${row.code} ${sheetGroupNames[row.group]}：${row.text}`,
          `${row.deducted} / ${row.points}`,
          basisOf(row),
        ],
      }))}
    />
  )
}

function basisOf({ evidence, remark, reason, record }: SheetRowView): string {
  return [
    ...(evidence === null ? [] : [`${words.evidence}${evidence}`]),
    ...(remark === null ? [] : [`${words.remark}${remark}`]),
    ...(reason === undefined ? [] : [reason]),
    ...(record === undefined ? [] : [`（${recordNames[record]}）`]),
  ].join('　')
}

function Objection({ view }: Pick<Props, 'view'>): JSX.Element | null {
  if (view.objection === null) return null
  return (
    <section class="panel">
      <h2>{words.objection}</h2>
      <SummaryList
        rows={[
          { label: view.objectedBy ?? words.objection, value: view.objection },
          ...(view.answer === null || view.verdict === null
            ? []
            : [{ label: words.answer, value: `${objectionNames[view.verdict]}：${view.answer}` }]),
        ]}
      />
    </section>
  )
}
