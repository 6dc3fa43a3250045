import * as z from 'zod'
import {
  entrySchema,
  evidenceSchema,
  type Finding,
  findingRules,
  findingStates,
} from '../../../domain/report/bulletin/finding.ts'
import type { NewEvent } from '../../../domain/shared/journal.ts'
import { readBatch } from '../../../store/read.ts'
import type { Statement } from '../../../store/statement.ts'
import {
  type FindingRow,
  putFindings,
  selectClosedOf,
  selectFinding,
  selectWaiting,
} from '../../../store/tenant/bulletin/bulletin-finding.ts'
import type { Ctx } from '../../context.ts'

/** Reads the findings of a kind that wait (未销号问题). */
export async function readWaiting({ db }: Pick<Ctx, 'db'>, kind: string): Promise<Finding[]> {
  const [rows] = await readBatch<[FindingRow]>(db, [selectWaiting(kind)])
  return rows.map(findingOf)
}

/** Reads the findings of a kind that were closed and are proposed again (再次出现的问题). */
export async function readClosed(
  { db }: Pick<Ctx, 'db'>,
  kind: string,
  keys: readonly string[],
): Promise<Finding[]> {
  if (keys.length === 0) return []
  const [rows] = await readBatch<[FindingRow]>(db, [selectClosedOf(kind, keys)])
  return rows.map(findingOf)
}

/** Reads one finding; null where there is none. */
export async function readFinding({ db }: Pick<Ctx, 'db'>, id: string): Promise<Finding | null> {
  const [[row]] = await readBatch<[FindingRow]>(db, [selectFinding(id)])
  return row === undefined ? null : findingOf(row)
}

/** A finding from its row. */
export function findingOf(row: FindingRow): Finding {
  return {
    id: row.id,
    key: row.key,
    kind: row.kind,
    rule: z.enum(findingRules).parse(row.rule),
    agency: row.agency,
    what: row.what,
    evidence: evidenceSchema.parse(JSON.parse(row.evidence)),
    firstPeriod: row.first_period,
    lastPeriod: row.last_period,
    times: row.times,
    dueOn: row.due_on,
    version: row.version,
    state: z.enum(findingStates).parse(row.state),
    letterId: row.letter_id,
    history: z.array(entrySchema).parse(JSON.parse(row.history)),
    closedOn: row.closed_on,
  }
}

/** What is committed of findings that changed: an event each, which is their lock, and their rows. */
export function planFindings(
  { now }: Pick<Ctx, 'now'>,
  step: string,
  findings: readonly Finding[],
): { events: NewEvent[]; statements: Statement[] } {
  return {
    events: findings.map((finding): NewEvent => ({
      entity: 'finding',
      entityId: finding.id,
      seq: finding.version,
      kind: 'finding.stepped',
      data: { step, about: finding.agency, rule: finding.rule },
    })),
    statements: putFindings(findings.map((finding) => rowOf(finding, now))),
  }
}

function rowOf(finding: Finding, now: number): FindingRow {
  return {
    id: finding.id,
    kind: finding.kind,
    key: finding.key,
    rule: finding.rule,
    agency: finding.agency,
    what: finding.what,
    evidence: JSON.stringify(finding.evidence),
    first_period: finding.firstPeriod,
    last_period: finding.lastPeriod,
    times: finding.times,
    due_on: finding.dueOn,
    version: finding.version,
    state: finding.state,
    letter_id: finding.letterId,
    history: JSON.stringify(finding.history),
    closed_on: finding.closedOn,
    changed_at: now,
  }
}
