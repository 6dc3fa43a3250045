import type { JSX } from 'hono/jsx/jsx-runtime'
import { longest } from '../../../domain/dispute/input.ts'
import { type Action, results } from '../../../domain/dispute/types.ts'
import { Radios } from '../../ui/choices.tsx'
import { DateField, TextArea } from '../../ui/form.tsx'
import { dispute, disputeResults } from '../../ui/words/dispute.ts'
import type { Attempt } from '../desk/attempt.ts'
import { stepField } from '../desk/step-form.tsx'

/** The fields of one step of a dispute (各步骤的填报项). */
export function DisputeStepFields(props: {
  today: string
  attempt: Attempt | null
  action: Action
}): JSX.Element {
  const { today, attempt, action } = props
  const field = (name: string, label: string): ReturnType<typeof stepField> =>
    stepField(attempt, action, name, label)
  const note = (
    <TextArea
      {...field('note', dispute.note)}
      hint={dispute.noteHint}
      rows={3}
      maxlength={longest.text}
    />
  )
  const ending = (
    <>
      <Radios
        {...field('result', dispute.result)}
        hint={dispute.resultHint}
        options={results.map((value) => ({ value, label: disputeResults[value] }))}
        required
      />
      <DateField {...field('decidedOn', dispute.decidedOn)} max={today} required />
    </>
  )
  switch (action) {
    case 'answer':
      return (
        <>
          <DateField {...field('answeredOn', dispute.answeredOn)} max={today} required />
          {note}
        </>
      )
    case 'decide':
      return (
        <>
          {ending}
          {note}
        </>
      )
    case 'amend':
      return (
        <>
          {ending}
          <TextArea
            {...field('note', dispute.whyAmend)}
            hint={dispute.whyAmendHint}
            rows={3}
            maxlength={longest.about}
            required
          />
        </>
      )
    case 'redo':
      return (
        <>
          <DateField
            {...field('orderedOn', dispute.orderedOn)}
            hint={dispute.orderedOnHint}
            max={today}
          />
          <DateField {...field('answerBy', dispute.answerBy)} hint={dispute.answerByHint} />
        </>
      )
    case 'cancel':
      return (
        <TextArea
          {...field('note', dispute.why)}
          hint={dispute.whyHint}
          rows={3}
          maxlength={longest.about}
          required
        />
      )
    default:
      return action satisfies never
  }
}
