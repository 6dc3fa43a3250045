import type { JSX } from 'hono/jsx/jsx-runtime'
import { longest } from '../../../domain/topic/input.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, Hidden, SubmitRow, TextArea, TextField } from '../../ui/form.tsx'
import { topic } from '../../ui/words/topic.ts'
import { fieldOf, type Filled } from '../apply/form-parts.tsx'
import type { Frame } from '../desk/frame.ts'

/** The form by which an officer proposes a topic (工作人员点题), perhaps from a missed search word. */
export function ProposePage(props: {
  frame: Frame
  filled: Filled
  submission: string
}): JSX.Element {
  const { frame, filled, submission } = props
  const { to } = frame.c.var.site
  const term = filled.text.get('term') ?? ''
  return (
    <DeskPage
      {...frame}
      title={topic.propose}
      current="topics"
      breadcrumbs={[{ label: topic.desk, href: to.deskTopics() }, { label: topic.propose }]}
    >
      <h1>{topic.propose}</h1>
      <ErrorSummary errors={filled.errors} />
      <p class="lead">{topic.proposeLead}</p>
      <Form action={to.proposeTopic()} className="form panel">
        <Hidden name="submission" value={submission} />
        {term === '' ? null : <Hidden name="term" value={term} />}
        <TextField
          {...fieldOf(filled, 'title', topic.publicTitle)}
          maxlength={longest.subject}
          required
        />
        <TextArea
          {...fieldOf(filled, 'grounds', topic.publicGrounds)}
          hint={topic.publicGroundsHint}
          maxlength={longest.why}
        />
        <SubmitRow
          label={topic.proposeButton}
          secondary={{ label: topic.desk, href: to.deskTopics() }}
        />
      </Form>
    </DeskPage>
  )
}
