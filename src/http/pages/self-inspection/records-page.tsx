import type { JSX } from 'hono/jsx/jsx-runtime'
import type { SelfCheck, SelfChecks } from '../../../usecases/self-inspection/list-records.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, Hidden } from '../../ui/form.tsx'
import { EmptyState, Notice } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { ruleTexts } from '../../ui/words/self-inspection-rules.ts'
import { selfCheck as words, selfInspection } from '../../ui/words/self-inspection.ts'
import type { Filled } from '../apply/form-parts.tsx'
import type { Frame } from '../desk/frame.ts'
import type { StepNotice } from '../desk/step-answer.ts'
import { foundWords } from './found-words.ts'
import { RecordForm } from './record-form.tsx'

/** The records of one rule that officers look at themselves (核查登记): the form, then what was recorded. */
export function SelfChecksPage(props: {
  frame: Frame
  checks: SelfChecks
  filled: Filled
  today: string
  mayRecord: boolean
  notice: StepNotice | null
}): JSX.Element {
  const { frame, checks, filled, today, mayRecord, notice } = props
  const { to } = frame.c.var.site
  const { name, asks } = ruleTexts[checks.rule.id]
  return (
    <DeskPage
      {...frame}
      title={`${words.title}：${name}`}
      current="catalog"
      breadcrumbs={[{ label: selfInspection.title, href: to.selfInspection() }, { label: name }]}
    >
      <h1>{`${words.title}：${name}`}</h1>
      <ErrorSummary errors={filled.errors} />
      {notice === null ? null : <Notice tone={notice.tone} title={notice.title} />}
      <p class="lead">{`${asks}${words.lead}`}</p>
      {mayRecord ? (
        <section class="panel">
          <RecordForm frame={frame} rule={checks.rule} filled={filled} today={today} />
        </section>
      ) : null}
      <h2>{words.list}</h2>
      {checks.items.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <History frame={frame} checks={checks} mayRecord={mayRecord} />
      )}
    </DeskPage>
  )
}

function History(props: { frame: Frame; checks: SelfChecks; mayRecord: boolean }): JSX.Element {
  const { frame, checks, mayRecord } = props
  return (
    <DataTable
      caption={words.list}
      columns={[
        { label: words.found, kind: 'title' },
        { label: words.on, kind: 'date' },
        { label: words.proof },
        { label: words.by, kind: 'date' },
        { label: words.state, kind: 'date' },
        { label: words.act },
      ]}
      rows={checks.items.map((record) => ({
        cells: [
          <div>
            {foundWords(checks.rule, record)}
            <small class="c-note">{`${words.until} ${record.goodUntil}`}</small>
          </div>,
          record.on,
          record.proof,
          record.by ?? '',
          words.states[record.state],
          mayRecord ? <Acts frame={frame} rule={checks.rule.id} record={record} /> : null,
        ],
      }))}
    />
  )
}

function Acts(props: { frame: Frame; rule: string; record: SelfCheck }): JSX.Element | null {
  const { frame, rule, record } = props
  const { to } = frame.c.var.site
  if (record.state === 'replaced' || record.state === 'struck') return null
  const isOpenQuestion = rule === 'D2' && record.replyOn === null
  return (
    <div>
      {isOpenQuestion ? (
        <a class="row-step" href={to.selfChecks(rule, { of: record.id })}>
          {words.answer}
          <span class="away">：{record.object}</span>
        </a>
      ) : null}
      <Form action={to.strikeSelfCheck(rule)} className="inline-acts">
        <Hidden name="record" value={record.id} />
        <button type="submit" class="button-line">
          {words.strike}
          <span class="away">{`：${record.on} ${record.object}`}</span>
        </button>
      </Form>
    </div>
  )
}
