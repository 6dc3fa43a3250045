import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ExaminedColumn } from '../../../../usecases/catalog/examine-columns.ts'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, Hidden, SubmitRow, TextArea } from '../../../ui/form.tsx'
import type { FormErrors } from '../../../ui/form-names.ts'
import { Notice } from '../../../ui/notice.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { cadenceWords, catalogDesk, healthWords } from '../../../ui/words/catalog.ts'
import { columnHref } from '../../portal/catalog/columns.ts'
import type { Frame } from '../frame.ts'

const words = catalogDesk

/** The form by which an officer attests that a column is still right (栏目核对). */
export function ColumnCheckPage(props: {
  frame: Frame
  column: ExaminedColumn
  note: string
  errors: FormErrors
  notice: { title: string; detail: string } | null
}): JSX.Element {
  const { frame, column, note, errors, notice } = props
  const { to } = frame.c.var.site
  const { check } = column
  return (
    <DeskPage
      {...frame}
      title={words.checkTitle}
      current="catalog"
      breadcrumbs={[{ label: words.title, href: to.deskCatalog() }, { label: column.name }]}
    >
      <ErrorSummary errors={errors} />
      {notice === null ? null : (
        <Notice tone="warning" title={notice.title}>
          <p>{notice.detail}</p>
        </Notice>
      )}
      <h1>{`${words.checkTitle}：${column.name}`}</h1>
      <p class="lead">{words.checkLead}</p>
      <section class="panel">
        <SummaryList
          rows={[
            { label: words.finding, value: healthWords(column) },
            { label: words.cadence, value: cadenceWords(column.cadence) },
            { label: words.last, value: column.lastOn ?? words.never },
            {
              label: words.checked,
              value: check === null ? words.never : `${check.on}，${check.by}：${check.note}`,
            },
          ]}
        />
        <p>
          <a href={columnHref(column.id, to)}>{words.openColumn}</a>
        </p>
      </section>
      <section class="panel">
        <Form action={to.columnCheck(column.id)}>
          <Hidden name="seen" value={check?.number ?? 0} />
          <TextArea
            name="note"
            label={words.checkNote}
            hint={words.checkNoteHint}
            value={note}
            error={errors['note']}
            rows={3}
            maxlength={500}
            required
          />
          <SubmitRow
            label={words.checkButton}
            secondary={{ label: words.back, href: to.deskCatalog() }}
          />
        </Form>
      </section>
    </DeskPage>
  )
}
