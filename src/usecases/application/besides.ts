import type { NewEvent } from '../../domain/shared/journal.ts'
import type { Statement } from '../../store/statement.ts'
import type { Message } from '../context.ts'

/** What is committed along with a step of a case: other cases, letters, and the messages after it. */
export type Besides = {
  events: readonly NewEvent[]
  statements: readonly Statement[]
  messages: readonly Message[]
}

/** Nothing goes along. */
export const nothingBesides: Besides = { events: [], statements: [], messages: [] }
