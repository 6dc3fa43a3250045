import type { JSX } from 'hono/jsx/jsx-runtime'
import { isNormDeskAction, type NormDeskAction } from '../../../../domain/norm/input.ts'
import { normLifecycle } from '../../../../domain/norm/lifecycle.ts'
import type { NormView } from '../../../../usecases/norm/show-norm.ts'
import { DateField, Form, Hidden, SubmitRow, TextArea, TextField } from '../../../ui/form.tsx'
import { Details } from '../../../ui/notice.tsx'
import { norm as words, normActions, normActionWhy } from '../../../ui/words/norm.ts'
import type { Attempt } from '../attempt.ts'
import type { Frame } from '../frame.ts'
import { DraftFields, type Filled, filledField, YearsField } from './norm-fields.tsx'

type Props = { frame: Frame; view: NormView; attempt: Attempt | null }

/** Steps that are seldom taken or end the force of a document: folded away until asked for. */
const seldom = new Set<NormDeskAction>(['edit', 'reopen', 'extend', 'amend', 'repeal', 'revoke'])

/** One form for each step that the table opens to this officer now (办理), and none besides. */
export function NormActions(props: Props): JSX.Element {
  const open = props.view.actions.filter(isNormDeskAction)
  return (
    <div class="acts no-print" id="acts">
      {open.length === 0 ? (
        <section class="panel">
          <h2>{words.noAction}</h2>
          <p>{words.noActionWhy}</p>
        </section>
      ) : (
        open.map((action) =>
          seldom.has(action) ? (
            <Details summary={normActions[action]} open={props.attempt?.action === action}>
              <ActionForm {...props} action={action} />
            </Details>
          ) : (
            <section class="panel">
              <h2>{normActions[action]}</h2>
              <ActionForm {...props} action={action} />
            </section>
          ),
        )
      )}
    </div>
  )
}

function ActionForm(props: Props & { action: NormDeskAction }): JSX.Element {
  const { frame, view, action, attempt } = props
  const { to } = frame.c.var.site
  const step = normLifecycle.find((row) => row.from === view.state && row.action === action)
  const own = attempt?.action === action ? attempt : { text: new Map(), errors: {} }
  const why = normActionWhy[action]
  const isEnding = action === 'repeal' || action === 'revoke' || action === 'amend'
  return (
    <Form action={to.normAct(view.id, action)}>
      {why === undefined ? null : <p>{why}</p>}
      <Hidden name="version" value={view.version} />
      <ActionFields view={view} action={action} filled={own} />
      {step === undefined ? null : (
        <p class="field-hint">
          {words.law}
          {step.law}
        </p>
      )}
      <SubmitRow label={normActions[action]} danger={isEnding} />
    </Form>
  )
}

function ActionFields(props: {
  view: NormView
  action: NormDeskAction
  filled: Filled
}): JSX.Element | null {
  const { view, action, filled } = props
  const id = (name: string): string => `f-${action}-${name}`
  const text = (name: string, label: string): JSX.Element => (
    <TextArea {...filledField(filled, name, label, id(name))} required rows={3} maxlength={2000} />
  )
  switch (action) {
    case 'edit':
      return <DraftFields filled={startOf(view, filled)} maker={view.maker} />
    case 'submit':
      return (
        <TextField
          {...filledField(filled, 'item', words.textItem, id('item'))}
          value={filled.text.get('item') ?? view.textItem ?? ''}
          hint={words.textItemHint}
          required
          maxlength={200}
        />
      )
    case 'pass':
      return (
        <>
          {view.text === null ? null : <Hidden name="digest" value={view.text.digest} />}
          {text('opinion', words.reviewOpinion)}
        </>
      )
    case 'send-back':
      return text('opinion', words.reviewOpinion)
    case 'publish':
      return (
        <>
          <TextField
            {...filledField(filled, 'item', words.item)}
            value={filled.text.get('item') ?? view.textItem ?? ''}
            hint={words.itemHint}
            required
            maxlength={200}
          />
          <DateField
            {...filledField(filled, 'effectiveOn', words.effectiveOn)}
            hint={words.effectiveOnHint}
          />
          <YearsField filled={filled} id={id('years')} />
        </>
      )
    case 'correct':
      return text('note', words.note)
    case 'extend':
      return (
        <>
          <YearsField filled={filled} id={id('years')} />
          {text('reason', words.reason)}
        </>
      )
    case 'revoke':
    case 'repeal':
      return text('reason', words.reason)
    case 'amend':
      return (
        <>
          {text('reason', words.reason)}
          <TextField
            {...filledField(filled, 'replacedBy', words.replacedBy, id('by'))}
            hint={words.replacedByHint}
            maxlength={200}
          />
        </>
      )
    case 'reopen':
    case 'register':
    case 'file':
    case 'note-acceptance':
      return null
    default:
      return action satisfies never
  }
}

/** What stands in the form before anybody typed: what is registered. */
function startOf(view: NormView, { text, errors }: Filled): Filled {
  if (text.size > 0) return { text, errors }
  const known = [
    ['title', view.title],
    ['maker', view.maker],
    ['unit', view.unit ?? ''],
    ['basis', view.basis ?? ''],
  ] as const
  return { text: new Map(known), errors }
}
