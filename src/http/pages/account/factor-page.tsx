import type { JSX } from 'hono/jsx/jsx-runtime'
import type { FactorOffer } from '../../../usecases/account/second-factor-offer.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, Hidden, SubmitRow, TextField } from '../../ui/form.tsx'
import type { FormErrors } from '../../ui/form-names.ts'
import { SummaryList } from '../../ui/summary-list.tsx'
import { accountWords as words } from '../../ui/words/account.ts'
import { fieldLabels } from '../../ui/words/fields.ts'
import type { Frame } from '../desk/frame.ts'
import type { StepNotice } from '../desk/step-answer.ts'
import { StepOutcome } from '../desk/step-outcome.tsx'
import { PasswordField } from './password-fields.tsx'

type Props = {
  frame: Frame
  /** null where a second factor is on, and may be turned off */
  offer: FactorOffer | null
  errors: FormErrors
  notice: StepNotice | null
}

/** Turning one's own second factor on, by an offered secret and its first code, or off (动态口令). */
export function FactorPage({ frame, offer, errors, notice }: Props): JSX.Element {
  const { to } = frame.c.var.site
  const title = offer === null ? words.turnOff : words.turnOn
  return (
    <DeskPage
      {...frame}
      title={title}
      current={null}
      breadcrumbs={[{ label: words.own, href: to.account() }, { label: title }]}
    >
      <h1>{title}</h1>
      <ErrorSummary errors={errors} />
      <StepOutcome attempt={null} notice={notice} />
      <p class="lead">{offer === null ? words.turnOffWhy : words.factorWhy}</p>
      {offer === null ? (
        <TurnOff action={to.secondFactor('removal')} errors={errors} />
      ) : (
        <TurnOn action={to.secondFactor('confirmation')} offer={offer} errors={errors} />
      )}
    </DeskPage>
  )
}

function TurnOn(props: { action: string; offer: FactorOffer; errors: FormErrors }): JSX.Element {
  const { action, offer, errors } = props
  return (
    <>
      <section class="panel">
        <h2>{words.scan}</h2>
        <p>{words.scanWhy}</p>
        <SummaryList
          rows={[
            { label: words.secret, value: <code>{inGroups(offer.secret)}</code> },
            {
              label: words.secretUri,
              value: (
                <a class="long" href={offer.uri}>
                  {offer.uri}
                </a>
              ),
            },
          ]}
        />
      </section>
      <section class="panel">
        <h2>{words.confirmTitle}</h2>
        <Form action={action}>
          <Hidden name="offer" value={offer.offer} />
          <CodeField error={errors['otp']} />
          <SubmitRow label={words.confirm} />
        </Form>
      </section>
    </>
  )
}

function TurnOff({ action, errors }: { action: string; errors: FormErrors }): JSX.Element {
  return (
    <Form action={action} className="form panel">
      <PasswordField
        name="password"
        label={fieldLabels['/password'] ?? ''}
        error={errors['password']}
        autocomplete="current-password"
      />
      <CodeField error={errors['otp']} />
      <SubmitRow label={words.turnOff} danger />
    </Form>
  )
}

function CodeField({ error }: { error: string | undefined }): JSX.Element {
  return (
    <TextField
      name="otp"
      label={fieldLabels['/otp'] ?? ''}
      hint={words.otpHint}
      error={error}
      autocomplete="one-time-code"
      inputmode="numeric"
      width="short"
      maxlength={16}
      required
    />
  )
}

/** Four letters at a time, as one copies them by hand. */
function inGroups(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(' ')
}
