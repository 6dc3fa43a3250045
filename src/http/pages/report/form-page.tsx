import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ReportForm } from '../../../domain/report/forms.data.ts'
import { layoutsOf } from '../../../domain/report/from-tables.ts'
import type { AppEnv } from '../../app-env.ts'
import { Select } from '../../ui/choices.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import type { FieldProps } from '../../ui/field.tsx'
import { FileField, Form, Hidden, SubmitRow, TextArea, TextField } from '../../ui/form.tsx'
import { fieldId, type FormErrors } from '../../ui/form-names.ts'
import { Page } from '../../ui/layout.tsx'
import { markup } from '../../ui/markup.ts'
import { Details } from '../../ui/notice.tsx'
import { OfficialTable } from '../../ui/official-table.tsx'
import { tabName } from '../../ui/words/common.ts'
import { reportCellName } from '../../ui/words/report.ts'
import { reportCheck as words } from '../../ui/words/report-check.ts'
import { reportMeta } from './meta.ts'
import { cellName, ways, type Way } from './posted.ts'

/** What the form shows: the way, what was filled in, what is wrong, and the form that is typed into. */
export type CheckForm = {
  way: Way
  text: ReadonlyMap<string, string>
  errors: FormErrors
  form: ReportForm
}

/** The form of the checker (年报核对), in one of three ways; works without script and by keyboard. */
export function ReportCheckPage({
  c,
  shown,
}: {
  c: Context<AppEnv>
  shown: CheckForm
}): JSX.Element {
  const { to } = c.var.site
  const { way, text, errors, form } = shown
  const field = (name: string, label: string): FieldProps & { value: string | undefined } => ({
    name,
    label,
    value: text.get(name),
    error: errors[name],
  })
  return (
    <Page
      c={c}
      title={words.title}
      current="reports"
      meta={reportMeta()}
      breadcrumbs={[{ label: tabName('reports'), href: to.reports() }, { label: words.title }]}
    >
      <h1>{words.title}</h1>
      <ErrorSummary errors={errors} />
      <p class="lead">{words.lead}</p>
      <nav class="switch" aria-label={words.waysTitle}>
        <ul>
          {ways.map((one) => (
            <li>
              <a
                href={to.checkReport({ way: one })}
                aria-current={one === way ? 'true' : undefined}
              >
                {words.ways[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Form
        action={to.checkReport()}
        multipart
        className={way === 'type' ? 'form form-wide' : 'form'}
      >
        <Hidden name="way" value={way} />
        <TextField {...field('agency', words.agency)} maxlength={200} />
        <Select
          {...field('level', words.level)}
          blank={null}
          options={Object.entries(words.levels).map(([value, label]) => ({ value, label }))}
        />
        <TextField
          {...field('year', words.year)}
          hint={words.yearHint}
          inputmode="numeric"
          width="short"
          maxlength={4}
          required
        />
        {way === 'upload' ? (
          <FileField
            name="file"
            label={words.file}
            hint={words.fileHint}
            error={errors['file']}
            accept=".xlsx,.docx,.csv"
            required
          />
        ) : null}
        {way === 'paste' ? (
          <TextArea {...field('pasted', words.pasted)} hint={words.pastedHint} rows={10} required />
        ) : null}
        {way === 'type' ? <TypedTables form={form} text={text} /> : null}
        <TextArea {...field('text', words.text)} hint={words.textHint} rows={4} />
        <Details
          summary={words.previousTitle}
          open={
            (text.get('previousPasted') ?? '') !== '' ||
            errors['previousFile'] !== undefined ||
            errors['previousPasted'] !== undefined
          }
        >
          <p>{words.previousHint}</p>
          <FileField
            name="previousFile"
            label={words.previousFile}
            error={errors['previousFile']}
            accept=".xlsx,.docx,.csv"
          />
          <TextArea {...field('previousPasted', words.previousPasted)} rows={6} />
        </Details>
        <SubmitRow label={words.check} />
      </Form>
    </Page>
  )
}

/** The three tables with an input in each cell, named for the ear by its row and column. */
function TypedTables(props: { form: ReportForm; text: ReadonlyMap<string, string> }): JSX.Element {
  return (
    <div id={fieldId('cells')} tabindex={-1}>
      <p>{words.typeHint}</p>
      {layoutsOf(props.form).map((layout) => (
        <section class="panel">
          <h2>{words.tables[layout.table]}</h2>
          <OfficialTable
            layout={layout}
            caption={words.tables[layout.table]}
            figure={(cell) => {
              const name = cellName(layout.table, cell)
              const label = reportCellName({ table: layout.table, ...cell })
              return markup`<input class="input input-cell" type="text" inputmode="decimal" autocomplete="off" maxlength="20" id="${fieldId(name)}" name="${name}" aria-label="${label}" value="${props.text.get(name) ?? ''}"/>`
            }}
          />
        </section>
      ))}
    </div>
  )
}
