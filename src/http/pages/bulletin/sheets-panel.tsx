import type { JSX } from 'hono/jsx/jsx-runtime'
import { lineNames, sheetTable } from '../../../domain/report/bulletin/document.ts'
import { handLines, schemeOf } from '../../../domain/report/bulletin/scheme.ts'
import type { BulletinView } from '../../../usecases/report/bulletin/show-bulletin.ts'
import { BarChart } from '../../ui/chart/bar-chart.tsx'
import { Select } from '../../ui/choices.tsx'
import { ExportLinks } from '../../ui/export-links.tsx'
import { Form, SubmitRow, TextField } from '../../ui/form.tsx'
import { Details } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { bulletin as words } from '../../ui/words/bulletin.ts'
import { fill } from '../../ui/words/office.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import { stepField } from '../desk/step-form.tsx'
import { MarksList } from './marks-list.tsx'
import { ObjectionsPanel } from './objections-panel.tsx'

type Props = {
  frame: Frame
  view: BulletinView
  attempt: Attempt | null
  mayAct: boolean
}

/** The sheets of an assessment (考核得分): totals as bars and table, every mark with its evidence; nothing for other kinds. */
export function SheetsPanel(props: Props): JSX.Element | null {
  const { frame, view, mayAct } = props
  const { sheets } = view.content
  if (sheets.length === 0) return null
  const { to } = frame.c.var.site
  const { id, state } = view.bulletin
  const { header, rows } = sheetTable(view.content)
  const isDraft = mayAct && state === 'draft'
  return (
    <section>
      <h2>{words.sheets}</h2>
      <p class="c-note">{words.sheetsLead}</p>
      <BarChart
        caption={words.sheetsChart}
        unit="分"
        categories={sheets.slice(0, 20).map(({ name }) => name)}
        series={[{ name: words.total, values: sheets.slice(0, 20).map(({ total }) => total) }]}
      />
      <DataTable
        caption={words.sheets}
        wide
        columns={header.map((label, at) => ({
          label,
          kind: at === 1 ? 'title' : at === header.length - 1 ? 'text' : 'number',
        }))}
        rows={rows.map((row) => ({ cells: row.map(String) }))}
      />
      <ExportLinks
        of={words.sheets}
        csv={to.bulletinPaper(id, 'sheets.csv')}
        xlsx={to.bulletinPaper(id, 'sheets.xlsx')}
      />
      {sheets.map(({ agency, name, marks }) => (
        <Details summary={fill(words.marks, { name, n: marks.length })}>
          <MarksList
            frame={frame}
            agency={agency}
            marks={marks}
            removeAt={isDraft ? (mark) => to.bulletinMark(id, mark) : null}
          />
        </Details>
      ))}
      {isDraft ? <AddMark {...props} /> : null}
      <ObjectionsPanel {...props} />
    </section>
  )
}

function AddMark({ frame, view, attempt }: Props): JSX.Element {
  const { site } = frame.c.var
  const field = (name: string, label: string) => stepField(attempt, 'mark', name, label)
  const { points, range } = schemeOf(site.agency.settings)
  const [min, max] = range
  return (
    <Details summary={words.addMark} open={attempt?.action === 'mark'}>
      <Form action={site.to.bulletinMarks(view.bulletin.id)}>
        <Select
          {...field('agency', words.agency)}
          options={view.content.sheets.map(({ agency, name }) => ({ value: agency, label: name }))}
          required
        />
        <Select
          {...field('line', words.line)}
          options={handLines.map((line) => ({ value: line, label: lineNames[line] }))}
          required
        />
        <TextField
          {...field('points', words.points)}
          hint={fill(words.pointsHint, {
            missing: points.missingItem,
            stale: points.staleCatalogue,
            min,
            max,
          })}
          inputmode="numeric"
          width="short"
          maxlength={2}
          required
        />
        <TextField {...field('what', words.addWhat)} maxlength={120} required />
        <TextField
          {...field('proof', words.addProof)}
          hint={words.addProofHint}
          maxlength={200}
          required
        />
        <SubmitRow label={words.addMark} />
      </Form>
    </Details>
  )
}
