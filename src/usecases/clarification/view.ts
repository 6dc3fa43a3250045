import * as z from 'zod'
import { type Correction, type Subject } from '../../domain/clarification/decide.ts'
import { lifecycle } from '../../domain/clarification/lifecycle.ts'
import { promptness, type Promptness } from '../../domain/clarification/promptness.ts'
import { type Action, isState, type State } from '../../domain/clarification/types.ts'
import { openActions } from '../../domain/shared/machine.ts'
import { localDateOf, toRfc3339 } from '../../domain/time/instant.ts'
import { localDate } from '../../domain/time/local-date.ts'
import type { ClarificationRow } from '../../store/tenant/clarification.ts'
import type { Ctx } from '../context.ts'

/** A line of the public list (澄清列表). */
export type ClarificationLine = {
  id: string
  state: State
  claim: string
  source: string
  seenOn: string
  checkedBy: string
  publishedAt: string
}

/** A published clarification in full: what was said, what is true, and earlier texts if any. */
export type ClarificationView = ClarificationLine & {
  sourceUrl: string | null
  facts: string
  corrections: readonly Correction[]
  items: { id: string; title: string }[]
}

/** A line of the desk's list, with days since the claim was seen and the steps open to this officer. */
export type DeskClarificationRow = Omit<ClarificationLine, 'publishedAt'> & {
  version: number
  publishedAt: string | null
  withdrawnOn: string | null
  prompt: Promptness
  /** why a checked draft was sent back (退回理由) */ returnReason: string | null
  actions: Action[]
  /** Whether this officer wrote it, and so cannot be the one who checks it */
  isAuthor: boolean
}

const correctionsShape = z.array(
  z.strictObject({ on: z.string(), reason: z.string(), facts: z.string() }),
)

/** Turns a stored row into what the rules look at; a state that no table knows is a bug. */
export function subjectOf(row: ClarificationRow): Subject {
  return {
    id: row.id,
    version: row.version,
    state: stateOf(row),
    seenOn: row.seen_on,
    facts: row.facts,
    corrections: correctionsOf(row),
  }
}

/** The earlier texts of a clarification, oldest first. */
export function correctionsOf({
  corrections,
}: Pick<ClarificationRow, 'corrections'>): Correction[] {
  return correctionsShape.parse(JSON.parse(corrections))
}

/** What the public list shows of a row. */
export function lineOf(row: ClarificationRow): ClarificationLine {
  return {
    id: row.id,
    state: stateOf(row),
    claim: row.claim,
    source: row.source,
    seenOn: row.seen_on,
    checkedBy: row.checked_by,
    publishedAt: toRfc3339(row.published_at ?? 0),
  }
}

/** What the desk's list shows of a row. */
export function deskRowOf(
  row: ClarificationRow,
  { now }: Pick<Ctx, 'now'>,
  actor: { id: string; roles: readonly string[] },
): DeskClarificationRow {
  const state = stateOf(row)
  const answeredOn = row.published_at === null ? null : localDateOf(row.published_at)
  return {
    ...lineOf(row),
    version: row.version,
    publishedAt: row.published_at === null ? null : toRfc3339(row.published_at),
    withdrawnOn: row.withdrawn_on,
    returnReason: state === 'draft' ? row.reason : null,
    prompt: promptness(localDate(row.seen_on), answeredOn, localDateOf(now)),
    actions: openActions<State, Action>(lifecycle, state, actor.roles),
    isAuthor: row.drafted_by === actor.id,
  }
}

function stateOf({ state }: Pick<ClarificationRow, 'state'>): State {
  if (!isState(state)) throw new Error(`stored state is not known: ${state}`)
  return state
}
