import type { JSX } from 'hono/jsx/jsx-runtime'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { FileField, Form, Hidden, SubmitRow, TextArea } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { service } from '../../ui/words/power.ts'
import { fieldOf, type Filled } from '../apply/form-parts.tsx'
import type { Frame } from '../desk/frame.ts'
import type { StepNotice } from '../desk/step-answer.ts'
import { EntryFields } from './entry-fields.tsx'

/** The form of a change of the list (职权调整表): new with its first matter, or why and on what ground again. */
export function ChangeFormPage(props: {
  frame: Frame
  /** The draft that is edited, or null for a new one */
  id: string | null
  filled: Filled
  version: number | null
  submission: string
  notice: StepNotice | null
}): JSX.Element {
  const { frame, id, filled, version, submission, notice } = props
  const { to } = frame.c.var.site
  const title = id === null ? service.newTitle : service.edit
  return (
    <DeskPage
      {...frame}
      title={title}
      current="services"
      breadcrumbs={[{ label: service.desk, href: to.deskPowers() }, { label: title }]}
    >
      <h1>{title}</h1>
      <ErrorSummary errors={filled.errors} />
      {notice === null ? null : (
        <Notice tone={notice.tone} title={notice.title}>
          <p>{notice.text}</p>
        </Notice>
      )}
      <Form action={id === null ? to.newPowerChange() : to.powerChangeEdit(id)} multipart>
        {version === null ? (
          <Hidden name="submission" value={submission} />
        ) : (
          <Hidden name="version" value={version} />
        )}
        <TextArea
          {...fieldOf(filled, 'reason', service.reason)}
          hint={service.reasonHint}
          rows={3}
          maxlength={1000}
          required
        />
        <TextArea
          {...fieldOf(filled, 'basis', service.changeBasis)}
          hint={service.changeBasisHint}
          rows={3}
          maxlength={1000}
          required
        />
        {id === null ? (
          <>
            <EntryFields legend={service.entries} at={0} filled={filled} />
            <FileField
              {...fieldOf(filled, 'file', service.fileLabel)}
              hint={service.fileHint}
              accept=".csv,.xlsx"
            />
          </>
        ) : null}
        <SubmitRow
          label={id === null ? service.newButton : service.save}
          secondary={{
            label: service.back,
            href: id === null ? to.deskPowers() : to.deskPowerChange(id),
          }}
        />
      </Form>
    </DeskPage>
  )
}
