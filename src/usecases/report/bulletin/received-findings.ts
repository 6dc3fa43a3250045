import * as z from 'zod'
import type { ToldFinding } from '../../../domain/report/bulletin/letter-content.ts'
import {
  type KnownFinding,
  receivedFindingStates,
  stateAfterTold,
} from '../../../domain/report/bulletin/told.ts'
import type { NewEvent } from '../../../domain/shared/journal.ts'
import { readBatch } from '../../../store/read.ts'
import type { Statement } from '../../../store/statement.ts'
import {
  putReceivedFinding,
  type ReceivedFindingRow,
  selectReceivedOf,
} from '../../../store/tenant/bulletin/received-finding.ts'
import type { Ctx } from '../../context.ts'

const stateSchema = z.enum(receivedFindingStates)

/** What a letter tells of a finding; an opinion that is left out stays what it was. */
export type Told = { told: ToldFinding; opinion: string | null | undefined }

/** Takes in what the office above tells of findings (收到问题): new ones join, newer news change known ones. */
export async function takeFindings(
  ctx: Pick<Ctx, 'db' | 'now'>,
  { sender, kind, letterId }: { sender: string; kind: string; letterId: string },
  all: readonly Told[],
): Promise<{ events: NewEvent[]; statements: Statement[] }> {
  const [rows] = await readBatch<[ReceivedFindingRow]>(ctx.db, [
    selectReceivedOf(
      sender,
      all.map(({ told }) => told.id),
    ),
  ])
  const known = new Map(rows.map((row) => [row.id, row]))
  const changed = all.flatMap(({ told, opinion }): ReceivedFindingRow[] => {
    const row = known.get(told.id) ?? null
    const state = stateAfterTold(row === null ? null : knownOf(row), told)
    if (state === null) return []
    const before = row ?? { ...unknown, sender, id: told.id, kind }
    return [
      {
        ...before,
        version: before.version + 1,
        state,
        what: told.what,
        evidence: JSON.stringify(told.evidence),
        first_period: told.firstPeriod,
        times: told.times,
        due_on: told.dueOn,
        letter_id: letterId,
        told: told.version,
        opinion: opinion === undefined ? before.opinion : opinion,
        changed_at: ctx.now,
      },
    ]
  })
  return {
    events: changed.map((row) => receivedFindingStepped(row, 'told')),
    statements: changed.map(putReceivedFinding),
  }
}

const unknown = { version: 0, answers: 0, answer: null, answered_on: null, opinion: null } as const

function knownOf({ told, answers, state }: ReceivedFindingRow): KnownFinding {
  return { told, answers, state: stateSchema.parse(state) }
}

/** The event of a step of a received finding. */
export function receivedFindingStepped(row: ReceivedFindingRow, step: string): NewEvent {
  return {
    entity: 'received-finding',
    entityId: `${row.sender}/${row.id}`,
    seq: row.version,
    kind: 'received-finding.stepped',
    data: { step, from: row.sender },
  }
}
