import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { changeLifecycle } from '../../../domain/service/lifecycle.ts'
import type { ChangeAction } from '../../../domain/service/types.ts'
import type { ChangeView } from '../../../usecases/service/show-change.ts'
import { TextArea } from '../../ui/form.tsx'
import { changeActionNames, service } from '../../ui/words/power.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import { StepForm, stepField } from '../desk/step-form.tsx'

/** One form for each step open to this officer (三审); a step that another must take is told instead. */
export function ChangeSteps(props: {
  frame: Frame
  view: ChangeView
  attempt: Attempt | null
  mayEdit: boolean
}): JSX.Element {
  const { frame, view, attempt, mayEdit } = props
  const { to } = frame.c.var.site
  return (
    <div class="acts no-print" id="acts">
      {mayEdit ? (
        <section class="panel">
          <a class="button-line" href={to.powerChangeEdit(view.id)}>
            {service.edit}
          </a>
        </section>
      ) : null}
      {view.barred.length > 0 ? <p class="field-hint">{service.barred}</p> : null}
      {view.actions.length === 0 ? <p>{service.noAction}</p> : null}
      {view.actions.map((action) => (
        <StepForm
          label={changeActionNames[action]}
          action={to.powerChangeAct(view.id, action)}
          version={view.version}
          law={changeLifecycle.find((row) => row.from === view.state && row.action === action)?.law}
          danger={action === 'drop'}
        >
          {fieldsOf(action, attempt)}
        </StepForm>
      ))}
    </div>
  )
}

function fieldsOf(action: ChangeAction, attempt: Attempt | null): Child {
  switch (action) {
    case 'propose':
      return <p>{service.proposeWhy}</p>
    case 'approve':
      return <p>{service.approveWhy}</p>
    case 'drop':
      return <p>{service.dropWhy}</p>
    case 'check':
    case 'return':
      return (
        <TextArea
          {...stepField(attempt, action, 'opinion', service.opinion)}
          rows={3}
          maxlength={1000}
          required
        />
      )
    default:
      return action satisfies never
  }
}
