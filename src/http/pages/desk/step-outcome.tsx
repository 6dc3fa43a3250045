import type { JSX } from 'hono/jsx/jsx-runtime'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Attempt } from './attempt.ts'
import type { StepNotice } from './step-answer.ts'

/** What became of the last step (办理结果), above a desk page: what to mend in it, and one message. */
export function StepOutcome({
  attempt,
  notice,
}: {
  attempt: Attempt | null
  notice: StepNotice | null
}): JSX.Element {
  return (
    <>
      {attempt === null ? null : <ErrorSummary errors={attempt.errors} />}
      {notice === null ? null : (
        <Notice tone={notice.tone} title={notice.title} id="outcome">
          {notice.text === undefined ? null : <p>{notice.text}</p>}
        </Notice>
      )}
    </>
  )
}
