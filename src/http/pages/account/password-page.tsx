import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AppEnv } from '../../app-env.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, SubmitRow } from '../../ui/form.tsx'
import type { FormErrors } from '../../ui/form-names.ts'
import { SummaryList } from '../../ui/summary-list.tsx'
import { accountWords as words } from '../../ui/words/account.ts'
import { NewPasswordFields } from './password-fields.tsx'

/** The page of a link by which a password is set (设定密码): whose account it is, and the password twice. */
export function PasswordPage(props: {
  c: Context<AppEnv>
  whose: { name: string; username: string }
  errors: FormErrors
}): JSX.Element {
  const { c, whose, errors } = props
  return (
    <DeskPage c={c} title={words.setPassword} current={null} staff={null}>
      <h1>{words.setPassword}</h1>
      <ErrorSummary errors={errors} />
      <p class="lead">{words.setLead}</p>
      <SummaryList
        rows={[
          { label: words.name, value: whose.name },
          { label: words.username, value: whose.username },
        ]}
      />
      <Form action={c.var.site.to.passwordLink()} className="form panel">
        <NewPasswordFields errors={errors} />
        <SubmitRow label={words.setButton} />
      </Form>
    </DeskPage>
  )
}
