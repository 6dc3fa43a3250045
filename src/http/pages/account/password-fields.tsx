import type { JSX } from 'hono/jsx/jsx-runtime'
import { TextField } from '../../ui/form.tsx'
import type { FormErrors } from '../../ui/form-names.ts'
import { accountWords as words } from '../../ui/words/account.ts'

/** A field for a password (密码); what was typed is never sent back. */
export function PasswordField(props: {
  name: string
  label: string
  error: string | undefined
  autocomplete: 'current-password' | 'new-password'
  hint?: string
  id?: string
}): JSX.Element {
  return <TextField {...props} type="password" width="medium" maxlength={128} required />
}

/** The new password, twice, because nobody sees what he types (新密码). */
export function NewPasswordFields({ errors }: { errors: FormErrors }): JSX.Element {
  return (
    <>
      <PasswordField
        name="newPassword"
        label={words.newPassword}
        hint={words.passwordHint}
        error={errors['newPassword']}
        autocomplete="new-password"
      />
      <PasswordField
        name="repeat"
        label={words.repeat}
        error={errors['repeat']}
        autocomplete="new-password"
      />
    </>
  )
}
