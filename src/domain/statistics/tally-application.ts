import type { ApplicationFact } from '../shared/application-fact.ts'
import type { CellDelta, Fact } from '../shared/journal.ts'
import { dated, monthly } from './dated.ts'

/** Tells the events of applications from others (依申请公开的事件). */
export function isApplicationFact(fact: Fact): fact is ApplicationFact {
  return fact.kind.startsWith('application.')
}

/** Counts one event of an application (申请计数); a class of applicant is its column in 表三. */
// oxlint-disable-next-line complexity -- a case for every kind of event, so that a new one must say what it counts
export function tallyApplication(fact: ApplicationFact): CellDelta[] {
  switch (fact.kind) {
    case 'application.submitted':
      return dated(fact.data.on, 'submitted', fact.data.class, 1)
    case 'application.received':
      return [
        ...dated(fact.data.receivedOn, 'newReceived', fact.data.class, 1),
        ...byChannel(fact.data, 1),
      ]
    case 'application.replied':
      return [
        ...dated(fact.data.decidedOn, fact.data.outcome, fact.data.class, 1),
        ...byTime(fact.data),
      ]
    case 'application.abandoned':
      return dated(fact.data.decidedOn, fact.data.outcome, fact.data.class, 1)
    case 'application.withdrawn': {
      const { class: column, outcome, decidedOn } = fact.data
      return outcome === null ? [] : dated(decidedOn, outcome, column, 1)
    }
    case 'application.converted': {
      const { class: column, receivedOn, to, on } = fact.data
      return [
        ...dated(receivedOn, 'newReceived', column, -1),
        ...dated(on, 'converted', to, 1),
        ...byChannel(fact.data, -1),
      ]
    }
    case 'application.reopened': {
      const { class: column, receivedOn, to, convertedOn, on } = fact.data
      return [
        ...dated(receivedOn, 'newReceived', column, 1),
        ...dated(convertedOn, 'converted', to, -1),
        ...dated(on, 'reopened', to, 1),
        ...byChannel(fact.data, 1),
      ]
    }
    case 'application.redo-ordered': {
      const { class: column, outcome, on } = fact.data
      return [...dated(on, outcome, column, -1), ...dated(on, 'redone', column, 1)]
    }
    // It counts where it is answered: taken back here, received anew there.
    case 'application.transferred': {
      const { class: column, receivedOn, on } = fact.data
      return [
        ...dated(receivedOn, 'newReceived', column, -1),
        ...dated(on, 'transferred', 'out', 1),
        ...byChannel(fact.data, -1),
      ]
    }
    case 'application.taken-over':
      return dated(fact.data.on, 'transferred', 'in', 1)
    case 'application.imported': {
      const { class: column, receivedOn, outcome, decidedOn } = fact.data
      const received = [...dated(receivedOn, 'newReceived', column, 1), ...byChannel(fact.data, 1)]
      return outcome === null || decidedOn === null
        ? received
        : [...received, ...dated(decidedOn, outcome, column, 1)]
    }
    case 'application.registered':
    case 'application.split':
    case 'application.split-off':
    case 'application.transfer-sent':
    case 'application.transfer-declined':
    case 'application.co-unit-asked':
    case 'application.co-unit-answered':
    case 'application.co-unit-waived':
    case 'application.accepted':
    case 'application.contact-noted':
    case 'application.correction-requested':
    case 'application.corrected':
    case 'application.reasons-asked':
    case 'application.explained':
    case 'application.assigned':
    case 'application.claimed':
    case 'application.handed-back':
    case 'application.consulted':
    case 'application.consultation-served':
    case 'application.consultation-answered':
    case 'application.extended':
    case 'application.recalculated':
    case 'application.wait-recalculated':
    case 'application.deferred':
    case 'application.charged':
    case 'application.paid':
    case 'application.file-added':
    case 'application.file-removed':
    case 'application.item-drafted':
    case 'application.drafted':
    case 'application.checked':
    case 'application.sent-back':
    case 'application.taken-back':
    case 'application.signed':
    case 'application.archived':
    case 'application.closed':
    case 'application.destroyed':
      return []
    default:
      return fact satisfies never
  }
}

/** New receipts by how they came (申请渠道); events from before it was kept count in no channel. */
function byChannel(
  { receivedOn, channel }: { receivedOn: string; channel?: string },
  n: number,
): CellDelta[] {
  return channel === undefined ? [] : monthly(receivedOn, 'channelReceived', channel, n)
}

/** Answers given in time or late (按时办结); events from before it was kept count as neither. */
function byTime({ decidedOn, timely }: { decidedOn: string; timely?: boolean }): CellDelta[] {
  if (timely === undefined) return []
  return monthly(decidedOn, 'timeliness', timely ? 'timely' : 'late', 1)
}
