import type { JSX } from 'hono/jsx/jsx-runtime'
import type { RuleState, SelfInspection } from '../../../domain/self-inspection/types.ts'
import { Notice } from '../../ui/notice.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { fill } from '../../ui/words/office.ts'
import { selfInspection as words, verdictWords } from '../../ui/words/self-inspection.ts'

const tones = { fail: 'error', pass: 'success', incomplete: 'info' } as const

/** The verdict above the table (结论): what it is today, the score, and how much is open. */
export function Verdict({ inspected }: { inspected: SelfInspection }): JSX.Element {
  const { on, score, unknown, verdict } = inspected
  const count = (state: RuleState): number =>
    inspected.outcomes.filter((outcome) => outcome.state === state).length
  return (
    <>
      <Notice tone={tones[verdict]} title={verdictWords(inspected)}>
        {unknown === 0 ? null : <p>{fill(words.incompleteWhy, { n: unknown })}</p>}
      </Notice>
      <SummaryList
        paired
        rows={[
          { label: words.on, value: on },
          { label: words.score, value: fill(words.scoreOf, { score }) },
          {
            label: words.state,
            value: [
              fill(words.trippedOf, { n: count('tripped') }),
              fill(words.nearOf, { n: count('near') }),
              fill(words.unknownOf, { n: unknown }),
            ].join('，'),
            wide: true,
          },
        ]}
      />
    </>
  )
}
