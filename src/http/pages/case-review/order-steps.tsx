import type { JSX } from 'hono/jsx/jsx-runtime'
import type { OrderView } from '../../../usecases/case-review/order/show.ts'
import { reviewActionNames } from '../../ui/words/case-review.ts'
import { caseReviewOrderWords as orderWords } from '../../ui/words/case-review-order.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import { StepForm } from '../desk/step-form.tsx'
import { NoticeFields, NoticeFiles } from './notice-steps.tsx'

type Props = { frame: Frame; view: OrderView; attempt: Attempt | null }

/** The steps of an order that are this person's, and its files (部署的评查步骤). */
export function OrderSteps({ frame, view, attempt }: Props): JSX.Element {
  const { to } = frame.c.var.site
  return (
    <div class="acts no-print" id="acts">
      {view.actions.map((action) => (
        <StepForm
          label={reviewActionNames[action]}
          action={to.caseReviewOrderAct(view.id, action)}
          version={view.version}
        >
          <NoticeFields
            remarks={view.remarks}
            attempt={attempt}
            action={action}
            hints={orderWords}
          />
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
          <NoticeFiles href={(format) => to.caseReviewOrderFile(view.id, `notice.${format}`)} />
        )}
      </section>
    </div>
  )
}
