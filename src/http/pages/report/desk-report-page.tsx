import type { JSX } from 'hono/jsx/jsx-runtime'
import { findingKey } from '../../../domain/report/annual/types.ts'
import { fillProse } from '../../../domain/report/quoted.ts'
import { reportLifecycle } from '../../../domain/report/annual/lifecycle.ts'
import { reportSections } from '../../../domain/report/annual/sections.data.ts'
import type { ReportView } from '../../../usecases/report/annual/show-report.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { FileField, Form, Hidden, SubmitRow, TextArea, TextField } from '../../ui/form.tsx'
import { Details, Notice } from '../../ui/notice.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { DataTable } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import {
  annualReport as words,
  reportActionNames,
  reportStateNames,
} from '../../ui/words/annual-report.ts'
import { fill } from '../../ui/words/office.ts'
import { remarkPlace, reportFindingWords } from '../../ui/words/report.ts'
import { figures } from '../../ui/words/figures.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import { StepForm, stepField } from '../desk/step-form.tsx'
import { StepOutcome } from '../desk/step-outcome.tsx'
import type { StepNotice } from '../desk/step-answer.ts'
import { CheckPanel } from './check-panel.tsx'
import type { CellHref } from './report-tables.tsx'
import { ReportText } from './report-text.tsx'

type Props = {
  frame: Frame
  view: ReportView
  attempt: Attempt | null
  notice: StepNotice | null
  /** the tables as lines of cells, where they are typed in */ pasted: string | null
  hrefOf: CellHref
}

/** A year's report at the desk (年报编制): the self-check, the text, the tables, the steps. */
export function DeskReportPage(props: Props): JSX.Element {
  const { frame, view, attempt, notice, hrefOf } = props
  const { to } = frame.c.var.site
  const { work, report } = view
  const title = `${work.year}年${words.title}`
  return (
    <DeskPage
      {...frame}
      title={title}
      current="office"
      breadcrumbs={[{ label: figures.reports, href: to.deskReports() }, { label: title }]}
      aside={<Steps {...props} />}
    >
      <h1>{title}</h1>
      <p class="tags">
        <Tag tone={work.state === 'returned' ? 'red' : 'blue'}>{reportStateNames[work.state]}</Tag>
        {view.isLate ? <Tag tone="red">{words.late}</Tag> : null}
      </p>
      <StepOutcome attempt={attempt} notice={notice} />
      <Facts {...props} />
      <Remarks view={view} />
      <CheckPanel view={view} figures={to.figures({ period: String(work.year) })} />
      {work.state === 'draft' ? <Writing {...props} /> : null}
      <p class="lead">{words.tableHint}</p>
      <ReportText
        report={report}
        textOf={(section) => fillProse(work.prose[section], view.references)}
        hrefOf={hrefOf}
        remarks={work.remarks}
      />
    </DeskPage>
  )
}

function Facts({ frame, view }: Props): JSX.Element {
  const { to } = frame.c.var.site
  const { work, dueOn, missing } = view
  return (
    <>
      <SummaryList
        rows={[
          { label: words.dueOn, value: dueOn },
          ...(work.edition > 1
            ? [
                {
                  label: words.note,
                  value: `${fill(words.edition, { n: work.edition })}　${work.note ?? ''}`,
                },
              ]
            : []),
          ...(work.itemId === null
            ? []
            : [
                {
                  label: words.publicAt,
                  value: <a href={to.deskItem(work.itemId)}>{words.toItem}</a>,
                },
              ]),
        ]}
      />
      {work.itemId === null ? null : <p class="c-note">{words.itemHint}</p>}
      {missing.length === 0 ? null : (
        <Details summary={fill(words.missing, { n: missing.length })}>
          <ul class="grid-list">
            {missing.map(({ name }) => (
              <li>{name}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

function Remarks({ view }: { view: ReportView }): JSX.Element | null {
  const { remarks } = view.work
  if (remarks.length === 0) return null
  return (
    <Notice tone="warning" title={words.remarks}>
      <ul>
        {remarks.map(({ at, text }, n) => (
          <li id={`remark-${n + 1}`}>
            {`${at === '' ? words.remarkWhole : remarkPlace(at)}：${text}`}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** The form in which the text is written; the whole of it is saved at once. */
function Writing({ frame, view, attempt, pasted }: Props): JSX.Element {
  const { to } = frame.c.var.site
  const { work, check } = view
  const warnings = check.findings.filter(({ severity }) => severity === 'warning')
  const typed = attempt?.action === 'edit' ? attempt.text : null
  return (
    <section>
      <h2>{words.sections}</h2>
      <Form action={to.deskReportAct(work.year, 'edit')} multipart={pasted !== null}>
        <Hidden name="version" value={work.version} />
        {reportSections.map(({ key, title }) => (
          <TextArea
            name={`prose.${key}`}
            label={title}
            value={typed?.get(`prose.${key}`) ?? work.prose[key]}
            error={attempt?.errors[`prose.${key}`]}
            rows={key === 'overview' ? 14 : 5}
          />
        ))}
        {pasted === null ? null : (
          <Tables attempt={attempt} pasted={typed?.get('pasted') ?? pasted} />
        )}
        {warnings.map((finding, at) => (
          <>
            <Hidden name={`finding-${at}`} value={findingKey(finding)} />
            <TextField
              name={`reason-${at}`}
              label={words.reason}
              hint={reportFindingWords(finding)}
              value={typed?.get(`reason-${at}`) ?? work.reasons[findingKey(finding)]}
              maxlength={500}
            />
          </>
        ))}
        {work.edition > 1 ? (
          <TextField
            name="note"
            label={words.note}
            hint={words.noteHint}
            value={typed?.get('note') ?? work.note ?? ''}
            maxlength={500}
          />
        ) : null}
        <SubmitRow label={words.save} />
      </Form>
      <Details summary={words.references}>
        <DataTable
          caption={words.references}
          columns={[
            { label: words.referenceName, kind: 'title' },
            { label: words.value, kind: 'number' },
          ]}
          rows={view.references.map(({ name, value }) => ({
            cells: [`{${name}}`, value === null ? figures.unreported : String(value)],
          }))}
        />
      </Details>
    </section>
  )
}

/** Where the tables of an older year are put in: a paste of them, or their file. */
function Tables({ attempt, pasted }: Pick<Props, 'attempt'> & { pasted: string }): JSX.Element {
  const errors = attempt?.errors ?? {}
  return (
    <>
      <TextArea
        name="pasted"
        label={words.pasted}
        hint={words.pastedHint}
        value={pasted}
        error={errors['pasted'] ?? errors['tables']}
        rows={12}
      />
      <FileField
        name="file"
        label={words.file}
        hint={words.fileHint}
        error={errors['file']}
        accept=".xlsx,.docx,.csv"
      />
    </>
  )
}

function Steps({ frame, view, attempt }: Props): JSX.Element {
  const { to } = frame.c.var.site
  const { work, actions } = view
  const steps = actions.filter((action) => action !== 'edit')
  return (
    <div class="acts no-print" id="acts">
      {steps.map((action) => (
        <StepForm
          label={reportActionNames[action]}
          action={to.deskReportAct(work.year, action)}
          version={work.version}
          law={reportLifecycle.find((row) => row.action === action)?.law}
        >
          {action === 'correct' ? (
            <TextField
              {...stepField(attempt, action, 'note', words.note)}
              hint={words.noteHint}
              maxlength={500}
              required
            />
          ) : null}
        </StepForm>
      ))}
    </div>
  )
}
