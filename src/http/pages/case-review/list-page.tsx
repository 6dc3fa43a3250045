import type { JSX } from 'hono/jsx/jsx-runtime'
import { longestWords } from '../../../domain/case-review/input.ts'
import { noticeNumber } from '../../../domain/case-review/notice.ts'
import type { ReviewLine } from '../../../usecases/case-review/list.ts'
import { may } from '../../../usecases/permissions.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { DateField, Form, SubmitRow, TextArea, TextField } from '../../ui/form.tsx'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { caseReviewWords as words, reviewStateNames } from '../../ui/words/case-review.ts'
import { caseReviewOrderWords as orderWords } from '../../ui/words/case-review-order.ts'
import { desk } from '../../ui/words/desk.ts'
import { fill } from '../../ui/words/office.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import type { StepNotice } from '../desk/step-answer.ts'
import { stepField } from '../desk/step-form.tsx'
import { StepOutcome } from '../desk/step-outcome.tsx'

type Props = {
  frame: Frame
  items: readonly ReviewLine[]
  attempt: Attempt | null
  notice: StepNotice | null
  /** whether there are agencies to order reviews of */
  hasBelow: boolean
  today: string
}

/** The reviews of closed cases, and the form that starts one (案卷评查列表). */
export function CaseReviewListPage(props: Props): JSX.Element {
  const { frame, items, attempt, notice } = props
  const { ctx, site } = frame.c.var
  return (
    <DeskPage
      {...frame}
      title={words.title}
      current="cases"
      breadcrumbs={[{ label: desk.cases, href: site.to.cases() }, { label: words.title }]}
    >
      <h1>{words.title}</h1>
      <StepOutcome attempt={attempt} notice={notice} />
      <p class="lead">{words.lead}</p>
      {props.hasBelow ? (
        <p>
          <a href={site.to.caseReviewOrders()}>{orderWords.link}</a>
        </p>
      ) : null}
      <h2>{words.list}</h2>
      {items.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneWhy}</p>
        </EmptyState>
      ) : (
        <Reviews {...props} />
      )}
      {may(ctx.actor, 'case-review.start') ? <StartForm {...props} /> : null}
    </DeskPage>
  )
}

function Reviews({ frame, items }: Props): JSX.Element {
  return (
    <DataTable
      caption={words.list}
      columns={[
        { label: words.period, kind: 'title' },
        { label: words.state, kind: 'date' },
        { label: words.progress, kind: 'date' },
        { label: words.startedAt, kind: 'minute' },
        { label: words.number, kind: 'text' },
        { label: words.issuedOn, kind: 'date' },
      ]}
      rows={items.map(({ id, from, to, state, finished, size, startedAt, number, issuedOn }) => ({
        cells: [
          <a href={frame.c.var.site.to.caseReview(id)}>{fill(words.span, { from, to })}</a>,
          <Tag tone={state === 'issued' ? 'green' : 'blue'}>{reviewStateNames[state]}</Tag>,
          fill(words.progressOf, { finished, size }),
          minuteOf(startedAt),
          number === null ? '' : noticeNumber(number),
          issuedOn ?? '',
        ],
      }))}
    />
  )
}

function StartForm({ frame, attempt, today }: Props): JSX.Element {
  return (
    <section class="panel">
      <h2>{words.start}</h2>
      <Form action={frame.c.var.site.to.caseReviews()}>
        <p class="field-hint">{words.startHint}</p>
        <DateField
          {...stepField(attempt, 'start', 'fromDay', words.fromDay)}
          max={today}
          required
        />
        <DateField {...stepField(attempt, 'start', 'toDay', words.toDay)} max={today} required />
        <TextField
          {...stepField(attempt, 'start', 'size', words.size)}
          inputmode="numeric"
          maxlength={3}
          width="short"
        />
        <TextField
          {...stepField(attempt, 'start', 'percent', words.percent)}
          inputmode="numeric"
          maxlength={3}
          width="short"
        />
        <TextArea
          {...stepField(attempt, 'start', 'reason', words.redraw)}
          hint={words.redrawHint}
          rows={2}
          maxlength={longestWords.redraw}
        />
        <SubmitRow label={words.start} />
      </Form>
    </section>
  )
}
