import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { maxNotice } from '../../../domain/application/step-input.ts'
import type { Asked, Status } from '../../../usecases/application/status.ts'
import type { AppEnv } from '../../app-env.ts'
import { Form, Hidden, SubmitRow, TextArea } from '../../ui/form.tsx'
import type { FormErrors } from '../../ui/form-names.ts'
import { apply } from '../../ui/words/apply.ts'

/** What the agency waits for (补正、说明理由、缴费), with the form in which the applicant answers. */
export function AskedPanel({
  c,
  status: { receipt },
  asked,
  secret,
  errors,
  typed,
}: {
  c: Context<AppEnv>
  status: Status
  asked: Asked
  secret: string
  errors: FormErrors
  typed: string
}): JSX.Element {
  return (
    <section class="panel">
      <h2>{apply.asked[asked.for]}</h2>
      <p>
        <strong>{apply.askedUntil.replace('{until}', asked.until)}</strong>
      </p>
      {asked.for === 'fee' ? (
        <p>{apply.askedWhy[asked.for]}</p>
      ) : (
        <Form action={c.var.site.to.applicantAct('correction')}>
          <p>{apply.askedWhy[asked.for]}</p>
          <Hidden name="receipt" value={receipt} />
          <Hidden name="secret" value={secret} />
          <TextArea
            name="text"
            label={apply.askedText[asked.for]}
            value={typed}
            error={errors['text']}
            maxlength={maxNotice}
            required
          />
          <SubmitRow label={apply.askedSend[asked.for]} />
        </Form>
      )}
    </section>
  )
}
