import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AppEnv } from '../../../app-env.ts'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { Form, Hidden, SubmitRow, TextField } from '../../../ui/form.tsx'
import type { FormErrors } from '../../../ui/form-names.ts'
import { Notice } from '../../../ui/notice.tsx'
import { desk } from '../../../ui/words/desk.ts'
import { fieldLabels } from '../../../ui/words/fields.ts'
import { paragraphs } from '../../paragraphs.tsx'

/** The log-in page (登录); the password is never sent back. */
export function LoginPage(props: {
  c: Context<AppEnv>
  next: string
  username: string
  errors: FormErrors
  notice: string | null
}): JSX.Element {
  const { c, next, username, errors, notice } = props
  return (
    <DeskPage c={c} title={desk.login} current={null} staff={null}>
      <h1>{desk.login}</h1>
      <ErrorSummary errors={errors} />
      {notice === null ? null : <Notice>{notice}</Notice>}
      <p class="lead">{desk.loginLead}</p>
      <Form action={c.var.site.to.login()}>
        <Hidden name="next" value={next} />
        <TextField
          name="username"
          label={fieldLabels['/username'] ?? ''}
          value={username}
          error={errors['username']}
          autocomplete="username"
          width="medium"
          maxlength={64}
          required
        />
        <TextField
          name="password"
          label={fieldLabels['/password'] ?? ''}
          type="password"
          error={errors['password']}
          autocomplete="current-password"
          width="medium"
          maxlength={128}
          required
        />
        <TextField
          name="otp"
          label={fieldLabels['/otp'] ?? ''}
          hint={desk.otpHint}
          error={errors['otp']}
          autocomplete="one-time-code"
          inputmode="numeric"
          width="short"
          maxlength={16}
        />
        <SubmitRow label={desk.loginButton} />
      </Form>
    </DeskPage>
  )
}

/** What somebody wrote when the session was over (登录过期): shown to be copied, not lost. */
export function UnsavedPage(props: {
  c: Context<AppEnv>
  typed: readonly string[]
  login: string
}): JSX.Element {
  const { c, typed, login } = props
  return (
    <DeskPage c={c} title={desk.unsaved} current={null} staff={null}>
      <h1>{desk.unsaved}</h1>
      <p class="lead">{desk.unsavedWhy}</p>
      {typed.map((text) => (
        <div class="panel">{paragraphs(text)}</div>
      ))}
      <p class="submit">
        <a class="button" href={login}>
          {desk.loginButton}
        </a>
      </p>
    </DeskPage>
  )
}
