import type { JSX } from 'hono/jsx/jsx-runtime'
import { findingKey } from '../../../domain/report/annual/types.ts'
import type { ReceivedRollup } from '../../../usecases/report/annual/check-received.ts'
import type { BelowLine, ReceivedView } from '../../../usecases/report/annual/received-reports.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { Form, SubmitRow, TextArea, TextField } from '../../ui/form.tsx'
import { Details, Notice } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import {
  annualReport as words,
  receivedStateNames,
  reportActionNames,
} from '../../ui/words/annual-report.ts'
import { fill } from '../../ui/words/office.ts'
import { remarkPlace, reportCellName, reportFindingWords } from '../../ui/words/report.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import { StepForm, stepField } from '../desk/step-form.tsx'
import { StepOutcome } from '../desk/step-outcome.tsx'
import type { StepNotice } from '../desk/step-answer.ts'
import { FigureSwitch } from '../figures/switch.tsx'
import { labelOf } from '../label-of.ts'
import { ReportText } from './report-text.tsx'

/** What the agencies directly below have submitted for a year (报送进度). */
export function ReceivedListPage(props: {
  frame: Frame
  year: number
  items: readonly BelowLine[]
  rollup: ReceivedRollup | null
}): JSX.Element {
  const { frame, year, items, rollup } = props
  const { to } = frame.c.var.site
  const come = items.filter(({ state }) => state !== null)
  const cleared = items.filter(({ state }) => state === 'cleared')
  return (
    <DeskPage {...frame} title={words.received} current="office">
      <h1>{words.received}</h1>
      <FigureSwitch frame={frame} part="received" />
      <p class="lead">{words.receivedLead}</p>
      <Form action={to.receivedReports()} method="get" className="filter-line">
        <TextField
          name="year"
          label={words.year}
          value={String(year)}
          inputmode="numeric"
          maxlength={4}
        />
        <SubmitRow label={words.show} />
      </Form>
      <p>{fill(words.progress, { of: items.length, n: come.length, m: cleared.length })}</p>
      <DataTable
        caption={words.received}
        columns={[
          { label: words.agency, kind: 'title' },
          { label: words.state },
          { label: words.receivedOn, kind: 'date' },
          { label: words.dueOn, kind: 'date' },
        ]}
        rows={items.map(({ agency, letterId, state, receivedOn, dueOn, isLate }) => ({
          cells: [
            letterId === null ? (
              agency.name
            ) : (
              <a href={to.receivedReport(letterId)}>{agency.name}</a>
            ),
            state === null ? words.notReceived : labelOf(receivedStateNames, state),
            receivedOn ?? '',
            <>
              {dueOn} {isLate ? <Tag tone="red">{words.late}</Tag> : null}
            </>,
          ],
        }))}
      />
      {rollup === null || items.length === 0 ? null : <Rollup rollup={rollup} />}
    </DeskPage>
  )
}

/** How the sums agree with what came from below (汇总核对); as long as reports are lacking they cannot. */
function Rollup({ rollup }: { rollup: ReceivedRollup }): JSX.Element {
  const { lacking, cells } = rollup
  return (
    <section class="panel">
      <div class="panel-head">
        <h2>{words.rollup}</h2>
      </div>
      <p>
        {lacking > 0
          ? fill(words.rollupLacking, { n: lacking })
          : cells.length === 0
            ? words.rollupClean
            : fill(words.rollupFaults, { n: cells.length })}
      </p>
      {cells.length === 0 ? null : (
        <Details summary={fill(words.rollupFaults, { n: cells.length })}>
          <DataTable
            caption={words.rollup}
            columns={[
              { label: words.cell, kind: 'title' },
              { label: words.rollupTotal, kind: 'number' },
              { label: words.rollupSum, kind: 'number' },
            ]}
            rows={cells.map((cell) => ({
              cells: [reportCellName(cell), String(cell.total), String(cell.sum)],
            }))}
          />
        </Details>
      )}
    </section>
  )
}

/** A report that an agency below submitted (下级年报审核). */
export function ReceivedPage(props: {
  frame: Frame
  view: ReceivedView
  attempt: Attempt | null
  notice: StepNotice | null
}): JSX.Element {
  const { frame, view, attempt, notice } = props
  const { to } = frame.c.var.site
  const { content, sender, findings, remarks, opinion } = view
  const title = `${sender?.name ?? ''}${content.year}年${words.title}`
  return (
    <DeskPage
      {...frame}
      title={title}
      current="office"
      breadcrumbs={[
        { label: words.received, href: to.receivedReports({ year: content.year }) },
        { label: title },
      ]}
      aside={<Decision {...props} />}
    >
      <h1>{title}</h1>
      <p class="tags">
        <Tag tone="blue">{labelOf(receivedStateNames, view.state)}</Tag>
      </p>
      <StepOutcome attempt={attempt} notice={notice} />
      {opinion === null && remarks.length === 0 ? null : (
        <Notice tone="info" title={words.remarks}>
          <ul>
            {[
              ...(opinion === null ? [] : [{ at: words.remarkWhole, text: opinion }]),
              ...remarks,
            ].map(({ at, text }) => (
              <li>{at === '' ? text : `${remarkPlace(at)}：${text}`}</li>
            ))}
          </ul>
        </Notice>
      )}
      <section class="panel">
        <h2>{words.check}</h2>
        {findings.length === 0 ? (
          <p>{words.clean}</p>
        ) : (
          <ul>
            {findings.map((finding) => (
              <li>
                {reportFindingWords(finding)}
                {finding.severity === 'warning'
                  ? `（${words.reason}：${content.reasons[findingKey(finding)] ?? words.noReasons}）`
                  : null}
              </li>
            ))}
          </ul>
        )}
        {content.missing.length === 0 ? null : (
          <Details summary={`${words.missingBelow}（${content.missing.length}）`}>
            <ul class="grid-list">
              {content.missing.map((name) => (
                <li>{name}</li>
              ))}
            </ul>
          </Details>
        )}
      </section>
      <ReportText report={content.report} textOf={(section) => content.prose[section] ?? ''} />
    </DeskPage>
  )
}

function Decision(props: {
  frame: Frame
  view: ReceivedView
  attempt: Attempt | null
}): JSX.Element {
  const { frame, view, attempt } = props
  const { to } = frame.c.var.site
  return (
    <div class="acts no-print" id="acts">
      {view.actions.map((action) => (
        <StepForm
          label={reportActionNames[action]}
          action={to.receivedReportAct(view.letterId, action)}
          version={view.version}
        >
          <TextArea
            {...stepField(attempt, action, 'opinion', words.opinion)}
            rows={3}
            maxlength={1000}
          />
          {action === 'return' ? (
            <TextArea
              {...stepField(attempt, action, 'remarks', words.remarkList)}
              hint={words.remarkHint}
              rows={4}
            />
          ) : null}
        </StepForm>
      ))}
    </div>
  )
}
