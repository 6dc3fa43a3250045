import { expect, test } from 'vitest'
import type { Fact } from '../../../src/domain/shared/journal.ts'
import { tallyFacets } from '../../../src/domain/statistics/facet-tally.ts'
import { tally } from '../../../src/domain/statistics/tally.ts'
import { readFact } from '../../../src/usecases/statistics/read-fact.ts'

const day = '2026-11-20'
const facets = ['all', 'category:a']
const ended = { class: 'naturalPerson', outcome: 'granted', decidedOn: day }

/** One of each kind of fact; a new kind is missing here until it is added. */
const samples: { [K in Fact['kind']]: Extract<Fact, { kind: K }>['data'] } = {
  'application.submitted': { class: 'naturalPerson', on: day, channel: 'online' },
  'application.registered': { possibleDuplicates: 0 },
  'application.received': { class: 'naturalPerson', receivedOn: day, basis: 'online' },
  'application.accepted': {},
  'application.replied': ended,
  'application.closed': {},
  'application.withdrawn': ended,
  'application.imported': { class: 'naturalPerson', receivedOn: day, outcome: 'a', decidedOn: day },
  'item.published': { on: day, columns: ['a', 'b'], facets },
  'item.edition-published': {
    edition: 2,
    digest: 'd',
    columns: ['a', 'c'],
    columnsBefore: ['a', 'b'],
    facets,
    before: facets,
  },
  'item.ended': { ending: 'withdrawn', on: day, columns: ['a', 'b'], facets: [], before: facets },
  'item.drafted': { edition: 1 },
  'item.edited': { edition: 1, digest: 'd' },
  'item.submitted': { edition: 1, digest: 'd' },
  'item.recalled': { edition: 1 },
  'item.reviewed': {
    edition: 1,
    level: 'first',
    verdict: 'approve',
    digest: 'd',
    overridden: false,
  },
  'item.sent-back': { edition: 1 },
  'item.scheduled': { edition: 1, at: 1 },
  'item.unscheduled': { edition: 1, why: null },
  'item.held': { attribute: 'withheld', ground: 'trade-secret', on: day },
  'item.reassessed': { on: day, next: day },
  'item.edition-hidden': { edition: 1 },
  'item.file-added': { file: 'f' },
  'file.scanned': { item: 'i', verdict: 'clean' },
  'letter.sent': { to: 'a', letter: 'l' },
  'letter.delivered': {},
  'letter.received': { from: 'a', letter: 'l' },
  'letter.answered': { answer: 'yes' },
  'consultation.asked': { item: 'i', of: 'a' },
  'consultation.answered': { item: 'i', of: 'a', answer: 'agreed' },
  'item.refiled': { columns: ['a'], removed: ['b'], added: ['a'], facets, formerFacets: facets },
  'item.filed': { added: ['m'], removed: ['n'] },
  'column.checked': { column: 'a', on: day },
  'guide.published': { n: 1 },
  'rule.saved': { system: 's', from: day, to: null },
  'card.saved': { kind: 'k', from: day, to: null },
  'item.validity-changed': { validity: 'repealed', before: facets, facets },
  'norm.drafted': {},
  'norm.edited': {},
  'norm.submitted': {},
  'norm.reviewed': { verdict: 'v' },
  'norm.reopened': {},
  'norm.registered': { on: day },
  'norm.published': { on: day, item: 'i' },
  'norm.filed': { on: day, to: null },
  'norm.filing-decided': { verdict: 'v' },
  'norm.extended': { on: day, until: day },
  'norm.cleaned': { cleanup: 'c', decision: 'd' },
  'norm.ended': { how: 'repealed', on: day },
  'filing.received': { from: 'a' },
  'filing.decided': { verdict: 'v' },
  'filing.closed': { outcome: 'o' },
  'cleanup.opened': { documents: 1 },
  'cleanup.proposed': { documents: 1 },
  'cleanup.decided': { on: day, documents: 1 },
  'import.committed': { accepted: 1, kind: 'items' },
  'staff.created': { roles: [] },
  'session.opened': { staff: 's' },
  'session.closed': { staff: 's' },
  'identity.opened': { staff: 's' },
  'file.opened': { staff: 's', file: 'f' },
  'clarification.drafted': { seenOn: day },
  'clarification.edited': {},
  'clarification.checked': {},
  'clarification.returned': {},
  'clarification.published': { on: day, seenOn: day },
  'clarification.corrected': { on: day },
  'clarification.withdrawn': { on: day },
  'item.channel-recorded': { channel: 'gazette', on: day },
  'item.channel-removed': { channel: 'gazette', on: day },
  'incident.opened': { on: day, level: 'ordinary', item: null },
  'incident.stepped': { step: 's', on: day },
  'topic.submitted': { on: day },
  'topic.proposed': { on: day },
  'topic.opened': { on: day },
  'topic.adopted': { on: day, dueOn: day },
  'topic.answered': { on: day, item: 'i' },
  'topic.refused': { on: day },
  'topic.merged': { on: day, into: 't' },
  'topic.seconded': { on: day },
  'topic.contact-opened': { staff: 's' },
}

test.each(Object.entries(samples))(
  'row 68: %s counts the same from the journal as in its commit',
  (kind, data) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the record above pairs kinds with their data
    const fact = { kind, data } as Fact
    const counted = tally(fact)
    const read = readFact({ kind, data: JSON.stringify(data) })
    expect(read === null ? [] : tally(read)).toEqual(counted)
    if (read !== null) expect(tallyFacets([read])).toEqual(tallyFacets([fact]))
  },
)
