import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ReportLine } from '../../../usecases/report/annual/list-reports.ts'
import { Checkboxes } from '../../ui/choices.tsx'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, Hidden, SubmitRow, TextField } from '../../ui/form.tsx'
import { DataTable } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { annualReport as words, reportStateNames } from '../../ui/words/annual-report.ts'
import { fill } from '../../ui/words/office.ts'
import { fieldOf, type Filled } from '../apply/form-parts.tsx'
import type { Frame } from '../desk/frame.ts'
import { FigureSwitch } from '../figures/switch.tsx'

/** The annual reports of an agency at the desk (年报列表), and the form that begins one. */
export function ReportListPage(props: {
  frame: Frame
  items: readonly ReportLine[]
  filled: Filled
  mayWrite: boolean
}): JSX.Element {
  const { frame, items, filled, mayWrite } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage {...frame} title={words.title} current="office">
      <h1>{words.title}</h1>
      <FigureSwitch frame={frame} part="reports" />
      <ErrorSummary errors={filled.errors} />
      <p class="lead">{words.lead}</p>
      <DataTable
        caption={words.title}
        columns={[
          { label: words.year, kind: 'title' },
          { label: words.state },
          { label: words.dueOn, kind: 'date' },
        ]}
        rows={items.map(({ year, work, dueOn, isLate }) => ({
          cells: [
            work === null ? (
              mayWrite ? (
                <Form action={to.deskReports()} className="inline-acts">
                  <Hidden name="year" value={year} />
                  <button type="submit" class="button">
                    {fill(words.begin, { year })}
                  </button>
                </Form>
              ) : (
                `${year}年`
              )
            ) : (
              <a href={to.deskReport(year)}>{`${year}年`}</a>
            ),
            work === null ? words.notBegun : reportStateNames[work.state],
            <>
              {dueOn} {isLate ? <Tag tone="red">{words.late}</Tag> : null}
            </>,
          ],
        }))}
      />
      {mayWrite ? (
        <section class="panel">
          <h2>{words.otherYear}</h2>
          <Form action={to.deskReports()}>
            <TextField
              {...fieldOf(filled, 'year', words.year)}
              inputmode="numeric"
              width="short"
              maxlength={4}
              required
            />
            <Checkboxes
              name="entered"
              label={words.how}
              options={[{ value: 'yes', label: words.entered }]}
              values={filled.text.get('entered') === 'yes' ? ['yes'] : []}
            />
            <SubmitRow label={words.otherYear} />
          </Form>
        </section>
      ) : null}
    </DeskPage>
  )
}
