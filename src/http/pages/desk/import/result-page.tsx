import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ApplicationImportReport } from '../../../../usecases/application/import/applications.ts'
import type { ItemImportReport } from '../../../../usecases/item/import/report.ts'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { Form, Hidden, SubmitRow } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { desk } from '../../../ui/words/desk.ts'
import { importReasonWords } from '../../../ui/words/imports.ts'
import type { Frame } from '../frame.ts'

/** What an import says of a file, of either kind. */
export type Report = ItemImportReport | ApplicationImportReport

type Found = Report['rejected' | 'warnings'][number]

const listed = 200

/** What became of a file (检查结果): figures, the lines to mend, and the one button that goes on. */
export function ImportResultPage(props: {
  frame: Frame
  report: Report
  token: string
}): JSX.Element {
  const { frame, report, token } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage
      {...frame}
      title={desk.result}
      current="imports"
      breadcrumbs={[{ label: desk.imports, href: to.imports() }, { label: desk.result }]}
    >
      <h1>{report.committed ? desk.imported : desk.result}</h1>
      <Verdict report={report} />
      <section class="panel" aria-label={desk.result}>
        <SummaryList
          rows={[
            { label: desk.accepted, value: inRows(report.accepted) },
            { label: desk.unchanged, value: inRows(report.unchanged) },
            { label: desk.rejected, value: inRows(report.rejected.length) },
          ]}
        />
      </section>
      {report.committed ? null : <NextStep frame={frame} report={report} token={token} />}
      <Findings title={desk.rejectedTable} found={report.rejected} />
      <Findings title={desk.warningsTable} found={report.warnings} />
      {'preview' in report ? <Preview rows={report.preview} /> : null}
    </DeskPage>
  )
}

function inRows(n: number): string {
  return desk.rows.replace('{n}', String(n))
}

function Verdict({ report }: { report: Report }): JSX.Element {
  if (report.committed) {
    const text = desk.importedWhy.replace('{n}', String(report.accepted))
    return <Notice tone="success" title={report.accepted === 0 ? desk.nothingNew : text} />
  }
  if (report.rejected.length > 0) {
    return (
      <Notice tone="error" title={desk.cannotImport}>
        <p>{desk.fixFirst}</p>
      </Notice>
    )
  }
  return <Notice title={report.accepted === 0 ? desk.nothingNew : desk.canImport} />
}

function NextStep(props: { frame: Frame; report: Report; token: string }): JSX.Element {
  const { frame, report, token } = props
  const { to } = frame.c.var.site
  const other = { label: desk.chooseOther, href: to.imports() }
  const isRefused = report.rejected.length > 0
  if (!isRefused && report.accepted === 0) {
    return (
      <p class="submit">
        <a href={other.href}>{other.label}</a>
      </p>
    )
  }
  return (
    <Form action={isRefused ? to.importsRejected() : to.importsCommit()}>
      <Hidden name="token" value={token} />
      <SubmitRow label={isRefused ? desk.download : desk.importNow} secondary={other} />
    </Form>
  )
}

function Findings({
  title,
  found,
}: {
  title: string
  found: readonly Found[]
}): JSX.Element | null {
  if (found.length === 0) return null
  const left = found.length - listed
  return (
    <section class="block">
      <h2>{title}</h2>
      <DataTable
        caption={title}
        columns={[
          { label: desk.line, kind: 'number' },
          { label: desk.column },
          { label: desk.reason },
        ]}
        rows={found.slice(0, listed).map((finding) => ({ cells: findingCells(finding) }))}
      />
      {left > 0 ? <p>{desk.more.replace('{n}', String(left))}</p> : null}
    </section>
  )
}

/** Line, column and reason of one finding, as table and download show them. */
export function findingCells({ line, column, reason }: Found): string[] {
  return [line === null ? desk.wholeFile : String(line), column ?? '', importReasonWords(reason)]
}

function Preview({ rows }: { rows: ItemImportReport['preview'] }): JSX.Element | null {
  if (rows.length === 0) return null
  return (
    <section class="block">
      <h2>{desk.previewTable}</h2>
      <DataTable
        caption={desk.previewTable}
        columns={[
          { label: desk.itemTitle, kind: 'title' },
          { label: desk.line, kind: 'number' },
          { label: desk.indexNumber, kind: 'code' },
          { label: desk.docIssue, kind: 'code' },
          { label: desk.publishedAt, kind: 'date' },
        ]}
        rows={rows.map(({ line, title, indexNumber, docNumber, publishedOn }) => ({
          cells: [title, String(line), indexNumber ?? '', docNumber ?? '', publishedOn ?? ''],
        }))}
      />
    </section>
  )
}
