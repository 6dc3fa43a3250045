import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { layoutsOf, pasteOfTables, textAt } from '../../../domain/report/from-tables.ts'
import { reportTables } from '../../../domain/report/finding.ts'
import type { AppEnv } from '../../app-env.ts'
import { Form, Hidden } from '../../ui/form.tsx'
import { Page } from '../../ui/layout.tsx'
import { markup, none, type Markup } from '../../ui/markup.ts'
import { Notice } from '../../ui/notice.tsx'
import { OfficialTable } from '../../ui/official-table.tsx'
import { DataTable } from '../../ui/table.tsx'
import { tabName } from '../../ui/words/common.ts'
import { fill } from '../../ui/words/office.ts'
import { reportTableNames } from '../../ui/words/report.ts'
import { reportCheck as words } from '../../ui/words/report-check.ts'
import { reportMeta } from './meta.ts'
import { cellName, type Posted } from './posted.ts'
import type { CheckResult } from './result.ts'

type Shown = { posted: Posted; result: CheckResult; level: string }

/** What the checker found (核对结果): the verdict, each finding by table, and the tables with numbers at the faults. */
export function ReportResultPage({
  c,
  posted,
  result,
  level,
}: Shown & { c: Context<AppEnv> }): JSX.Element {
  const { to } = c.var.site
  const { facts, tables } = posted
  return (
    <Page
      c={c}
      title={words.resultTitle}
      current="reports"
      meta={reportMeta()}
      hidden
      breadcrumbs={[
        { label: tabName('reports'), href: to.reports() },
        { label: words.title, href: to.checkReport() },
        { label: words.resultTitle },
      ]}
    >
      <h1>{words.resultTitle}</h1>
      <p class="lead">{fill(words.of, { agency: facts.agency, year: facts.year })}</p>
      <Verdict posted={posted} result={result} />
      {reportTables.map((table) => {
        const rows = result.findings.filter((finding) => finding.table === table)
        return rows.length === 0 ? null : (
          <section class="panel">
            <h2>{reportTableNames[table]}</h2>
            <DataTable
              caption={`${words.findings}：${reportTableNames[table]}`}
              columns={[
                { label: words.number, kind: 'number' },
                { label: words.cell, kind: 'title' },
                { label: words.difference },
                { label: words.why, kind: 'reason' },
                { label: words.severity },
              ]}
              rows={rows.map((finding) => ({
                cells: [
                  <span id={`f-${finding.number}`}>{finding.number}</span>,
                  finding.cell,
                  finding.difference,
                  finding.why,
                  words.severities[finding.severity],
                ],
              }))}
            />
          </section>
        )
      })}
      <h2>{words.marked}</h2>
      {result.findings.length === 0 ? null : <p>{words.legend}</p>}
      {layoutsOf(result.form).map((layout) =>
        tables[layout.table] == null ? null : (
          <section class="panel">
            <h3>{words.tables[layout.table]}</h3>
            <OfficialTable
              layout={layout}
              caption={words.tables[layout.table]}
              figure={(cell) =>
                marked(
                  textAt(tables, layout.table, cell),
                  result.marks.get(cellName(layout.table, cell)) ?? [],
                )
              }
            />
          </section>
        ),
      )}
      <NextSteps c={c} posted={posted} level={level} />
    </Page>
  )
}

function marked(text: string, numbers: readonly number[]): Markup {
  if (numbers.length === 0) return text === '' ? none : markup`${text}`
  const links = numbers.map((number) => markup`<a href="#f-${number}">[${number}]</a>`)
  return markup`<strong class="cell-wrong">${text === '' ? words.blank : text}</strong> ${links}`
}

function Verdict({ posted, result }: Omit<Shown, 'level'>): JSX.Element {
  const { tables, previous } = posted
  const { errors, warnings, claims } = result
  const counts = [
    ...(errors > 0 ? [fill(words.faulty, { errors })] : []),
    ...(warnings > 0 ? [fill(words.doubtful, { warnings })] : []),
  ]
  const names = Object.entries(words.tables)
  const isRead = (key: string): boolean => Reflect.get(tables, key) !== null
  const list = (read: boolean): string =>
    names.flatMap(([key, name]) => (isRead(key) === read ? [name] : [])).join('、')
  return (
    <Notice
      tone={errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'success'}
      title={counts.length === 0 ? words.fine : counts.join('，')}
    >
      <p>{`${words.readTables}：${list(true)}。`}</p>
      {list(false) === '' ? null : <p>{`${words.lacking}：${list(false)}。`}</p>}
      <p>{`${previous === null ? words.withoutPrevious : words.withPrevious}。`}</p>
      {claims.length === 0 ? null : (
        <p>{`${words.claims}：${claims.map(({ claim, value }) => `${claim} ${value}`).join('、')}。`}</p>
      )}
      {tables.unread.length === 0 ? null : (
        <p>{`${words.unreadRows}：${tables.unread.slice(0, 10).join('、')}。`}</p>
      )}
    </Notice>
  )
}

/** What was checked goes along in the page itself: nothing of it is kept. */
function NextSteps({
  c,
  posted,
  level,
}: Omit<Shown, 'result'> & { c: Context<AppEnv> }): JSX.Element {
  const { to } = c.var.site
  const { facts, tables, text, previous } = posted
  return (
    <Form action={to.checkReport()} className="no-print">
      <Hidden name="way" value="paste" />
      <Hidden name="agency" value={facts.agency} />
      <Hidden name="level" value={level} />
      <Hidden name="year" value={facts.year} />
      <Hidden name="pasted" value={pasteOfTables(tables, facts.year)} />
      <Hidden name="text" value={text} />
      <Hidden
        name="previousPasted"
        value={previous === null ? '' : pasteOfTables(previous, facts.year - 1)}
      />
      <div class="submit">
        <button type="submit" class="button" name="as" value="edit">
          {words.edit}
        </button>
        <button type="submit" class="button-line" name="as" value="csv">
          {words.csv}
        </button>
        <button type="submit" class="button-line" name="as" value="xlsx">
          {words.xlsx}
        </button>
        <a href={to.checkReport()}>{words.again}</a>
      </div>
    </Form>
  )
}
