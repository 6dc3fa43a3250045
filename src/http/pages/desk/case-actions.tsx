import type { JSX } from 'hono/jsx/jsx-runtime'
import { lifecycle } from '../../../domain/application/lifecycle.ts'
import { type DeskAction, isDeskAction, maxReply } from '../../../domain/application/step-input.ts'
import type { CaseView } from '../../../usecases/application/show-case.ts'
import { Field, tiesOf, type FieldProps } from '../../ui/field.tsx'
import { DateField, Form, Hidden, SubmitRow, TextArea } from '../../ui/form.tsx'
import { actionLabels } from '../../ui/words/application.ts'
import { outcomes } from '../../ui/words/case.ts'
import { common } from '../../ui/words/common.ts'
import { desk } from '../../ui/words/desk.ts'
import type { Attempt } from './attempt.ts'
import type { Frame } from './frame.ts'

type ActionProps = { frame: Frame; view: CaseView; today: string; attempt: Attempt | null }

/** One form for each step that the table opens to this officer now (办理), and none besides. */
export function CaseActions(props: ActionProps): JSX.Element {
  const open = props.view.actions.filter(isDeskAction)
  return (
    <div class="acts no-print" id="acts">
      {open.length === 0 ? (
        <section class="panel">
          <h2>{desk.noAction}</h2>
          <p>{desk.noActionWhy}</p>
        </section>
      ) : (
        open.map((action) => <ActionForm {...props} action={action} />)
      )}
    </div>
  )
}

function ActionForm(props: ActionProps & { action: DeskAction }): JSX.Element {
  const { frame, view, action, attempt } = props
  const { to } = frame.c.var.site
  const step = lifecycle.find((row) => row.from === view.state && row.action === action)
  const own = attempt?.action === action ? attempt : null
  return (
    <section class="panel">
      <h2>{actionLabels[action]}</h2>
      <Form action={to.caseAct(view.receipt, action)}>
        <Hidden name="version" value={view.version} />
        <ActionFields {...props} attempt={own} />
        {step === undefined ? null : (
          <p class="field-hint">
            {desk.law}
            {step.law}
          </p>
        )}
        <SubmitRow label={actionLabels[action]} />
      </Form>
    </section>
  )
}

function ActionFields(props: ActionProps & { action: DeskAction }): JSX.Element {
  const { view, today, action, attempt } = props
  const field = (name: string, label: string): FieldProps & { value?: string } => {
    const [value, error] = [attempt?.text.get(name), attempt?.errors[name]]
    return {
      name,
      label,
      ...(value === undefined ? {} : { value }),
      ...(error === undefined ? {} : { error }),
    }
  }
  switch (action) {
    case 'confirm-receipt':
      return (
        <>
          <p>{desk.confirmReceiptWhy}</p>
          <DateField
            {...field('confirmedOn', desk.confirmedOn)}
            value={attempt?.text.get('confirmedOn') ?? today}
            min={view.arrivedAt.slice(0, 10)}
            max={today}
            required
          />
        </>
      )
    case 'accept':
      return <p>{desk.acceptWhy}</p>
    case 'reply':
      return (
        <>
          <OutcomeField
            {...field('outcome', desk.replyOutcome)}
            hint={desk.replyOutcomeHint}
            required
          />
          <TextArea
            {...field('text', desk.replyText)}
            hint={desk.replyTextHint}
            rows={10}
            maxlength={maxReply}
            required
          />
          <DateField
            {...field('repliedOn', desk.repliedOn)}
            value={attempt?.text.get('repliedOn') ?? today}
            min={view.receivedOn ?? undefined}
            max={today}
            required
          />
        </>
      )
    case 'close':
      return <p>{desk.closeWhy}</p>
    default:
      return action satisfies never
  }
}

/** The result (办理结果), in the groups of the annual report's table. */
function OutcomeField(props: FieldProps & { value?: string }): JSX.Element {
  const groups = [...Map.groupBy(outcomes, ({ group }) => group)]
  return (
    <Field field={props}>
      <select {...tiesOf(props)} class="input input-full">
        <option value="">{common.selectBlank}</option>
        {groups.map(([group, members]) => {
          const choices = members.map(({ key, name }) => (
            <option value={key} selected={key === props.value}>
              {name}
            </option>
          ))
          const [only] = members
          return members.length === 1 && only?.name === group ? (
            choices
          ) : (
            <optgroup label={group}>{choices}</optgroup>
          )
        })}
      </select>
    </Field>
  )
}
