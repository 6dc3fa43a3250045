import type { JSX } from 'hono/jsx/jsx-runtime'
import { reviewChecks } from '../../../../domain/item/review.ts'
import type { ItemStep } from '../../../../domain/item/step-input.ts'
import type { DeskItem } from '../../../../usecases/item/show-desk-item.ts'
import { Checkboxes } from '../../../ui/choices.tsx'
import type { FieldProps } from '../../../ui/field.tsx'
import { DateField, TextArea, TextField } from '../../../ui/form.tsx'
import { checkLabels, itemWords } from '../../../ui/words/item.ts'
import type { Attempt } from '../attempt.ts'

const words = itemWords.step

type Props = { item: DeskItem; today: string; step: ItemStep; attempt: Attempt | null }
type Named = (name: string, label: string) => FieldProps & { value?: string }

/** What a person states with a step (填报项); ids carry the step, because several stand on a page. */
export function StepFields({ item, today, step, attempt }: Props): JSX.Element {
  const field: Named = (name, label) => {
    const [value, error] = [attempt?.text.get(name), attempt?.errors[name]]
    return {
      name,
      label,
      id: `f-${step}-${name.replaceAll('.', '-')}`,
      ...(value === undefined ? {} : { value }),
      ...(error === undefined ? {} : { error }),
    }
  }
  switch (step) {
    case 'submit':
      return <p>{words.submitWhy}</p>
    case 'recall':
      return <p>{words.recallWhy}</p>
    case 'discard':
      return <p>{words.discardWhy}</p>
    case 'approve':
      return <ApproveFields item={item} field={field} attempt={attempt} />
    case 'return':
      return (
        <>
          <p>{words.returnWhy}</p>
          <TextArea {...field('opinion', words.returnReason)} rows={4} maxlength={1000} required />
        </>
      )
    case 'publish':
      return <PublishFields field={field} today={today} item={item} />
    case 'schedule':
      return (
        <>
          <p>{words.scheduleWhy}</p>
          <TextField
            {...field('publishAt', words.publishAt)}
            hint={words.publishAtHint}
            width="medium"
            maxlength={16}
            required
          />
        </>
      )
    case 'unschedule':
      return <></>
    case 'hold':
      return <p>{words.holdWhy}</p>
    case 'reassess':
      return (
        <TextArea {...field('conclusion', words.conclusion)} rows={4} maxlength={1000} required />
      )
    case 'withdraw':
      return (
        <>
          <p>{words.withdrawWhy}</p>
          <TextArea {...field('reason', words.reason)} rows={3} maxlength={1000} required />
        </>
      )
    case 'replace':
      return (
        <>
          <TextField {...field('by', words.otherId)} maxlength={500} required />
          <TextArea {...field('reason', words.reason)} rows={3} maxlength={1000} required />
        </>
      )
    case 'merge':
      return <TextField {...field('into', words.otherId)} maxlength={500} required />
    case 'repeal':
      return (
        <>
          <TextArea {...field('reason', words.reason)} rows={3} maxlength={1000} required />
          <DateField {...field('repealedOn', words.repealedOn)} max={today} />
          <TextField {...field('by', words.by)} maxlength={500} />
        </>
      )
    case 'remove':
      return (
        <>
          <p>{words.removeWhy}</p>
          <TextArea {...field('reason', words.removeReason)} rows={3} maxlength={1000} required />
        </>
      )
    default:
      return step satisfies never
  }
}

function ApproveFields(props: {
  item: DeskItem
  field: Named
  attempt: Attempt | null
}): JSX.Element {
  const { item, field, attempt } = props
  const found = item.findings?.findings.length ?? 0
  return (
    <>
      <p>{words.approveWhy}</p>
      <Checkboxes
        {...field('checks', words.checks)}
        values={attempt?.lists?.get('checks')}
        options={reviewChecks.map((value) => ({ value, label: checkLabels[value] }))}
        required
      />
      <TextArea
        {...field('opinion', words.opinion)}
        hint={words.opinionOptional}
        rows={3}
        maxlength={2000}
      />
      {found === 0 && attempt === null ? null : (
        <TextArea
          {...field('override.reason', words.override)}
          hint={words.overrideHint}
          rows={3}
          maxlength={1000}
        />
      )}
    </>
  )
}

function PublishFields(props: { item: DeskItem; field: Named; today: string }): JSX.Element {
  const { item, field, today } = props
  return (
    <>
      <p>{words.publishWhy}</p>
      {item.isLive ? (
        <Checkboxes
          {...field('hideEarlier', itemWords.editions)}
          options={[{ value: 'true', label: words.hideEarlier }]}
        />
      ) : (
        <details class="details">
          <summary>{words.publishedOn}</summary>
          <div class="details-body">
            <DateField
              {...field('publishedOn', words.publishedOn)}
              hint={words.publishedOnHint}
              max={today}
            />
            <TextArea
              {...field('backdateReason', words.backdateReason)}
              rows={2}
              maxlength={1000}
            />
          </div>
        </details>
      )}
    </>
  )
}
