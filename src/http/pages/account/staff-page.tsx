import type { JSX } from 'hono/jsx/jsx-runtime'
import { roles } from '../../../domain/shared/actor.ts'
import type { StaffView } from '../../../usecases/account/staff-view.ts'
import { Checkboxes, type Option } from '../../ui/choices.tsx'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, SubmitRow, TextField } from '../../ui/form.tsx'
import { DataTable } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { accountWords as words, roleHints, staffStateNames } from '../../ui/words/account.ts'
import { roleNames } from '../../ui/words/common.ts'
import { fieldOf, type Filled } from '../apply/form-parts.tsx'
import type { Frame } from '../desk/frame.ts'

/** The choices of roles (岗位). */
export const roleOptions: readonly Option[] = roles.map((role) => ({
  value: role,
  label: roleNames[role],
  hint: roleHints[role],
}))

/** Everybody with an account (人员), and the way to add somebody. */
export function StaffPage({
  frame,
  people,
}: {
  frame: Frame
  people: readonly StaffView[]
}): JSX.Element {
  const { to } = frame.c.var.site
  return (
    <DeskPage {...frame} title={words.staff} current="staff" breadcrumbs={[{ label: words.staff }]}>
      <h1>{words.staff}</h1>
      <p class="lead">{words.staffLead}</p>
      <p class="submit">
        <a class="button" href={to.newStaff()}>
          {words.add}
        </a>
      </p>
      <DataTable
        caption={words.staff}
        columns={[
          { label: words.name, kind: 'title' },
          { label: words.username },
          { label: words.roles },
          { label: words.state },
          { label: words.factor },
        ]}
        rows={people.map((person) => ({
          cells: [
            <a href={to.person(person.id)}>{person.name}</a>,
            person.username,
            person.roles.map((role) => roleNames[role]).join('、'),
            <StaffState person={person} />,
            person.hasFactor ? words.factorOn : words.factorOff,
          ],
        }))}
      />
    </DeskPage>
  )
}

/** The state of an account in a word (账号状态). */
export function StaffState({ person }: { person: StaffView }): JSX.Element {
  if (person.state === 'inactive') return <Tag tone="grey">{staffStateNames.inactive}</Tag>
  return person.hasPassword ? (
    <Tag tone="green">{staffStateNames.active}</Tag>
  ) : (
    <Tag tone="yellow">{words.noPassword}</Tag>
  )
}

/** The form by which somebody is added (新增人员). */
export function NewStaffPage(props: {
  frame: Frame
  filled: Filled
  chosen: readonly string[]
}): JSX.Element {
  const { frame, filled, chosen } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage
      {...frame}
      title={words.add}
      current="staff"
      breadcrumbs={[{ label: words.staff, href: to.staff() }, { label: words.add }]}
    >
      <h1>{words.add}</h1>
      <ErrorSummary errors={filled.errors} />
      <p class="lead">{words.addLead}</p>
      <Form action={to.newStaff()} className="form panel">
        <TextField
          {...fieldOf(filled, 'name', words.name)}
          width="medium"
          maxlength={64}
          required
        />
        <TextField
          {...fieldOf(filled, 'username')}
          hint={words.usernameHint}
          width="medium"
          maxlength={64}
          required
        />
        <Checkboxes
          name="roles"
          label={words.roles}
          hint={words.rolesHint}
          error={filled.errors['roles']}
          values={chosen}
          options={roleOptions}
          required
        />
        <SubmitRow label={words.addButton} secondary={{ label: words.staff, href: to.staff() }} />
      </Form>
    </DeskPage>
  )
}
