import type { JSX } from 'hono/jsx/jsx-runtime'
import { noteLabels } from '../ui/words/case-labels.ts'
import { labelOf } from './label-of.ts'
import { paragraphs } from './paragraphs.tsx'

/** The words that go with one event of a case (通知、意见), each below its name. */
export function NoteList({ fields }: { fields: Readonly<Record<string, string>> }): JSX.Element {
  return (
    <dl class="notes">
      {Object.entries(fields).map(([name, text]) => (
        <div>
          <dt>{labelOf(noteLabels, name)}</dt>
          <dd>{paragraphs(text)}</dd>
        </div>
      ))}
    </dl>
  )
}
