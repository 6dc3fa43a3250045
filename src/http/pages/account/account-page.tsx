import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AccountView, SessionView } from '../../../usecases/account/show-account.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, SubmitRow } from '../../ui/form.tsx'
import type { FormErrors } from '../../ui/form-names.ts'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { DataTable } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { accountWords as words } from '../../ui/words/account.ts'
import { roleNames } from '../../ui/words/common.ts'
import type { Frame } from '../desk/frame.ts'
import type { StepNotice } from '../desk/step-answer.ts'
import { StepOutcome } from '../desk/step-outcome.tsx'
import { NewPasswordFields, PasswordField } from './password-fields.tsx'

/** One's own account (我的账号): who one is here, the password, and where one is logged in. */
export function AccountPage(props: {
  frame: Frame
  account: AccountView
  errors: FormErrors
  notice: StepNotice | null
}): JSX.Element {
  const { frame, account, errors, notice } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage {...frame} title={words.own} current={null} breadcrumbs={[{ label: words.own }]}>
      <h1>{words.own}</h1>
      <ErrorSummary errors={errors} />
      <StepOutcome attempt={null} notice={notice} />
      <div class="panel">
        <SummaryList
          rows={[
            { label: words.name, value: account.name },
            { label: words.username, value: account.username },
            { label: words.roles, value: account.roles.map((role) => roleNames[role]).join('、') },
          ]}
        />
      </div>
      <section class="panel">
        <h2>{words.changePassword}</h2>
        <p>{words.changeWhy}</p>
        <Form action={to.accountPassword()}>
          <PasswordField
            name="oldPassword"
            label={words.password}
            error={errors['oldPassword']}
            autocomplete="current-password"
          />
          <NewPasswordFields errors={errors} />
          <SubmitRow label={words.changePassword} />
        </Form>
      </section>
      <Factor factor={account.secondFactor} href={to.secondFactor()} />
      <Sessions sessions={account.sessions} action={to.accountSessions()} />
    </DeskPage>
  )
}

function Factor(props: { factor: AccountView['secondFactor']; href: string }): JSX.Element {
  const { on, required } = props.factor
  return (
    <section class="panel">
      <h2>{words.factor}</h2>
      <p class="tags">
        <Tag tone={on ? 'green' : 'grey'}>{on ? words.factorOn : words.factorOff}</Tag>
        {required ? <Tag tone="yellow">{words.factorRequired}</Tag> : null}
      </p>
      <p>{words.factorWhy}</p>
      <p class="submit">
        <a class={on ? 'button-line' : 'button'} href={props.href}>
          {on ? words.turnOff : words.turnOn}
        </a>
      </p>
    </section>
  )
}

function Sessions(props: { sessions: readonly SessionView[]; action: string }): JSX.Element {
  const { sessions, action } = props
  return (
    <section class="panel">
      <h2>{words.sessions}</h2>
      <DataTable
        caption={words.sessions}
        columns={[
          { label: words.since, kind: 'minute' },
          { label: words.lastUsed, kind: 'minute' },
          { label: words.which },
        ]}
        rows={sessions.map(({ since, lastUsedAt, current }) => ({
          current,
          cells: [minuteOf(since), minuteOf(lastUsedAt), current ? words.thisOne : words.otherOne],
        }))}
      />
      <p class="field-hint">{words.lastUsedHint}</p>
      {sessions.length > 1 ? (
        <Form action={action}>
          <SubmitRow label={words.endOthers} />
        </Form>
      ) : (
        <p>{words.noOthers}</p>
      )}
    </section>
  )
}
