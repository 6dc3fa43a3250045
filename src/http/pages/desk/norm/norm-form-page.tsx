import type { JSX } from 'hono/jsx/jsx-runtime'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { DateField, Form, Hidden, SubmitRow, TextField } from '../../../ui/form.tsx'
import { norm as words } from '../../../ui/words/norm.ts'
import type { Frame } from '../frame.ts'
import { DraftFields, type Filled, filledField, TermFields } from './norm-fields.tsx'

/** Begins a document, or enters one that was made before the register began (起草登记、补登). */
export function NormFormPage(props: {
  frame: Frame
  kind: 'new' | 'entered'
  filled: Filled
  submission: string
}): JSX.Element {
  const { frame, kind, filled, submission } = props
  const { agency, to } = frame.c.var.site
  const title = kind === 'new' ? words.newDocument : words.enterDocument
  return (
    <DeskPage
      {...frame}
      title={title}
      current="norms"
      breadcrumbs={[{ label: words.title, href: to.deskNorms() }, { label: title }]}
    >
      <h1>{title}</h1>
      <ErrorSummary errors={filled.errors} />
      <p class="lead">{kind === 'new' ? words.newLead : words.enterLead}</p>
      <Form action={kind === 'new' ? to.newNorm() : to.enterNorm()} className="form panel">
        <Hidden name="submission" value={submission} />
        <DraftFields filled={filled} maker={agency.name} />
        {kind === 'new' ? null : <EntryFields filled={filled} />}
        <SubmitRow
          label={words.save}
          secondary={{ label: words.views.all, href: to.deskNorms() }}
        />
      </Form>
    </DeskPage>
  )
}

function EntryFields({ filled }: { filled: Filled }): JSX.Element {
  return (
    <>
      <TextField
        {...filledField(filled, 'number', words.number)}
        hint={words.numberHint}
        required
        width="medium"
        maxlength={60}
      />
      <TextField
        {...filledField(filled, 'item', words.item)}
        hint={words.itemHint}
        required
        maxlength={200}
      />
      <TermFields filled={filled} />
      <DateField {...filledField(filled, 'filedOn', words.filedOn)} hint={words.filedOnHint} />
    </>
  )
}
