import type { ToldFinding } from './letter-content.ts'

/** How a finding from above stands here (收到的问题状态): 待答复, 已答复, 已销号. */
export const receivedFindingStates = ['open', 'answered', 'closed'] as const
export type ReceivedFindingState = (typeof receivedFindingStates)[number]

/** What is known here of a finding from above: the version last told, and how many answers were sent. */
export type KnownFinding = { told: number; answers: number; state: ReceivedFindingState }

/**
 * How a finding stands after it was told again (问题更新): letters come in any order, so only a newer version
 * counts, and an answer that was under way when the office wrote stays an answer. Null where nothing changes.
 */
export function stateAfterTold(
  known: KnownFinding | null,
  told: Pick<ToldFinding, 'version' | 'state' | 'answers'>,
): ReceivedFindingState | null {
  if (known === null) return told.state
  if (told.version <= known.told) return null
  if (told.state === 'closed') return 'closed'
  return known.answers > told.answers ? known.state : told.state
}
