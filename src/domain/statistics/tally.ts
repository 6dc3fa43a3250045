import type { CellDelta, Fact, PowerMove } from '../shared/journal.ts'
import { dated, monthly } from './dated.ts'
import { isApplicationFact, tallyApplication } from './tally-application.ts'

/**
 * Counts one event (计数): the only place where anything is counted, so that a recomputation
 * from the journal gives the cells that the commits wrote. A day counts in its month and its year.
 */
// oxlint-disable-next-line complexity -- a case for every kind of event, so that a new one must say what it counts
export function tally(fact: Fact): CellDelta[] {
  if (isApplicationFact(fact)) return tallyApplication(fact)
  switch (fact.kind) {
    case 'item.published':
      return [
        ...dated(fact.data.on, 'items', 'published', 1),
        { period: 'all', row: 'items', col: 'published', n: 1 },
        ...fact.data.columns.map((col) => ({ period: 'all', row: 'column', col, n: 1 })),
        ...fact.data.columns.flatMap((col) => monthly(fact.data.on, 'publishedColumn', col, 1)),
        ...themesOf(fact.data.facets).flatMap((col) =>
          monthly(fact.data.on, 'publishedTheme', col, 1),
        ),
      ]
    case 'item.edition-published':
      return moved('column', moveOf(fact.data))
    case 'item.refiled':
      return moved('column', fact.data)
    case 'item.filed':
      return moved('matter', fact.data)
    case 'norm.published':
      return dated(fact.data.on, 'normativeDocuments', 'made', 1)
    case 'norm.ended':
      return dated(fact.data.on, 'normativeDocuments', fact.data.how, 1)
    case 'clarification.published':
      return dated(fact.data.on, 'clarifications', 'published', 1)
    case 'clarification.corrected':
      return dated(fact.data.on, 'clarifications', 'corrected', 1)
    case 'clarification.withdrawn':
      return dated(fact.data.on, 'clarifications', 'withdrawn', 1)
    case 'figure.attested': {
      const { on, indicator, value, attested, notApplicable } = fact.data
      const row = `manual.${indicator}`
      return [
        ...dated(on, row, 'value', value),
        ...dated(on, row, 'attested', attested),
        ...dated(on, row, 'notApplicable', notApplicable),
      ]
    }
    case 'item.channel-recorded':
      return dated(fact.data.on, 'channel', fact.data.channel, 1)
    case 'item.channel-removed':
      return dated(fact.data.on, 'channel', fact.data.channel, -1)
    case 'incident.opened':
      return dated(fact.data.on, 'incidents', fact.data.level, 1)
    case 'incident.stepped':
      return []
    case 'topic.submitted':
      return dated(fact.data.on, 'topics', 'submitted', 1)
    case 'topic.proposed':
      return dated(fact.data.on, 'topics', 'proposed', 1)
    case 'topic.adopted':
      return dated(fact.data.on, 'topics', 'adopted', 1)
    case 'topic.answered':
      return dated(fact.data.on, 'topics', 'answered', 1)
    case 'topic.refused':
      return dated(fact.data.on, 'topics', 'refused', 1)
    case 'topic.merged':
      return dated(fact.data.on, 'topics', 'merged', 1)
    case 'topic.seconded':
      return dated(fact.data.on, 'topics', 'seconds', 1)
    case 'item.ended':
      return [
        ...dated(fact.data.on, 'items', fact.data.ending, 1),
        ...(fact.data.columns.length === 0
          ? []
          : [{ period: 'all', row: 'items', col: 'published', n: -1 }]),
        ...fact.data.columns.map((col) => ({ period: 'all', row: 'column', col, n: -1 })),
      ]
    case 'item.held': {
      const { on, ground, attribute } = fact.data
      return on === undefined ? [] : dated(on, 'held', ground ?? attribute, 1)
    }
    case 'power-list.changed':
      return fact.data.moves.flatMap((move) => powersMoved(fact.data.on, move))
    case 'service-guide.published':
      return dated(
        fact.data.on,
        'serviceGuides',
        fact.data.edition === 1 ? 'published' : 'revised',
        1,
      )
    case 'dispute.registered':
      return dated(fact.data.on, `dispute.${fact.data.dispute}`, 'filed', 1)
    case 'dispute.decided':
      return dated(fact.data.on, `dispute.${fact.data.dispute}`, fact.data.result, 1)
    case 'dispute.amended': {
      const { dispute, result, on, formerResult, formerOn } = fact.data
      const row = `dispute.${dispute}`
      return [...dated(formerOn, row, formerResult, -1), ...dated(on, row, result, 1)]
    }
    case 'dispute.cancelled':
      return dated(fact.data.on, `dispute.${fact.data.dispute}`, 'filed', -1)
    case 'complaint.filed':
      return dated(fact.data.on, 'complaints', 'filed', 1)
    case 'complaint.answered':
      return dated(fact.data.on, 'complaints', fact.data.finding, 1)
    case 'dispute.answered':
    case 'dispute.redone':
    case 'dispute.file-added':
    case 'power-change.drafted':
    case 'power-change.edited':
    case 'power-change.proposed':
    case 'power-change.checked':
    case 'power-change.returned':
    case 'power-change.dropped':
    case 'power-change.approved':
    case 'service-guide.written':
    case 'service-guide.submitted':
    case 'service-guide.returned':
    case 'item.listed':
    case 'topic.opened':
    case 'topic.contact-opened':
    case 'clarification.drafted':
    case 'clarification.edited':
    case 'clarification.checked':
    case 'clarification.returned':
    case 'same-request.raised':
    case 'same-request.joined':
    case 'same-request.accepted':
    case 'same-request.declined':
    case 'column.checked':
    case 'matter.checked':
    case 'guide.published':
    case 'rule.saved':
    case 'card.saved':
    case 'item.drafted':
    case 'item.edited':
    case 'item.submitted':
    case 'item.recalled':
    case 'item.discarded':
    case 'item.reviewed':
    case 'item.sent-back':
    case 'item.scheduled':
    case 'item.unscheduled':
    case 'item.reassessed':
    case 'item.edition-hidden':
    case 'item.file-added':
    case 'file.scanned':
    case 'letter.sent':
    case 'letter.delivered':
    case 'letter.received':
    case 'letter.answered':
    case 'consultation.asked':
    case 'consultation.answered':
    case 'item.validity-changed':
    case 'norm.drafted':
    case 'norm.edited':
    case 'norm.submitted':
    case 'norm.reviewed':
    case 'norm.reopened':
    case 'norm.registered':
    case 'norm.filed':
    case 'norm.filing-decided':
    case 'norm.extended':
    case 'norm.cleaned':
    case 'filing.received':
    case 'filing.decided':
    case 'filing.closed':
    case 'cleanup.opened':
    case 'cleanup.proposed':
    case 'cleanup.decided':
    case 'import.committed':
    case 'staff.created':
    case 'staff.roles-changed':
    case 'staff.deactivated':
    case 'staff.activated':
    case 'staff.admin-left':
    case 'staff.link-made':
    case 'staff.password-set':
    case 'staff.password-changed':
    case 'staff.sessions-ended':
    case 'staff.factor-on':
    case 'staff.factor-off':
    case 'session.opened':
    case 'session.closed':
    case 'identity.opened':
    case 'file.opened':
    case 'package.opened':
    case 'calendar.drafted':
    case 'calendar.edited':
    case 'calendar.dropped':
    case 'calendar.put-in-force':
    case 'calendar.switched':
    case 'seal.proposed':
    case 'seal.approved':
    case 'seal.ended':
    case 'destruction.proposed':
    case 'destruction.approved':
    case 'destruction.returned':
    case 'destruction.finished':
    case 'personal-data.shown':
    case 'personal-data.corrected':
    case 'personal-data.correction-asked':
    case 'personal-data.correction-decided':
    case 'personal-data.erased':
    case 'personal-data.notices-set':
    case 'notice.sent':
    case 'notice.failed':
    case 'notice.cancelled':
    case 'report.stepped':
    case 'received-report.stepped':
    case 'case-review.started':
    case 'case-review.drawn':
    case 'case-review.ordered':
    case 'case-review.order-stepped':
    case 'case-review.answered':
    case 'case-review.stepped':
    case 'case-review.sheet-stepped':
    case 'self-check.recorded':
    case 'self-check.struck':
    case 'bulletin.stepped':
    case 'finding.stepped':
    case 'received-finding.stepped':
    case 'assessment.stepped':
    case 'month.closed':
    case 'correction.explained':
      return []
    default:
      return fact satisfies never
  }
}

/** Folds the deltas of many events into one delta per cell, zeros left out. */
export function tallyAll(facts: Iterable<Fact>): CellDelta[] {
  const sums = new Map<string, CellDelta>()
  for (const fact of facts) {
    for (const delta of tally(fact)) {
      const key = `${delta.period} ${delta.row} ${delta.col}`
      const sum = sums.get(key)
      if (sum === undefined) sums.set(key, { ...delta })
      else sum.n += delta.n
    }
  }
  return [...sums.values()].filter((delta) => delta.n !== 0)
}

/** Counts a move between places that hold items: out of some, into others. */
function moved(
  row: string,
  { added, removed }: { added: readonly string[]; removed: readonly string[] },
): CellDelta[] {
  return [
    ...removed.map((col) => ({ period: 'all', row, col, n: -1 })),
    ...added.map((col) => ({ period: 'all', row, col, n: 1 })),
  ]
}

/** Counts powers that joined, left or moved on the list: the stock by type, and the kind of change. */
function powersMoved(on: string, { kind, from, to, n }: PowerMove): CellDelta[] {
  const stock = (type: string | null, by: number): CellDelta[] =>
    type === null || from === to
      ? []
      : [{ period: 'all', row: 'powers', col: type, n: by }, ...dated(on, 'powers', type, by)]
  return [...dated(on, 'powerChanges', kind, n), ...stock(from, -n), ...stock(to, n)]
}

/** Which columns a new edition joins and which it leaves. */
function moveOf({
  columns,
  columnsBefore,
}: {
  columns: readonly string[]
  columnsBefore: readonly string[]
}): { added: string[]; removed: string[] } {
  return {
    added: columns.filter((id) => !columnsBefore.includes(id)),
    removed: columnsBefore.filter((id) => !columns.includes(id)),
  }
}

/** The upper themes (主题) among the keys that an item counts under. */
function themesOf(facets: readonly string[]): string[] {
  return facets.filter((key) => key.startsWith('theme:')).map((key) => key.slice(6))
}
