import type { JSX } from 'hono/jsx/jsx-runtime'
import { longestWords } from '../../../domain/case-review/input.ts'
import type { ReviewAction } from '../../../domain/case-review/lifecycle.ts'
import { TextArea } from '../../ui/form.tsx'
import { caseReviewWords as words } from '../../ui/words/case-review.ts'
import type { Attempt } from '../desk/attempt.ts'
import { stepField } from '../desk/step-form.tsx'

type Fields = {
  remarks: string
  attempt: Attempt | null
  action: ReviewAction
  hints: { reopenHint: string; approveHint: string }
}

/** What a step of a notice asks for (通报步骤), of an agency's review or an office's order. */
export function NoticeFields({ remarks, attempt, action, hints }: Fields): JSX.Element {
  switch (action) {
    case 'draw-up':
    case 'edit':
      return (
        <TextArea
          value={remarks}
          {...stepField(attempt, action, 'remarks', words.remarks)}
          hint={words.remarksHint}
          rows={6}
          maxlength={longestWords.remarks}
        />
      )
    case 'reopen':
      return <p class="field-hint">{hints.reopenHint}</p>
    case 'approve':
      return <p class="field-hint">{hints.approveHint}</p>
    default:
      return action satisfies never
  }
}

const formats = ['docx', 'pdf', 'txt'] as const
type Format = (typeof formats)[number]

/** The files of a notice (下载通报); `href` is the address of one. */
export function NoticeFiles({ href }: { href: (format: Format) => string }): JSX.Element {
  return (
    <>
      <h2>{words.downloads}</h2>
      <ul>
        {formats.map((format) => (
          <li>
            <a href={href(format)}>{format.toUpperCase()}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
