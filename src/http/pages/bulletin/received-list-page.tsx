import type { JSX } from 'hono/jsx/jsx-runtime'
import { kindsOfBulletin, isBulletinKind } from '../../../domain/report/bulletin/kinds.data.ts'
import { periodText } from '../../../domain/report/bulletin/prose.ts'
import { toRfc3339 } from '../../../domain/time/instant.ts'
import type {
  ReceivedFinding,
  ReceivedView,
} from '../../../usecases/report/bulletin/show-received.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { Form, Hidden, SubmitRow, TextArea } from '../../ui/form.tsx'
import { Details, EmptyState } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { bulletin as words, receivedFindingStateNames } from '../../ui/words/bulletin.ts'
import { fill } from '../../ui/words/office.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import { StepOutcome } from '../desk/step-outcome.tsx'
import type { StepNotice } from '../desk/step-answer.ts'
import { FigureSwitch } from '../figures/switch.tsx'
import { Evidence } from './evidence.tsx'
import { ReceivedSheets } from './received-sheets.tsx'

type Props = {
  frame: Frame
  view: ReceivedView
  attempt: Attempt | null
  notice: StepNotice | null
  mayAct: boolean
}

/** What the office above sent down (收到的简报): the findings that want an answer, then the bulletins. */
export function ReceivedBulletinsPage(props: Props): JSX.Element {
  const { frame, view, attempt, notice } = props
  return (
    <DeskPage {...frame} title={words.received} current="office">
      <h1>{words.received}</h1>
      <FigureSwitch frame={frame} part="received-bulletins" />
      <p class="lead">{words.receivedLead}</p>
      <StepOutcome attempt={attempt} notice={notice} />
      <h2>{words.findingsBelow}</h2>
      {view.findings.length === 0 ? (
        <EmptyState title={words.noFindingsBelow} />
      ) : (
        <FindingTable {...props} />
      )}
      <ReceivedSheets {...props} />
      <h2>{words.title}</h2>
      {view.bulletins.length === 0 ? (
        <EmptyState title={words.noReceived}>
          <p>{words.noReceivedWhy}</p>
        </EmptyState>
      ) : (
        <BulletinTable {...props} />
      )}
    </DeskPage>
  )
}

function BulletinTable({ frame, view }: Props): JSX.Element {
  const { site, region } = frame.c.var
  return (
    <DataTable
      caption={words.received}
      columns={[
        { label: words.title, kind: 'title' },
        { label: words.kind },
        { label: words.number },
        { label: words.from },
        { label: words.receivedAt, kind: 'date' },
      ]}
      rows={view.bulletins.map((one) => ({
        cells: [
          <a href={site.to.receivedBulletin(one.letter_id)}>{one.title}</a>,
          isBulletinKind(one.kind) ? kindsOfBulletin[one.kind].name : one.kind,
          one.doc_number,
          region.agencies.find(({ id }) => id === one.sender)?.name ?? one.sender,
          toRfc3339(one.received_at).slice(0, 10),
        ],
      }))}
    />
  )
}

function FindingTable(props: Props): JSX.Element {
  const { frame, view } = props
  const { agency } = frame.c.var.site
  return (
    <DataTable
      caption={words.findingsBelow}
      columns={[
        { label: words.what, kind: 'title' },
        { label: words.since },
        { label: words.dueOn, kind: 'date' },
        { label: words.state },
        { label: words.answer },
      ]}
      rows={view.findings.map((finding) => ({
        cells: [
          <>
            {finding.what}
            <Evidence frame={frame} evidence={finding.evidence} agency={agency.id} />
          </>,
          fill(words.sinceOf, { period: periodText(finding.firstPeriod), n: finding.times }),
          <>
            {finding.dueOn} {finding.isOverdue ? <Tag tone="red">{words.late}</Tag> : null}
          </>,
          <Tag tone={finding.state === 'open' ? 'yellow' : 'grey'}>
            {receivedFindingStateNames[finding.state]}
          </Tag>,
          <Answer {...props} finding={finding} />,
        ],
      }))}
    />
  )
}

/** What was answered and said of it, and the form for an answer while one is wanted. */
function Answer({
  frame,
  attempt,
  mayAct,
  finding,
}: Props & { finding: ReceivedFinding }): JSX.Element {
  const { sender, id, version, answer, answeredOn, opinion, state } = finding
  const own = attempt?.action === `${sender}.${id}` ? attempt : null
  return (
    <>
      {answer === null ? null : (
        <p>{`${fill(words.ourAnswer, { on: answeredOn ?? '' })}：${answer}`}</p>
      )}
      {opinion === null ? null : <p>{`${words.opinion}：${opinion}`}</p>}
      {mayAct && state === 'open' ? (
        <Details summary={words.sendAnswer} open={own !== null}>
          <Form action={frame.c.var.site.to.receivedFindingAnswer(sender, id)}>
            <Hidden name="version" value={version} />
            <TextArea
              id={own === null ? `answer-${id}` : 'text'}
              name="text"
              label={words.answer}
              hint={words.answerHint}
              value={own?.text.get('text')}
              error={own?.errors['text']}
              rows={4}
              maxlength={1000}
              required
            />
            <SubmitRow label={words.sendAnswer} />
          </Form>
        </Details>
      ) : null}
    </>
  )
}
