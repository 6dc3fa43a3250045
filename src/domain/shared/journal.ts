import type { AccountFact } from './account-fact.ts'
import type { ApplicationFact } from './application-fact.ts'
import type { CaseReviewFact } from './case-review-fact.ts'
import type { PersonalDataFact } from './personal-data-fact.ts'

/**
 * What happened, with just the data that figures are counted from; never anything personal.
 * `on` and the other dates are days in Asia/Shanghai (YYYY-MM-DD).
 */
export type Fact =
  | AccountFact
  | ApplicationFact
  | PersonalDataFact
  | { kind: 'calendar.drafted'; data: { scope: string; year: number } }
  | { kind: 'calendar.edited'; data: { scope: string; year: number } }
  | { kind: 'calendar.dropped'; data: Record<string, never> }
  | { kind: 'calendar.put-in-force'; data: { scope: string; year: number; n: number } }
  /** the agency's clocks go by other versions from here on; `mark` names them */
  | {
      kind: 'calendar.switched'
      data: { mark: string; cases: number; moved: number; renewed: number }
    }
  | { kind: 'seal.proposed'; data: { from: string; sha256: string } }
  | { kind: 'seal.approved'; data: Record<string, never> }
  | { kind: 'seal.ended'; data: { until: string } }
  | CaseReviewFact
  | { kind: 'destruction.proposed'; data: { cases: number } }
  | { kind: 'destruction.approved'; data: Record<string, never> }
  | { kind: 'destruction.returned'; data: Record<string, never> }
  /** `digest` is the SHA-256 of the list as CSV */
  | {
      kind: 'destruction.finished'
      data: { on: string; destroyed: number; kept: number; digest: string }
    }
  | {
      kind: 'item.published'
      /** backdated when `on` is an earlier day than that of the act */
      data: {
        on: string
        columns: readonly string[]
        /** what it counts under beside the lists: `facetKeys` of the item */ facets: readonly string[]
        edition?: number
        backdated?: true
      }
    }
  | {
      kind: 'item.edition-published'
      /** what it counts under from now on, and what it counted under */
      data: {
        edition: number
        digest: string
        columns: readonly string[]
        columnsBefore: readonly string[]
        facets: readonly string[]
        before: readonly string[]
      }
    }
  | {
      kind: 'item.ended'
      /** `columns` are those that lose it; none when readers keep it (废止) */
      data: {
        ending: string
        on: string
        columns: readonly string[]
        facets: readonly string[]
        before: readonly string[]
      }
    }
  | { kind: 'item.drafted'; data: { edition: number } }
  | { kind: 'item.edited'; data: { edition: number; digest: string } }
  | { kind: 'item.submitted'; data: { edition: number; digest: string } }
  | { kind: 'item.recalled'; data: { edition: number } }
  | { kind: 'item.discarded'; data: { edition: number } }
  | {
      kind: 'item.reviewed'
      data: {
        edition: number
        level: string
        verdict: 'approve' | 'return'
        digest: string
        overridden: boolean
      }
    }
  | { kind: 'item.sent-back'; data: { edition: number } }
  | { kind: 'item.scheduled'; data: { edition: number; at: number } }
  | { kind: 'item.unscheduled'; data: { edition: number; why: string | null } }
  | { kind: 'item.held'; data: { attribute: string; ground?: string | null; on?: string } }
  | { kind: 'item.reassessed'; data: { on: string; next: string } }
  | { kind: 'item.edition-hidden'; data: { edition: number } }
  /** what lists show of a special item was made again */
  | { kind: 'item.listed'; data: Record<string, never> }
  | { kind: 'item.file-added'; data: { file: string } }
  /** `item` is null for a file of a reply */
  | { kind: 'file.scanned'; data: { item: string | null; verdict: 'clean' | 'infected' } }
  | { kind: 'letter.sent'; data: { to: string; letter: string } }
  | { kind: 'letter.delivered'; data: Record<string, never> }
  | { kind: 'letter.received'; data: { from: string; letter: string } }
  | { kind: 'letter.answered'; data: { answer: string } }
  | { kind: 'consultation.asked'; data: { item: string; of: string } }
  | { kind: 'consultation.answered'; data: { item: string; of: string; answer: string } }
  /** `columns` are now those of the item, from the top down */
  | {
      kind: 'item.refiled'
      data: {
        columns: readonly string[]
        removed: readonly string[]
        added: readonly string[]
        /** what it counts under beside the lists, now and before */
        facets: readonly string[]
        formerFacets: readonly string[]
      }
    }
  | { kind: 'item.filed'; data: { added: readonly string[]; removed: readonly string[] } }
  | { kind: 'column.checked'; data: { column: string; on: string } }
  | { kind: 'matter.checked'; data: { what: string; power: string; on: string } }
  | { kind: 'guide.published'; data: { n: number } }
  | { kind: 'rule.saved'; data: { system: string; from: string; to: string | null } }
  | { kind: 'card.saved'; data: { kind: string; from: string; to: string | null } }
  | {
      kind: 'item.validity-changed'
      /** `before` and `facets`: `facetKeys` of the item before and after */
      data: { validity: string; before: readonly string[]; facets: readonly string[] }
    }
  | { kind: 'norm.drafted'; data: Record<string, never> }
  | { kind: 'norm.edited'; data: Record<string, never> }
  | { kind: 'norm.submitted'; data: Record<string, never> }
  | { kind: 'norm.reviewed'; data: { verdict: string; digest: string | null } }
  | { kind: 'norm.reopened'; data: Record<string, never> }
  | { kind: 'norm.registered'; data: { on: string } }
  /** `on` is the day of publication of a document in force from then on */
  | { kind: 'norm.published'; data: { on: string; item: string } }
  | { kind: 'norm.filed'; data: { on: string; to: string | null } }
  | { kind: 'norm.filing-decided'; data: { verdict: string } }
  | { kind: 'norm.extended'; data: { on: string; until: string } }
  | { kind: 'norm.cleaned'; data: { cleanup: string; decision: string } }
  | { kind: 'norm.ended'; data: { how: string; on: string } }
  | { kind: 'filing.received'; data: { from: string } }
  | { kind: 'filing.decided'; data: { verdict: string } }
  | { kind: 'filing.closed'; data: { outcome: string } }
  | { kind: 'cleanup.opened'; data: { documents: number } }
  | { kind: 'cleanup.proposed'; data: { documents: number } }
  | { kind: 'cleanup.decided'; data: { on: string; documents: number } }
  | { kind: 'import.committed'; data: { accepted: number; kind: string } }
  | { kind: 'identity.opened'; data: { staff: string } }
  | { kind: 'file.opened'; data: { staff: string; file: string } }
  | { kind: 'package.opened'; data: { staff: string } }
  | { kind: 'clarification.drafted'; data: { seenOn: string } }
  | { kind: 'clarification.edited'; data: Record<string, never> }
  | { kind: 'clarification.checked'; data: Record<string, never> }
  | { kind: 'clarification.returned'; data: Record<string, never> }
  | { kind: 'clarification.published'; data: { on: string; seenOn: string } }
  | { kind: 'clarification.corrected'; data: { on: string } }
  | { kind: 'clarification.withdrawn'; data: { on: string } }
  /** a step of an annual report, here and at the office above */
  | { kind: 'report.stepped'; data: { step: string; year: number; edition: number } }
  | { kind: 'received-report.stepped'; data: { step: string; from: string; year: number } }
  /** a step of a bulletin (简报), `bulletin` being its kind, and of a finding of the ledger, here and below */
  | { kind: 'bulletin.stepped'; data: { step: string; bulletin: string; period: string } }
  | { kind: 'finding.stepped'; data: { step: string; about: string; rule: string } }
  | { kind: 'received-finding.stepped'; data: { step: string; from: string } }
  /** marks, sheets and objections of an assessment (考核) */
  | { kind: 'assessment.stepped'; data: { step: string; bulletin: string; about: string } }
  /** a figure entered by hand: what changes in its value, and in how many have attested or say 不适用 */
  | {
      kind: 'figure.attested'
      data: {
        on: string
        indicator: string
        value: number
        attested: number
        notApplicable: number
      }
    }
  /** a month 'YYYY-MM' was closed (结账); a late change in closed months got its reason */
  | { kind: 'month.closed'; data: { month: string } }
  | { kind: 'correction.explained'; data: Record<string, never> }
  /** what an officer looked at for the self-inspection, and a record of it struck out */
  | { kind: 'self-check.recorded'; data: { rule: string; on: string } }
  | { kind: 'self-check.struck'; data: { rule: string } }
  | { kind: 'item.channel-recorded'; data: { channel: string; on: string } }
  | { kind: 'item.channel-removed'; data: { channel: string; on: string } }
  | { kind: 'incident.opened'; data: { on: string; level: string; item: string | null } }
  | { kind: 'incident.stepped'; data: { step: string; on: string } }
  | { kind: 'same-request.raised'; data: { cases: number; applicants: number } }
  | { kind: 'same-request.joined'; data: Record<string, never> }
  | { kind: 'same-request.accepted'; data: { item: string } }
  | { kind: 'same-request.declined'; data: Record<string, never> }
  | { kind: 'topic.submitted'; data: { on: string } }
  | { kind: 'topic.proposed'; data: { on: string } }
  | { kind: 'topic.opened'; data: { on: string } }
  | { kind: 'topic.adopted'; data: { on: string; dueOn: string } }
  | { kind: 'topic.answered'; data: { on: string; item: string } }
  | { kind: 'topic.refused'; data: { on: string } }
  | { kind: 'topic.merged'; data: { on: string; into: string } }
  | { kind: 'topic.seconded'; data: { on: string } }
  | { kind: 'topic.contact-opened'; data: { staff: string } }
  | { kind: 'power-change.drafted'; data: { entries: number } }
  | { kind: 'power-change.edited'; data: { entries: number } }
  | { kind: 'power-change.proposed'; data: Record<string, never> }
  | { kind: 'power-change.checked'; data: Record<string, never> }
  | { kind: 'power-change.returned'; data: Record<string, never> }
  | { kind: 'power-change.dropped'; data: Record<string, never> }
  | { kind: 'power-change.approved'; data: { on: string; revision: number } }
  | {
      kind: 'power-list.changed'
      data: { on: string; change: string; moves: readonly PowerMove[] }
    }
  | { kind: 'service-guide.written'; data: Record<string, never> }
  | { kind: 'service-guide.submitted'; data: Record<string, never> }
  | { kind: 'service-guide.returned'; data: Record<string, never> }
  /** `promisedDays` are working days */
  | {
      kind: 'service-guide.published'
      data: { on: string; edition: number; promisedDays: number | null }
    }
  /** `dispute` is the block of the report that it counts in; `on` the day on which it was filed */
  | {
      kind: 'dispute.registered'
      data: { dispute: string; on: string; application: string | null }
    }
  | { kind: 'dispute.answered'; data: { on: string } }
  | { kind: 'dispute.decided'; data: { dispute: string; result: string; on: string } }
  | {
      kind: 'dispute.amended'
      data: { dispute: string; result: string; on: string; formerResult: string; formerOn: string }
    }
  | { kind: 'dispute.redone'; data: { on: string; application: string } }
  /** registered by mistake: taken off on `on`, the day of that */
  | { kind: 'dispute.cancelled'; data: { dispute: string; on: string } }
  | { kind: 'dispute.file-added'; data: { file: string } }
  /** `of` is what the notice tells, `contact` by which kind of contact */
  | { kind: 'notice.sent'; data: { of: string; contact: string } }
  | { kind: 'notice.failed'; data: { of: string; why: string } }
  | { kind: 'notice.cancelled'; data: { of: string; why: string } }
  | { kind: 'complaint.filed'; data: { on: string; by: 'applicant' | 'desk' } }
  | { kind: 'complaint.answered'; data: { on: string; finding: string } }

/** So many powers that changed alike (职权增减): by kind, from which type to which, null being off the list. */
export type PowerMove = { kind: string; from: string | null; to: string | null; n: number }

/** Things that have a history of their own in the journal. */
export type Entity =
  | 'application'
  | 'item'
  | 'file'
  | 'letter'
  | 'consultation'
  | 'norm'
  | 'filing'
  | 'cleanup'
  | 'import'
  | 'staff'
  | 'session'
  | 'column'
  | 'guide'
  | 'rule'
  | 'card'
  | 'clarification'
  | 'topic'
  | 'topic-second'
  | 'same-request'
  | 'item-channel'
  | 'incident'
  | 'power-change'
  | 'power-list'
  | 'service-guide'
  | 'power-check'
  | 'guide-check'
  | 'dispute'
  | 'complaint'
  | 'destruction'
  | 'case-review'
  | 'case-review-order'
  | 'figure'
  | 'report'
  | 'received-report'
  | 'bulletin'
  | 'finding'
  | 'received-finding'
  | 'assessment-mark'
  | 'objection'
  | 'received-sheet'
  | 'notice'
  | 'calendar'
  | 'seal'
  | 'month'
  | 'self-check'
  | 'correction'

/** Work that a commit owes the queue; the event row is the outbox until the work is done. */
export type Topic = 'register' | 'letter' | 'compare' | 'overwrite'

/** One row for the journal (event 事件): `seq` counts from 1 within its entity and is the optimistic lock. */
export type NewEvent = Fact & { entity: Entity; entityId: string; seq: number; topic?: Topic }

/** A change to one figure: `row` and `col` are keys, `period` a month, a year or 'all'. */
export type CellDelta = { period: string; row: string; col: string; n: number }
