import type { JSX } from 'hono/jsx/jsx-runtime'
import { longest } from '../../../domain/self-inspection/record-input.ts'
import type { Asked, Rule } from '../../../domain/self-inspection/rule.ts'
import { Checkboxes, Radios } from '../../ui/choices.tsx'
import { DateField, Form, SubmitRow, TextField } from '../../ui/form.tsx'
import {
  askedNames,
  askedOf,
  selfCheck as words,
  selfInspection,
  verdictNames,
} from '../../ui/words/self-inspection.ts'
import { fieldOf, type Filled } from '../apply/form-parts.tsx'
import type { Frame } from '../desk/frame.ts'

type FormProps = { frame: Frame; rule: Rule; filled: Filled; today: string }

/** The form of a record (核查登记): what the rule asks, the day, and where the proof is. */
export function RecordForm({ frame, rule, filled, today }: FormProps): JSX.Element {
  const { to } = frame.c.var.site
  const asks = rule.hand?.asks ?? []
  return (
    <Form action={to.selfChecks(rule.id)}>
      {rule.hand?.absent === true ? (
        <Checkboxes
          {...fieldOf(filled, 'absent', words.absent)}
          label={words.found}
          values={filled.text.get('absent') === '1' ? ['1'] : []}
          options={[{ value: '1', label: words.absent }]}
        />
      ) : null}
      {asks
        .filter((name) => name !== 'replyOn')
        .map((name) => (
          <AskedField rule={rule} name={name} filled={filled} today={today} />
        ))}
      <DateField
        {...fieldOf(filled, 'checkedOn', rule.id === 'D2' ? words.askedOn : words.on)}
        value={filled.text.get('checkedOn') ?? today}
        max={today}
        required
      />
      {asks.includes('replyOn') ? (
        <AskedField rule={rule} name="replyOn" filled={filled} today={today} />
      ) : null}
      <TextField
        {...fieldOf(filled, 'proof', words.proof)}
        hint={words.proofHint}
        maxlength={longest.proof}
        required
      />
      <SubmitRow
        label={words.save}
        secondary={{ label: selfInspection.title, href: to.selfInspection() }}
      />
    </Form>
  )
}

function AskedField(props: {
  rule: Rule
  name: Asked
  filled: Filled
  today: string
}): JSX.Element {
  const { rule, name, filled, today } = props
  const own = askedOf[`${rule.id}.${name}`]
  const field = {
    ...fieldOf(filled, name, own?.label ?? askedNames[name]),
    ...(own?.hint === undefined ? {} : { hint: own.hint }),
  }
  switch (name) {
    case 'object':
      return <TextField {...field} maxlength={longest.object} />
    case 'verdict':
      return (
        <Radios
          {...field}
          options={(['works', 'broken'] as const).map((value) => ({
            value,
            label: verdictNames[value],
          }))}
          inline
          required
        />
      )
    case 'tries':
    case 'failed':
    case 'elsewhere':
      return <TextField {...field} type="text" inputmode="numeric" width="short" required />
    case 'sinceOn':
    case 'lastOn':
    case 'replyOn':
      return <DateField {...field} max={today} />
    default:
      return name satisfies never
  }
}
