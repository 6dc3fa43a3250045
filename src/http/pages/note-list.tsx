import type { JSX } from 'hono/jsx/jsx-runtime'
import { SummaryList } from '../ui/summary-list.tsx'
import { noteLabels } from '../ui/words/case-step.ts'
import { labelOf } from './label-of.ts'
import { paragraphs } from './paragraphs.tsx'

/** The words that go with one event of a case (通知、意见), each under its name. */
export function NoteList({ fields }: { fields: Readonly<Record<string, string>> }): JSX.Element {
  return (
    <SummaryList
      stacked
      rows={Object.entries(fields).map(([name, text]) => ({
        label: labelOf(noteLabels, name),
        value: paragraphs(text),
      }))}
    />
  )
}
