import type { JSX } from 'hono/jsx/jsx-runtime'
import { silentUnits } from '../../../../domain/application/co-unit.ts'
import { outcomesStating } from '../../../../domain/application/instrument/facts.ts'
import { routesFor } from '../../../../domain/application/service-route.ts'
import { maxNotice, maxReply, type StepAction } from '../../../../domain/application/step-input.ts'
import type { CaseView } from '../../../../usecases/application/show-case.ts'
import type { Agency } from '../../../../domain/agency/agency.ts'
import { type Option, Select } from '../../../ui/choices.tsx'
import { Field, type FieldProps, tiesOf, type When } from '../../../ui/field.tsx'
import { Details } from '../../../ui/notice.tsx'
import { DateField, TextArea, TextField } from '../../../ui/form.tsx'
import { outcomes } from '../../../ui/words/case.ts'
import { partyLabels } from '../../../ui/words/case-labels.ts'
import { caseStep, caseSteps } from '../../../ui/words/case-step.ts'
import type { StepField } from '../../../ui/words/step-field.ts'
import { common } from '../../../ui/words/common.ts'
import { labelOf } from '../../label-of.ts'
import type { Attempt } from '../attempt.ts'
import { frequencyText } from './panels.tsx'
import { stepField } from '../step-form.tsx'

type Props = {
  view: CaseView
  today: string
  action: StepAction
  attempt: Attempt | null
  /** to which a case may be transferred (可以移送的机关) */
  agencies: readonly Pick<Agency, 'id' | 'name'>[]
}

/** Steps that rest on how often the applicant applied (条例第35条、第42条). */
const aboutNumbers: ReadonlySet<StepAction> = new Set(['ask-reasons', 'defer', 'charge'])

/** Days that lie ahead. */
const ahead: ReadonlySet<string> = new Set(['until', 'coDueOn'])

/** What one step of a case says and asks (办理填报项). */
export function CaseStepFields(props: Props): JSX.Element {
  const { lead, fields } = caseSteps[props.action]
  const { frequency } = props.view
  return (
    <>
      {lead === undefined ? null : <p>{lead}</p>}
      {aboutNumbers.has(props.action) && frequency !== null ? (
        <p>
          <strong>{frequencyText(frequency)}</strong>
        </p>
      ) : null}
      {runsOf(fields).map((members) => {
        const shown = members.map((field) => <OneField {...props} field={field} />)
        const fold = members[0]?.fold
        if (fold === undefined) return shown
        return (
          <Details
            summary={fold}
            open={members.some((field) => isFilled(props, field))}
            when={whenOf(props.action, members[0])}
          >
            {shown}
          </Details>
        )
      })}
    </>
  )
}

/** Fields in their order, those that follow each other below one fold together. */
function runsOf(fields: readonly StepField[]): StepField[][] {
  const runs: StepField[][] = []
  for (const field of fields) {
    const last = runs.at(-1)
    if (last !== undefined && last[0]?.fold === field.fold) last.push(field)
    else runs.push([field])
  }
  return runs
}

/** Steps whose result says what else is asked. */
const byResult: ReadonlySet<StepAction> = new Set(['draft', 'reply'])

function whenOf(action: StepAction, field: StepField | undefined): When | undefined {
  if (field === undefined || !byResult.has(action)) return undefined
  const values = outcomesStating(field.name)
  return values === null ? undefined : { field: 'outcome', values }
}

function isFilled(props: Props, field: StepField): boolean {
  const { value, error } = stepField(props.attempt, props.action, field.name, field.label)
  return error !== undefined || (value ?? startOf(props, field) ?? '') !== ''
}

function OneField({ field, ...props }: Props & { field: StepField }): JSX.Element {
  const { view, today, action, attempt, agencies } = props
  const base = {
    ...stepField(attempt, action, field.name, field.label),
    ...(field.hint === undefined ? {} : { hint: field.hint }),
    ...(field.required === undefined ? {} : { required: true }),
    when: whenOf(action, field),
  }
  const typed = base.value ?? startOf(props, field)
  const filled = typed === undefined ? base : { ...base, value: typed }
  switch (field.kind) {
    case 'date':
      return <DateField {...filled} max={ahead.has(field.name) ? undefined : today} />
    case 'area': {
      const isReply = field.name === 'text' && (action === 'draft' || action === 'reply')
      return (
        <TextArea {...filled} rows={isReply ? 10 : 3} maxlength={isReply ? maxReply : maxNotice} />
      )
    }
    case 'line':
      return <TextField {...filled} />
    case 'number':
      return <TextField {...filled} inputmode="numeric" width="short" />
    case 'choice':
      return <Select {...filled} options={optionsOf(props, field)} />
    case 'officer':
      return <Select {...filled} options={view.officers.map(officerOption)} />
    case 'consultation':
      return <Select {...filled} options={openConsultations(view)} />
    case 'co-unit':
      return <Select {...filled} options={waitingUnits(view)} />
    case 'agency':
      return <Select {...filled} options={agencies.map(agencyOption)} />
    case 'outcome':
      return <OutcomeField {...filled} />
    default:
      return field.kind satisfies never
  }
}

/** What a field holds before anybody typed: today, or the reply as it stood when it came back. */
function startOf(
  { view, today, action }: Props,
  { name, today: isToday }: StepField,
): string | undefined {
  if (isToday === true) return today
  if (name === 'itemsBefore') return view.frequency?.before.toString()
  if (action !== 'draft') return undefined
  if (name === 'text') return view.draftText ?? undefined
  return name === 'outcome' ? view.draft?.outcome : view.draftFacts[name]
}

/** What a choice offers: a reply is served only by the ways that are open to it (送达方式). */
function optionsOf({ view, action }: Props, { name, options = [] }: StepField): readonly Option[] {
  if (action !== 'serve' || name !== 'route') return options
  const open: readonly string[] = routesFor(view.delivery.route)
  return options.filter(({ value }) => open.includes(value))
}

function officerOption({ id, name }: { id: string; name: string }): Option {
  return { value: id, label: name }
}

function agencyOption({ id, name }: Pick<Agency, 'id' | 'name'>): Option {
  return { value: id, label: name }
}

function waitingUnits({ coUnits }: CaseView): Option[] {
  return silentUnits(coUnits).map(({ n, unit, dueOn }) => ({
    value: String(n),
    label: caseStep.coUnitOption(unit, dueOn),
  }))
}

function openConsultations({ consultations }: CaseView): Option[] {
  return consultations
    .filter(({ returnedOn }) => returnedOn === null)
    .map(({ n, party, sentOn }) => ({
      value: String(n),
      label: caseStep.consultation(n, labelOf(partyLabels, party), sentOn),
    }))
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
