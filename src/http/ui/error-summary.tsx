import type { JSX } from 'hono/jsx/jsx-runtime'
import { fieldId, type FormErrors } from './form-names.ts'
import { common } from './words/common.ts'

/** What must be mended before a form can go through (错误汇总), each line leading to its field. */
export function ErrorSummary({
  errors,
  title,
}: {
  errors: FormErrors
  title?: string | undefined
}): JSX.Element | null {
  const entries = Object.entries(errors)
  if (entries.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabindex={-1} id="error-summary">
      <h2>{title ?? common.errorTitle}</h2>
      <ul>
        {entries.map(([name, message]) => (
          <li>
            <a href={`#${fieldId(name)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
