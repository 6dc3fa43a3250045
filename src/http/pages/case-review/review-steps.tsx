import type { JSX } from 'hono/jsx/jsx-runtime'
import { longestWords } from '../../../domain/case-review/input.ts'
import { type ReviewAction, reviewLifecycle } from '../../../domain/case-review/lifecycle.ts'
import type { ReviewView } from '../../../usecases/case-review/show.ts'
import { TextArea } from '../../ui/form.tsx'
import { caseReviewWords as words, reviewActionNames } from '../../ui/words/case-review.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import { StepForm, stepField } from '../desk/step-form.tsx'

type Props = { frame: Frame; view: ReviewView; attempt: Attempt | null }

/** The steps of a review that are this person's, and the files of its notice (评查步骤). */
export function ReviewSteps(props: Props): JSX.Element {
  const { frame, view } = props
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
          <StepFields {...props} action={action} />
        </StepForm>
      ))}
      {view.state === 'open' ? null : (
        <section class="panel">
          <h2>{words.downloads}</h2>
          <ul>
            {(['docx', 'pdf', 'txt'] as const).map((format) => (
              <li>
                <a href={to.caseReviewNotice(view.id, format)}>{format.toUpperCase()}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
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
      return <p class="field-hint">{words.reopenHint}</p>
    case 'approve':
      return <p class="field-hint">{words.approveHint}</p>
    default:
      return action satisfies never
  }
}
