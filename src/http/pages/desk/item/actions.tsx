import type { JSX } from 'hono/jsx/jsx-runtime'
import { itemLifecycle } from '../../../../domain/item/lifecycle.ts'
import { isItemStep, type ItemStep } from '../../../../domain/item/step-input.ts'
import type { DeskItem } from '../../../../usecases/item/show-desk-item.ts'
import { Form, Hidden, SubmitRow } from '../../../ui/form.tsx'
import { Details } from '../../../ui/notice.tsx'
import { itemActionLabels, itemWords as words } from '../../../ui/words/item.ts'
import type { Attempt } from '../attempt.ts'
import type { Frame } from '../frame.ts'
import { StepFields } from './step-fields.tsx'

type Props = { frame: Frame; item: DeskItem; today: string; attempt: Attempt | null }

/** Steps that take something from readers: folded away, because they are rare and weigh much. */
const rare: ReadonlySet<ItemStep> = new Set(['withdraw', 'replace', 'merge', 'repeal', 'remove'])
/** What cannot be taken back. */
const final: ReadonlySet<ItemStep> = new Set(['discard', 'remove'])
/** What leads back to the step before. */
const backward: ReadonlySet<ItemStep> = new Set(['return', 'recall', 'unschedule'])

/** One form for each step that the table opens to this person now (办理), and none besides. */
export function ItemActions(props: Props): JSX.Element {
  const { frame, item, attempt } = props
  const { to } = frame.c.var.site
  const open = item.actions.filter(isItemStep)
  const usual = open.filter((step) => step !== 'discard' && !rare.has(step) && isFit(step, item))
  const others = open.filter((step) => rare.has(step))
  const isOpened = attempt !== null && others.some((step) => step === attempt.action)
  return (
    <div class="acts no-print" id="acts">
      {item.actions.includes('edit') ? (
        <p class="submit">
          <a class="button-line button-wide" href={to.editItem(item.id)}>
            {words.edit}
          </a>
        </p>
      ) : null}
      {usual.map((step) => (
        <StepForm {...props} step={step} />
      ))}
      {item.actions.length === 0 ? (
        <section class="panel">
          <h2>{words.noAction}</h2>
          <p>{words.noActionWhy}</p>
        </section>
      ) : null}
      {open.includes('discard') ? (
        <Details summary={itemActionLabels.discard} open={attempt?.action === 'discard'}>
          <StepForm {...props} step="discard" />
        </Details>
      ) : null}
      {others.length === 0 ? null : (
        <Details summary={words.step.more} open={isOpened}>
          {others.map((step) => (
            <StepForm {...props} step={step} />
          ))}
        </Details>
      )}
    </div>
  )
}

/** Of publishing and keeping from the public only the one that the attribute asks for is offered. */
function isFit(step: ItemStep, { attribute, visibility }: DeskItem): boolean {
  const isForPublic = attribute === 'proactive' && visibility === 'public'
  if (step === 'publish' || step === 'schedule') return isForPublic
  return step === 'hold' ? !isForPublic : true
}

function StepForm(props: Props & { step: ItemStep }): JSX.Element {
  const { frame, item, step, attempt } = props
  const { to } = frame.c.var.site
  const row = itemLifecycle.find(({ from, action }) => from === item.state && action === step)
  const own = attempt?.action === step ? attempt : null
  return (
    <section class="panel">
      <h2>{itemActionLabels[step]}</h2>
      <Form action={to.itemAct(item.id, step)}>
        <Hidden name="version" value={item.version} />
        <StepFields item={item} today={props.today} step={step} attempt={own} />
        {row === undefined ? null : (
          <p class="field-hint">
            {words.law}
            {row.law}
          </p>
        )}
        <SubmitRow
          label={itemActionLabels[step]}
          danger={final.has(step)}
          back={backward.has(step)}
        />
      </Form>
    </section>
  )
}
