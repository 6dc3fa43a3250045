import type { JSX } from 'hono/jsx/jsx-runtime'
import { apply } from '../../ui/words/apply.ts'

/** Name of the field that nobody sees and only machines fill in (蜜罐字段). */
export const trapName = 'comment'

/** That field: out of sight, out of the order of keys, and out of what is read aloud. */
export function TrapField(): JSX.Element {
  return (
    <p class="away" aria-hidden="true">
      <label for="f-comment">{apply.trap}</label>
      <input id="f-comment" name={trapName} type="text" tabindex={-1} autocomplete="off" />
    </p>
  )
}
