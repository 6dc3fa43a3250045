import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Return } from '../../../domain/report/bulletin/finding.ts'
import { periodText } from '../../../domain/report/bulletin/prose.ts'
import { findingSteps, isOpenTo } from '../../../usecases/report/bulletin/act-on-finding.ts'
import type {
  BulletinView,
  LedgerFinding,
} from '../../../usecases/report/bulletin/show-bulletin.ts'
import { Form, Hidden, TextArea } from '../../ui/form.tsx'
import { Details, EmptyState } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import {
  bulletin as words,
  findingEntryNames,
  findingStateNames,
  findingStepNames,
} from '../../ui/words/bulletin.ts'
import { fill } from '../../ui/words/office.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import { Evidence } from './evidence.tsx'

type Props = {
  frame: Frame
  view: BulletinView
  attempt: Attempt | null
  today: string
  mayAct: boolean
}

/** The ledger of a bulletin (问题台账): what waits with its age and history, and what was closed meanwhile. */
export function FindingsPanel(props: Props): JSX.Element {
  const { waiting, closed } = props.view.ledger
  return (
    <section>
      <h2>{words.findings}</h2>
      <p class="c-note">{words.findingsLead}</p>
      {waiting.length === 0 ? (
        <EmptyState title={words.noFindings} />
      ) : (
        <FindingTable {...props} findings={waiting} />
      )}
      {closed.length === 0 ? null : (
        <Details summary={fill(words.closedFindings, { n: closed.length })}>
          <FindingTable {...props} findings={closed} />
        </Details>
      )}
    </section>
  )
}

function FindingTable(props: Props & { findings: readonly LedgerFinding[] }): JSX.Element {
  const { frame, today, findings } = props
  const { agencies } = frame.c.var.region
  return (
    <DataTable
      caption={words.findings}
      columns={[
        { label: words.responsible },
        { label: words.what, kind: 'title' },
        { label: words.since },
        { label: words.dueOn, kind: 'date' },
        { label: words.state },
      ]}
      rows={findings.map((finding) => {
        const { agency, what, evidence, firstPeriod, times, dueOn, state } = finding
        const isLate = state === 'open' && dueOn < today
        return {
          cells: [
            agencies.find(({ id }) => id === agency)?.name ?? agency,
            <>
              {what}
              <Again returned={finding.returned} />
              <Evidence frame={frame} evidence={evidence} agency={agency} />
              <div class="finding-more">
                <History finding={finding} />
                <Steps {...props} finding={finding} />
              </div>
            </>,
            fill(words.sinceOf, { period: periodText(firstPeriod), n: times }),
            <>
              {dueOn} {isLate ? <Tag tone="red">{words.late}</Tag> : null}
            </>,
            <Tag tone={state === 'open' ? 'yellow' : state === 'answered' ? 'blue' : 'grey'}>
              {findingStateNames[state]}
            </Tag>,
          ],
        }
      })}
    />
  )
}

/** Says of what appeared again after it was closed that it is the finding of then (再次出现). */
function Again({ returned }: { returned: Return | null }): JSX.Element | null {
  if (returned === null) return null
  const { period, number, closedOn } = returned
  const bulletin = number ?? periodText(period)
  return (
    <p>
      <Tag tone="red">{words.again}</Tag> {fill(words.againOf, { bulletin, on: closedOn })}
    </p>
  )
}

function History({ finding }: { finding: LedgerFinding }): JSX.Element {
  return (
    <Details summary={words.history}>
      <ul>
        {finding.history.map(({ on, what, period, text }) => (
          <li>
            {`${on} ${findingEntryNames[what]}`}
            {period === null ? '' : `（${periodText(period)}）`}
            {text === null ? '' : `：${text}`}
          </li>
        ))}
      </ul>
    </Details>
  )
}

/** One form for the steps that are open to a finding: its words, and a button for each. */
function Steps({
  frame,
  view,
  attempt,
  mayAct,
  finding,
}: Props & { finding: LedgerFinding }): JSX.Element | null {
  const { to } = frame.c.var.site
  const steps = findingSteps.filter((step) => isOpenTo(finding, step))
  if (!mayAct || steps.length === 0) return null
  const own = attempt?.action === finding.id ? attempt : null
  return (
    <Details summary={words.act} open={own !== null}>
      <Form action={to.bulletinFinding(view.bulletin.id, finding.id)}>
        <Hidden name="version" value={finding.version} />
        <TextArea
          id={own === null ? `text-${finding.id}` : 'text'}
          name="text"
          label={words.text}
          hint={words.textHint}
          value={own?.text.get('text')}
          error={own?.errors['text']}
          rows={3}
          maxlength={1000}
        />
        <div class="inline-acts">
          {steps.map((step) => (
            <button type="submit" class="button" name="step" value={step}>
              {findingStepNames[step]}
            </button>
          ))}
        </div>
      </Form>
    </Details>
  )
}
