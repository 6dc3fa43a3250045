import type { JSX } from 'hono/jsx/jsx-runtime'
import {
  agencyCell,
  agencyHeads,
  agencyRows,
  orderNoticeNumber,
} from '../../../domain/case-review/order-notice.ts'
import { averageText } from '../../../domain/case-review/result.ts'
import type { AskedView, OrderView } from '../../../usecases/case-review/order/show.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { DataTable } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { caseReviewWords as words, reviewStateNames } from '../../ui/words/case-review.ts'
import { caseReviewOrderWords as orderWords } from '../../ui/words/case-review-order.ts'
import { desk } from '../../ui/words/desk.ts'
import { fill } from '../../ui/words/office.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import type { StepNotice } from '../desk/step-answer.ts'
import { StepOutcome } from '../desk/step-outcome.tsx'
import { paragraphs } from '../paragraphs.tsx'
import { OrderSteps } from './order-steps.tsx'

type Props = {
  frame: Frame
  view: OrderView
  attempt: Attempt | null
  notice: StepNotice | null
}

/** An order of reviews at the office's desk (抽查下级案卷): who sent what, ranking, common faults, notice. */
export function CaseReviewOrderPage({ frame, view, attempt, notice }: Props): JSX.Element {
  const { to } = frame.c.var.site
  const title = `${orderWords.title}（${fill(words.span, { from: view.from, to: view.to })}）`
  return (
    <DeskPage
      {...frame}
      title={title}
      current="cases"
      breadcrumbs={[
        { label: desk.cases, href: to.cases() },
        { label: words.title, href: to.caseReviews() },
        { label: orderWords.title, href: to.caseReviewOrders() },
        { label: orderWords.order },
      ]}
      aside={<OrderSteps frame={frame} view={view} attempt={attempt} />}
    >
      <h1>{title}</h1>
      <p class="tags">
        <Tag tone={view.state === 'issued' ? 'green' : 'blue'}>{reviewStateNames[view.state]}</Tag>
        {view.number === null ? null : <Tag>{orderNoticeNumber(view.number)}</Tag>}
      </p>
      <StepOutcome attempt={attempt} notice={notice} />
      <Ordered view={view} />
      <h2>{orderWords.asked}</h2>
      <DataTable
        caption={orderWords.asked}
        columns={[
          { label: orderWords.agency, kind: 'title' },
          { label: orderWords.answered, kind: 'text' },
        ]}
        rows={view.asked.map((one) => ({ cells: [one.name, <Answered {...one} />] }))}
      />
      <h2>{orderWords.result}</h2>
      <Figures view={view} />
      {view.state === 'open' || view.remarks === '' ? null : (
        <>
          <h2>{words.remarks}</h2>
          {paragraphs(view.remarks)}
        </>
      )}
    </DeskPage>
  )
}

function Ordered({ view }: Pick<Props, 'view'>): JSX.Element {
  return (
    <section class="panel">
      <h2>{orderWords.order}</h2>
      <SummaryList
        rows={[
          { label: orderWords.percent, value: String(view.percent) },
          { label: orderWords.dueOn, value: view.dueOn },
          { label: words.seed, value: <code>{view.seed}</code> },
          { label: words.rule, value: words.ruleText },
          { label: orderWords.orderedBy, value: `${view.orderedBy}　${minuteOf(view.orderedAt)}` },
          ...(view.reason === null ? [] : [{ label: orderWords.reason, value: view.reason }]),
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

function Answered({ answeredOn, isOverdue, isLate }: AskedView): JSX.Element {
  if (isOverdue) return <Tag tone="red">{orderWords.overdue}</Tag>
  if (answeredOn === null) return <Tag>{orderWords.waiting}</Tag>
  return (
    <>
      {answeredOn}
      {isLate ? <Tag tone="yellow">{orderWords.late}</Tag> : null}
    </>
  )
}

function Figures({ view: { result, rows } }: Pick<Props, 'view'>): JSX.Element {
  if (result.average === null) return <p>{orderWords.noCases}</p>
  return (
    <>
      <p>
        {orderWords.average}：<strong>{averageText(result.average)}</strong>
      </p>
      <DataTable
        caption={orderWords.ranking}
        showCaption
        columns={agencyHeads.map((label, at) => ({ label, kind: at === 1 ? 'title' : 'number' }))}
        rows={agencyRows(result).map((cells) => ({
          cells: cells.map(agencyCell),
        }))}
      />
      {result.faults.length === 0 ? (
        <p>{words.noFaults}</p>
      ) : (
        <section class="block">
          <DataTable
            caption={orderWords.faults}
            showCaption
            columns={[
              { label: words.row, kind: 'title' },
              { label: orderWords.faultAgencies, kind: 'number' },
              { label: words.count, kind: 'number' },
              { label: words.lost, kind: 'number' },
            ]}
            rows={result.faults.map(({ code, agencies, cases, points }) => ({
              cells: [
                `${code} ${rows.find((row) => row.code === code)?.text ?? ''}`,
                String(agencies),
                String(cases),
                fill(words.points, { n: points }),
              ],
            }))}
          />
        </section>
      )}
    </>
  )
}
