import type { JSX } from 'hono/jsx/jsx-runtime'
import { longestTable } from '../../../domain/calendar/input.ts'
import type { CalendarScope } from '../../../domain/time/edition.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import {
  DateField,
  FileField,
  Form,
  Hidden,
  SubmitRow,
  TextArea,
  TextField,
} from '../../ui/form.tsx'
import { calendarScopeNames, calendarWords as words } from '../../ui/words/calendar.ts'
import { desk } from '../../ui/words/desk.ts'
import { fieldOf, type Filled } from '../apply/form-parts.tsx'
import type { Frame } from '../desk/frame.ts'
import type { StepNotice } from '../desk/step-answer.ts'
import { StepOutcome } from '../desk/step-outcome.tsx'

type Props = {
  frame: Frame
  /** null for a new draft */
  id: string | null
  scope: CalendarScope
  version: string | null
  filled: Filled
  notice: StepNotice | null
}

/** The form of a year's table (录入放假安排): typed, pasted or uploaded, with its notice. */
export function CalendarFormPage({
  frame,
  id,
  scope,
  version,
  filled,
  notice,
}: Props): JSX.Element {
  const { to } = frame.c.var.site
  const title = calendarScopeNames[scope]
  return (
    <DeskPage
      {...frame}
      title={title}
      current="cases"
      breadcrumbs={[
        { label: desk.cases, href: to.cases() },
        { label: words.title, href: to.deskCalendar() },
        { label: title },
      ]}
    >
      <h1>{title}</h1>
      <ErrorSummary errors={filled.errors} />
      <StepOutcome attempt={null} notice={notice} />
      <Form
        action={id === null ? to.newCalendar() : to.calendarEdit(id)}
        multipart
        className="form panel"
      >
        <Hidden name="scope" value={scope} />
        {version === null ? null : <Hidden name="version" value={version} />}
        <TextField
          {...fieldOf(filled, 'year', words.year)}
          inputmode="numeric"
          width="short"
          maxlength={4}
          required
        />
        <TextArea
          {...fieldOf(filled, 'table', words.table)}
          hint={words.tableHint}
          rows={16}
          maxlength={longestTable}
          required
        />
        <FileField name="file" label={words.file} hint={words.fileHint} accept=".csv,.xlsx" />
        <TextField
          {...fieldOf(filled, 'docNumber', words.docNumber)}
          hint={words.docNumberHint}
          width="medium"
          maxlength={100}
          required
        />
        <TextField {...fieldOf(filled, 'url', words.url)} maxlength={500} required />
        <DateField {...fieldOf(filled, 'issuedOn', words.issuedOn)} required />
        <SubmitRow label={words.save} />
      </Form>
    </DeskPage>
  )
}
