import type { OutcomeKey } from '../../shared/report-keys.data.ts'
import type { LocalDate } from '../../time/local-date.ts'
import type { Values } from './compose.ts'
import type { InstrumentKind } from './kinds.data.ts'

/** An instrument that a step issues (应制作的文书): dated `on`, filled with what the step knows. */
export type InstrumentOrder = {
  kind: InstrumentKind
  on: LocalDate
  values: Values
  /** the result that a reply states; its text and facts are those of the reply */
  outcome?: OutcomeKey
  /** the event whose words name the third party and the information (征求意见) */
  noteOf?: number
}
