import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Agency } from '../../../domain/agency/agency.ts'
import { longestWords } from '../../../domain/case-review/input.ts'
import { orderNoticeNumber } from '../../../domain/case-review/order-notice.ts'
import type { OrderLine } from '../../../usecases/case-review/order/show.ts'
import { may } from '../../../usecases/permissions.ts'
import { Checkboxes } from '../../ui/choices.tsx'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { DateField, Form, SubmitRow, TextArea, TextField } from '../../ui/form.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { caseReviewWords as words, reviewStateNames } from '../../ui/words/case-review.ts'
import { caseReviewOrderWords as orderWords } from '../../ui/words/case-review-order.ts'
import { desk } from '../../ui/words/desk.ts'
import { fill } from '../../ui/words/office.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import { stepField } from '../desk/step-form.tsx'
import { StepOutcome } from '../desk/step-outcome.tsx'
import type { StepNotice } from '../desk/step-answer.ts'

type Props = {
  frame: Frame
  items: readonly OrderLine[]
  /** the agencies that may be asked */
  below: readonly Agency[]
  attempt: Attempt | null
  chosen: readonly string[]
  notice: StepNotice | null
  today: string
}

/** The reviews that this office ordered of agencies below it, and the form that orders one (抽查下级案卷). */
export function CaseReviewOrdersPage(props: Props): JSX.Element {
  const { frame, items, below, attempt, notice } = props
  const { ctx, site } = frame.c.var
  return (
    <DeskPage
      {...frame}
      title={orderWords.title}
      current="cases"
      breadcrumbs={[
        { label: desk.cases, href: site.to.cases() },
        { label: words.title, href: site.to.caseReviews() },
        { label: orderWords.title },
      ]}
    >
      <h1>{orderWords.title}</h1>
      <StepOutcome attempt={attempt} notice={notice} />
      <p class="lead">{orderWords.lead}</p>
      <h2>{orderWords.list}</h2>
      {items.length === 0 ? (
        <EmptyState title={orderWords.none}>
          <p>{orderWords.noneWhy}</p>
        </EmptyState>
      ) : (
        <Orders {...props} />
      )}
      {below.length > 0 && may(ctx.actor, 'case-review.order') ? <OrderForm {...props} /> : null}
    </DeskPage>
  )
}

function Orders({ frame, items }: Props): JSX.Element {
  return (
    <DataTable
      caption={orderWords.list}
      columns={[
        { label: words.period, kind: 'title' },
        { label: words.state, kind: 'date' },
        { label: orderWords.percent, kind: 'number' },
        { label: orderWords.dueOn, kind: 'date' },
        { label: words.number, kind: 'text' },
        { label: words.issuedOn, kind: 'date' },
      ]}
      rows={items.map(({ id, from, to, state, percent, dueOn, number, issuedOn }) => ({
        cells: [
          <a href={frame.c.var.site.to.caseReviewOrder(id)}>{fill(words.span, { from, to })}</a>,
          <Tag tone={state === 'issued' ? 'green' : 'blue'}>{reviewStateNames[state]}</Tag>,
          String(percent),
          dueOn,
          number === null ? '' : orderNoticeNumber(number),
          issuedOn ?? '',
        ],
      }))}
    />
  )
}

function OrderForm({ frame, below, attempt, chosen, today }: Props): JSX.Element {
  const field = (name: string, label: string): ReturnType<typeof stepField> =>
    stepField(attempt, 'order', name, label)
  return (
    <section class="panel">
      <h2>{orderWords.start}</h2>
      <Form action={frame.c.var.site.to.caseReviewOrders()}>
        <p class="field-hint">{orderWords.startHint}</p>
        <DateField {...field('fromDay', words.fromDay)} max={today} required />
        <DateField {...field('toDay', words.toDay)} max={today} required />
        <TextField
          {...field('percent', words.percent)}
          inputmode="numeric"
          maxlength={3}
          width="short"
          required
        />
        <DateField {...field('reportBy', orderWords.dueOn)} min={today} required />
        <Checkboxes
          {...field('agencies', orderWords.agencies)}
          values={chosen}
          options={below.map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
        <TextArea
          {...field('reason', orderWords.reason)}
          hint={orderWords.reasonHint}
          rows={2}
          maxlength={longestWords.redraw}
        />
        <SubmitRow label={orderWords.start} />
      </Form>
    </section>
  )
}
