import type { Gathered, HandRecord } from '../../domain/self-inspection/gathered.ts'
import { type Evidence, ruleIds } from '../../domain/self-inspection/types.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { localDate, parseLocalDate } from '../../domain/time/local-date.ts'
import type { SelfCheckRow } from '../../store/tenant/self-check.ts'
import type {
  BackdatedRow,
  OpenIncidentRow,
  UnlinkedRow,
  WaitingComplaintRow,
  WaitingTopicRow,
} from '../../store/tenant/self-inspection.ts'

/**
 * Messages without an answer (未答复留言): topics and complaints, the oldest first; each leads on only
 * for those who may open it.
 */
export function waitingOf(
  topics: readonly WaitingTopicRow[],
  complaints: readonly WaitingComplaintRow[],
  opens: { topics: boolean; complaints: boolean },
): Evidence[] {
  return [
    ...topics.map(({ id, title, at }): Evidence => {
      return { of: 'topic', id: opens.topics ? id : '', what: title, since: localDateOf(at) }
    }),
    ...complaints.map(({ id, on }): Evidence => {
      return { of: 'complaint', id: opens.complaints ? id : '', what: null, since: localDate(on) }
    }),
  ].toSorted((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1))
}

/** Open emergencies (应急处置): what they are about is for those alone who handle them. */
export function incidentsOf(
  rows: readonly OpenIncidentRow[],
  isTold: boolean,
): Gathered['incidents'] {
  return rows.map(({ id, state, what, at }) => ({
    of: 'incident',
    id: isTold ? id : '',
    what: isTold ? what : null,
    since: localDateOf(at),
    isContained: state !== 'reported',
  }))
}

/** Publications under an earlier day, each with its reason (补登日期). */
export function backdatedOf(rows: readonly BackdatedRow[]): Evidence[] {
  return rows.map(({ id, reason, at }) => {
    return { of: 'backdated', id, what: reason, since: localDateOf(at) }
  })
}

/** Documents and interpretations that lead nowhere (解读关联). */
export function unlinkedOf(rows: readonly UnlinkedRow[]): Gathered['unlinked'] {
  return {
    n: rows.length,
    evidence: rows.map(({ kind, id, title, at }) => {
      return { of: kind, id, what: title, since: localDate(at) }
    }),
  }
}

/** A stored record as the rules read it; of a rule that nobody knows any more, none. */
export function recordOf(row: SelfCheckRow): HandRecord[] {
  const rule = ruleIds.find((id) => id === row.rule)
  if (rule === undefined) return []
  return [
    {
      id: row.id,
      rule,
      object: row.subject,
      on: localDate(row.checkedOn),
      absent: row.absent === 1,
      tries: row.tries,
      failed: row.failed,
      elsewhere: row.elsewhere,
      sinceOn: parseLocalDate(row.sinceOn ?? ''),
      lastOn: parseLocalDate(row.lastOn ?? ''),
      replyOn: parseLocalDate(row.answeredOn ?? ''),
    },
  ]
}
