import type { JSX } from 'hono/jsx/jsx-runtime'
import { lifecycle } from '../../../../domain/application/same-request/lifecycle.ts'
import type { ShownSameRequest } from '../../../../usecases/application/same-request/show-same-request.ts'
import type { Paths } from '../../../paths.ts'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { TextArea } from '../../../ui/form.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { stateLabels } from '../../../ui/words/application.ts'
import { desk } from '../../../ui/words/desk.ts'
import {
  sameRequest as words,
  sameRequestActions,
  sameRequestStates,
} from '../../../ui/words/same-request.ts'
import { paragraphs } from '../../paragraphs.tsx'
import type { Attempt } from '../attempt.ts'
import type { Frame } from '../frame.ts'
import { Due } from '../list-page.tsx'
import type { StepNotice } from '../step-answer.ts'
import { stepField, StepForm } from '../step-form.tsx'
import { StepOutcome } from '../step-outcome.tsx'

/** What the page of a proposal shows. */
export type SameRequestProps = {
  frame: Frame
  view: ShownSameRequest
  attempt: Attempt | null
  notice: StepNotice | null
}

/** A proposal to publish (主动公开建议): what was asked for, by how many, and what may be decided. */
export function SameRequestPage(props: SameRequestProps): JSX.Element {
  const { frame, view, attempt, notice } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage
      {...frame}
      title={words.title}
      current="cases"
      breadcrumbs={[
        { label: desk.cases, href: to.cases() },
        { label: words.title, href: to.sameRequests() },
        { label: view.subject },
      ]}
      aside={<Steps {...props} />}
    >
      <h1>{view.subject === '' ? words.title : view.subject}</h1>
      <p class="tags">
        <Tag tone={view.state === 'open' ? 'yellow' : 'grey'}>{sameRequestStates[view.state]}</Tag>
        {view.actions.length === 0 ? null : (
          <a class="to-acts" href="#acts">
            {words.act}
          </a>
        )}
      </p>
      <StepOutcome attempt={attempt} notice={notice} />
      <section class="panel">
        <SummaryList rows={factsOf(to, view)} />
      </section>
      <Members to={to} view={view} />
    </DeskPage>
  )
}

function factsOf(
  to: Paths,
  { applicants, cases, raisedAt, decidedAt, reason, itemId }: ShownSameRequest,
): Parameters<typeof SummaryList>[0]['rows'] {
  return [
    { label: words.applicants, value: String(applicants) },
    { label: words.cases, value: String(cases) },
    { label: words.raisedAt, value: raisedAt.slice(0, 10) },
    ...(decidedAt === null ? [] : [{ label: words.decidedAt, value: decidedAt.slice(0, 10) }]),
    ...(reason === null ? [] : [{ label: words.reason, value: paragraphs(reason) }]),
    ...(itemId === null
      ? []
      : [{ label: words.item, value: <a href={to.deskItem(itemId)}>{words.item}</a> }]),
  ]
}

function Members({ to, view }: { to: Paths; view: ShownSameRequest }): JSX.Element {
  return (
    <section class="panel">
      <h2>{words.members}</h2>
      {view.cases > view.members.length ? <p>{words.membersMore(view.members.length)}</p> : null}
      <DataTable
        caption={words.members}
        columns={[
          { label: desk.subject, kind: 'title' },
          { label: desk.number, kind: 'date' },
          { label: desk.state, kind: 'date' },
          { label: desk.due, kind: 'date' },
        ]}
        rows={view.members.map((row) => ({
          cells: [
            <a href={to.case(row.receipt)}>{row.subject === '' ? row.receipt : row.subject}</a>,
            row.number ?? desk.noNumber,
            stateLabels[row.state],
            <Due row={row} />,
          ],
        }))}
      />
    </section>
  )
}

/** One form for each step that the table opens to this officer. */
function Steps({ frame, view, attempt }: SameRequestProps): JSX.Element {
  const { to } = frame.c.var.site
  return (
    <div class="acts no-print" id="acts">
      {view.actions.length === 0 ? <p>{words.noAction}</p> : null}
      {view.actions.map((action) => (
        <StepForm
          label={sameRequestActions[action]}
          action={to.sameRequestAct(view.id, action)}
          version={view.version}
          law={lifecycle.find((row) => row.from === view.state && row.action === action)?.law}
        >
          {action === 'accept' ? (
            <p>{words.acceptLead}</p>
          ) : (
            <TextArea
              {...stepField(attempt, action, 'reason', words.reason)}
              hint={words.reasonHint}
              rows={3}
              maxlength={1000}
              required
            />
          )}
        </StepForm>
      ))}
    </div>
  )
}
