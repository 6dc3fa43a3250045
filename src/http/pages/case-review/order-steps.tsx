import type { JSX } from 'hono/jsx/jsx-runtime'
import { longestWords } from '../../../domain/case-review/input.ts'
import type { ReviewAction } from '../../../domain/case-review/lifecycle.ts'
import type { OrderView } from '../../../usecases/case-review/order/show.ts'
import { TextArea } from '../../ui/form.tsx'
import { caseReviewWords as words, reviewActionNames } from '../../ui/words/case-review.ts'
import { caseReviewOrderWords as orderWords } from '../../ui/words/case-review-order.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import { StepForm, stepField } from '../desk/step-form.tsx'

type Props = { frame: Frame; view: OrderView; attempt: Attempt | null }

/** The steps of an order that are this person's, and its files (部署的评查步骤). */
export function OrderSteps(props: Props): JSX.Element {
  const { frame, view } = props
  const { to } = frame.c.var.site
  return (
    <div class="acts no-print" id="acts">
      {view.actions.map((action) => (
        <StepForm
          label={reviewActionNames[action]}
          action={to.caseReviewOrderAct(view.id, action)}
          version={view.version}
        >
          <StepFields {...props} action={action} />
        </StepForm>
      ))}
      {view.state === 'open' && view.actions.length === 0 ? (
        <section class="panel">
          <p>{orderWords.drawUpWait}</p>
        </section>
      ) : null}
      <section class="panel">
        <h2>{orderWords.table}</h2>
        <ul>
          <li>
            <a href={to.caseReviewOrderFile(view.id, 'table.xlsx')}>XLSX</a>
          </li>
        </ul>
        {view.state === 'open' ? null : (
          <>
            <h2>{words.downloads}</h2>
            <ul>
              {(['docx', 'pdf', 'txt'] as const).map((format) => (
                <li>
                  <a href={to.caseReviewOrderFile(view.id, `notice.${format}`)}>
                    {format.toUpperCase()}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </div>
  )
}

function StepFields({ view, attempt, action }: Props & { action: ReviewAction }): JSX.Element {
  switch (action) {
    case 'draw-up':
    case 'edit':
      return (
        <TextArea
          value={view.remarks}
          {...stepField(attempt, action, 'remarks', words.remarks)}
          hint={words.remarksHint}
          rows={6}
          maxlength={longestWords.remarks}
        />
      )
    case 'reopen':
      return <p class="field-hint">{orderWords.reopenHint}</p>
    case 'approve':
      return <p class="field-hint">{orderWords.approveHint}</p>
    default:
      return action satisfies never
  }
}
