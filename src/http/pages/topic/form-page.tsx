import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { longest } from '../../../domain/topic/input.ts'
import type { AppEnv } from '../../app-env.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, Hidden, SubmitRow, TextArea, TextField } from '../../ui/form.tsx'
import { Page } from '../../ui/layout.tsx'
import { topic } from '../../ui/words/topic.ts'
import { fieldOf, type Filled } from '../apply/form-parts.tsx'
import { topicMeta } from './meta.ts'

/** The name of the field that people leave blank and machines fill in. */
export const trapField = 'homepage'

/** The form of a topic request (点题表): subject, why, and how to be reached if one likes. */
export function TopicFormPage(props: {
  c: Context<AppEnv>
  filled: Filled
  submission: string
}): JSX.Element {
  const { c, filled, submission } = props
  const { agency, to } = c.var.site
  return (
    <Page
      c={c}
      title={topic.newTitle}
      current={null}
      meta={topicMeta()}
      breadcrumbs={[{ label: topic.title, href: to.topics() }, { label: topic.newTitle }]}
    >
      <div class="apply">
        <h1>{topic.newTitle}</h1>
        <ErrorSummary errors={filled.errors} />
        <p class="lead">
          {topic.formLead}
          {agency.kind === 'public-utility' ? null : (
            <>
              {topic.urgent}
              <a href={to.apply()}>{topic.toApply}</a>
            </>
          )}
        </p>
        <Form action={to.newTopic()}>
          <Hidden name="submission" value={submission} />
          <TextField
            {...fieldOf(filled, 'subject', topic.subject)}
            hint={topic.subjectHint}
            maxlength={longest.subject}
            required
          />
          <TextArea
            {...fieldOf(filled, 'why', topic.why)}
            hint={topic.whyHint}
            rows={6}
            maxlength={longest.why}
            required
          />
          <TextField
            {...fieldOf(filled, 'contact', topic.contact)}
            hint={topic.contactHint}
            maxlength={longest.contact}
            autocomplete="tel"
          />
          <div class={filled.errors[trapField] === undefined ? 'trap' : undefined}>
            <TextField
              {...fieldOf(filled, trapField, topic.trap)}
              hint={topic.trapHint}
              autocomplete="off"
            />
          </div>
          <SubmitRow
            label={topic.send}
            secondary={{ label: topic.followTitle, href: to.topicStatus() }}
          />
        </Form>
      </div>
    </Page>
  )
}
