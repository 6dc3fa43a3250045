import type { JSX } from 'hono/jsx/jsx-runtime'
import { maxFacts } from '../../../domain/clarification/input.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { DateField, Form, Hidden, SubmitRow, TextArea, TextField } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { clarification } from '../../ui/words/clarification.ts'
import { fieldOf, type Filled } from '../apply/form-parts.tsx'
import type { Frame } from '../desk/frame.ts'
import type { StepNotice } from '../desk/step-answer.ts'

/** The form of a clarification (澄清登记表), new or written again. */
export function ClarificationFormPage(props: {
  frame: Frame
  /** The draft that is edited, or null for a new one */
  id: string | null
  filled: Filled
  /** Version of the draft, or the key that makes a repeated submission the same one */
  version: number | null
  submission: string
  today: string
  notice: StepNotice | null
}): JSX.Element {
  const { frame, id, filled, version, submission, today, notice } = props
  const { to } = frame.c.var.site
  const title = id === null ? clarification.newTitle : clarification.edit
  return (
    <DeskPage
      {...frame}
      title={title}
      current="clarifications"
      breadcrumbs={[{ label: clarification.desk, href: to.deskClarifications() }, { label: title }]}
    >
      <h1>{title}</h1>
      <ErrorSummary errors={filled.errors} />
      {notice === null ? null : (
        <Notice tone={notice.tone} title={notice.title}>
          <p>{notice.text}</p>
        </Notice>
      )}
      <Form
        action={id === null ? to.newClarification() : to.clarificationEdit(id)}
        className="form panel"
      >
        {version === null ? (
          <Hidden name="submission" value={submission} />
        ) : (
          <Hidden name="version" value={version} />
        )}
        <TextArea
          {...fieldOf(filled, 'claim')}
          hint={clarification.claimHint}
          rows={3}
          maxlength={2000}
          required
        />
        <TextField
          {...fieldOf(filled, 'source')}
          hint={clarification.sourceHint}
          maxlength={200}
          required
        />
        <TextField {...fieldOf(filled, 'sourceUrl')} hint={clarification.urlHint} maxlength={500} />
        <DateField {...fieldOf(filled, 'seenOn')} max={today} required />
        <TextField
          {...fieldOf(filled, 'checkedBy')}
          hint={clarification.checkedByHint}
          width="medium"
          maxlength={100}
          required
        />
        <TextArea
          {...fieldOf(filled, 'facts')}
          hint={clarification.factsHint}
          rows={10}
          maxlength={maxFacts}
          required
        />
        <TextArea {...fieldOf(filled, 'items')} hint={clarification.itemsHint} rows={3} />
        <SubmitRow
          label={id === null ? clarification.newButton : clarification.saveButton}
          secondary={{
            label: clarification.back,
            href: id === null ? to.deskClarifications() : to.deskClarification(id),
          }}
        />
      </Form>
    </DeskPage>
  )
}
