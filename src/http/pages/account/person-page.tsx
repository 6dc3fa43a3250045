import type { JSX } from 'hono/jsx/jsx-runtime'
import type { StaffAction } from '../../../domain/account/lifecycle.ts'
import type { StaffView } from '../../../usecases/account/staff-view.ts'
import { Checkboxes } from '../../ui/choices.tsx'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import type { FormErrors } from '../../ui/form-names.ts'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { accountWords as words, staffActionNames } from '../../ui/words/account.ts'
import { roleNames } from '../../ui/words/common.ts'
import type { Frame } from '../desk/frame.ts'
import type { StepNotice } from '../desk/step-answer.ts'
import { StepForm } from '../desk/step-form.tsx'
import { StepOutcome } from '../desk/step-outcome.tsx'
import { roleOptions, StaffState } from './staff-page.tsx'

/** A link as it is told once: the whole address, and until when it may be used. */
export type ShownLink = { url: string; expiresAt: string }

type Props = {
  frame: Frame
  person: StaffView
  link: ShownLink | null
  errors: FormErrors
  notice: StepNotice | null
}

/** One account (人员) as an administrator sees it, with the steps that are open. */
export function PersonPage({ frame, person, link, errors, notice }: Props): JSX.Element {
  const { to } = frame.c.var.site
  return (
    <DeskPage
      {...frame}
      title={person.name}
      current="staff"
      breadcrumbs={[{ label: words.staff, href: to.staff() }, { label: person.name }]}
    >
      <h1>{person.name}</h1>
      <ErrorSummary errors={errors} />
      <StepOutcome attempt={null} notice={notice} />
      {link === null ? null : <LinkNotice link={link} />}
      <div class="panel">
        <SummaryList
          rows={[
            { label: words.username, value: person.username },
            { label: words.roles, value: person.roles.map((role) => roleNames[role]).join('、') },
            { label: words.state, value: <StaffState person={person} /> },
            { label: words.factor, value: person.hasFactor ? words.factorOn : words.factorOff },
          ]}
        />
      </div>
      {person.actions.map((action) => (
        <StepForm
          label={staffActionNames[action]}
          action={to.personAct(person.id, action)}
          version={person.version}
          danger={action === 'deactivate' || action === 'drop-factor'}
        >
          <StepContent action={action} person={person} errors={errors} />
        </StepForm>
      ))}
    </DeskPage>
  )
}

function LinkNotice({ link }: { link: ShownLink }): JSX.Element {
  return (
    <Notice tone="success" title={words.linkMade} id="link">
      <p>
        <code>{link.url}</code>
      </p>
      <p>
        {words.linkUntil} {minuteOf(link.expiresAt)}。{words.linkHow}
      </p>
    </Notice>
  )
}

function StepContent(props: {
  action: StaffAction
  person: StaffView
  errors: FormErrors
}): JSX.Element | null {
  const { action, person, errors } = props
  if (action === 'make-link') return <p>{words.linkWhy}</p>
  if (action === 'drop-factor') return <p>{words.dropFactorWhy}</p>
  if (action === 'deactivate') return <p>{words.deactivateWhy}</p>
  if (action !== 'change-roles') return null
  return (
    <Checkboxes
      name="roles"
      label={words.roles}
      hint={words.rolesHint}
      error={errors['roles']}
      values={person.roles}
      options={roleOptions}
      required
    />
  )
}
