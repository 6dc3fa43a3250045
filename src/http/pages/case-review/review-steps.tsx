import type { JSX } from 'hono/jsx/jsx-runtime'
import { reviewLifecycle } from '../../../domain/case-review/lifecycle.ts'
import type { ReviewView } from '../../../usecases/case-review/show.ts'
import { caseReviewWords as words, reviewActionNames } from '../../ui/words/case-review.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import { StepForm } from '../desk/step-form.tsx'
import { NoticeFields, NoticeFiles } from './notice-steps.tsx'

type Props = { frame: Frame; view: ReviewView; attempt: Attempt | null }

/** The steps of a review that are this person's, and the files of its notice (评查步骤). */
export function ReviewSteps({ frame, view, attempt }: Props): JSX.Element {
  const { to } = frame.c.var.site
  return (
    <div class="acts no-print" id="acts">
      {view.actions.map((action) => (
        <StepForm
          label={reviewActionNames[action]}
          action={to.caseReviewAct(view.id, action)}
          version={view.version}
          law={reviewLifecycle.find((row) => row.action === action)?.law}
        >
          <NoticeFields remarks={view.remarks} attempt={attempt} action={action} hints={words} />
        </StepForm>
      ))}
      {view.state === 'open' ? null : (
        <section class="panel">
          <NoticeFiles href={(format) => to.caseReviewNotice(view.id, format)} />
        </section>
      )}
    </div>
  )
}
