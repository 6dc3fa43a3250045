import type { JSX } from 'hono/jsx/jsx-runtime'
import { longest } from '../../../domain/topic/input.ts'
import type { Action } from '../../../domain/topic/types.ts'
import type { DeskTopic } from '../../../usecases/topic/show-desk.ts'
import { DateField, TextArea, TextField } from '../../ui/form.tsx'
import { topic } from '../../ui/words/topic.ts'
import type { Attempt } from '../desk/attempt.ts'
import { stepField } from '../desk/step-form.tsx'

/** The fields of one step of a topic (各步骤的填报项); what is to be shown starts from what was written. */
export function TopicStepFields(props: {
  view: DeskTopic
  today: string
  attempt: Attempt | null
  action: Action
}): JSX.Element {
  const { view, today, attempt, action } = props
  const field = (name: string, label: string): ReturnType<typeof stepField> =>
    stepField(attempt, action, name, label)
  switch (action) {
    case 'open':
      return (
        <>
          <TextField
            {...field('title', topic.publicTitle)}
            value={field('title', '').value ?? view.written?.subject}
            maxlength={longest.subject}
            required
          />
          <TextArea
            {...field('grounds', topic.publicGrounds)}
            value={field('grounds', '').value ?? view.written?.why}
            hint={topic.publicGroundsHint}
            maxlength={longest.why}
          />
        </>
      )
    case 'adopt':
      return (
        <DateField {...field('dueOn', topic.dueOn)} hint={topic.dueHint} min={today} required />
      )
    case 'answer':
      return (
        <TextField
          {...field('item', topic.answerItem)}
          hint={topic.answerItemHint}
          maxlength={500}
          required
        />
      )
    case 'refuse':
      return (
        <TextArea
          {...field('reason', topic.reason)}
          hint={topic.reasonHint}
          rows={3}
          maxlength={longest.reason}
          required
        />
      )
    case 'merge':
      return (
        <TextField {...field('into', topic.into)} hint={topic.intoHint} maxlength={500} required />
      )
    default:
      return action satisfies never
  }
}
