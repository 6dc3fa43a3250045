import type { Actor, Role } from '../domain/shared/actor.ts'
import { refuse, type Refusal } from '../domain/shared/refusal.ts'

/** Those who receive, register and enter applications (受理). */
const intake = ['registrar', 'head', 'information-officer'] as const
/** Those who work on a case (受理、承办). */
const casework = ['registrar', 'handler', 'head', 'information-officer'] as const
/** Those who see cases: besides casework those who check replies (合法性、保密审核). */
const onCases = [...casework, 'legal-reviewer', 'first-reviewer', 'final-reviewer'] as const
/** Those who bring in files of what was published elsewhere (批量导入). */
const publishing = ['information-officer', 'head'] as const
/** Those who answer for the agency before a reconsideration organ or a court (应诉). */
const onDisputes = ['head', 'information-officer', 'legal-reviewer'] as const
/** Those who draw up items (起草). */
const drafting = ['information-officer', 'registrar', 'handler', 'head'] as const
/** Those who take a step on items: who writes, who reviews, who publishes. */
const onItems = [...drafting, 'first-reviewer', 'final-reviewer'] as const

/**
 * Who may do what (岗位权限表): staff roles by verb; `system` are this deployment's own jobs and
 * its operator. The steps of a case are in its lifecycle, which is asked as well.
 */
const table = {
  'application.list': onCases,
  'application.show': onCases,
  'application.act': onCases,
  'application.enter': intake,
  'application.open-identity': casework,
  'application.read-file': casework,
  'application.export': intake,
  'application.attach': ['handler', 'head', 'information-officer'],
  'application.publish': drafting,
  'same-request.list': onCases,
  'same-request.act': publishing,
  'application.import': [...intake, 'system'],
  'application.register': ['system'],
  // Who reviews the legality of a document reads its text.
  'item.list-desk': [...onItems, 'legal-reviewer', 'viewer', 'statistician'],
  'application.recompute': ['system'],
  'application.destroy': ['system'],
  'notice.send': ['system'],
  'correction.list': casework,
  'correction.decide': intake,
  'correction.overwrite': ['system'],
  'calendar.list': [...onCases, 'statistician', 'viewer'],
  'calendar.draft': publishing,
  'calendar.check': [...publishing, 'legal-reviewer'],
  'seal.list': ['head', 'admin'],
  'seal.propose': ['head', 'admin'],
  'seal.decide': ['head', 'admin'],
  'case-review.list': onCases,
  'case-review.start': publishing,
  'case-review.act': publishing,
  'case-review.score': onCases,
  'case-review.order': publishing,
  'retention.list': [...casework, 'viewer'],
  'retention.propose': intake,
  'retention.decide': ['head'],
  'item.draft': drafting,
  'item.act': onItems,
  'item.publish-due': ['system'],
  'item.end-display': ['system'],
  'item.list-kinds': ['system'],
  'item.import': [...publishing, 'system'],
  'item.scan': ['system'],
  'item.add-file': ['system'],
  'letter.list': [...publishing, 'registrar', 'handler', 'legal-reviewer', 'viewer'],
  'consultation.answer': publishing,
  'catalog.examine': [...publishing, 'registrar', 'handler', 'viewer', 'statistician'],
  'catalog.check': publishing,
  'catalog.refile': publishing,
  'catalog.settle': ['system'],
  'catalog.file-matter': publishing,
  'guide.publish': publishing,
  'rule.save': publishing,
  'card.save': publishing,
  'clarification.list': [...publishing, 'viewer'],
  'clarification.draft': publishing,
  'clarification.act': publishing,
  'channel.list': [...publishing, 'registrar', 'handler', 'viewer', 'statistician'],
  'channel.record': publishing,
  'incident.handle': ['head', 'admin'],
  'topic.list': [...publishing, 'registrar', 'handler', 'viewer'],
  'topic.act': publishing,
  'topic.count-miss': ['system'],
  'dispute.list': [...onDisputes, 'registrar', 'handler', 'statistician', 'viewer'],
  'dispute.act': onDisputes,
  'complaint.list': intake,
  'complaint.enter': intake,
  'complaint.answer': publishing,
  'norm.list': [...publishing, 'legal-reviewer', 'registrar', 'handler', 'statistician', 'viewer'],
  'norm.draft': publishing,
  'norm.enter': publishing,
  'norm.act': [...publishing, 'legal-reviewer'],
  'norm.cleanup': ['head'],
  'norm.expire': ['system'],
  'filing.list': [...publishing, 'legal-reviewer', 'viewer'],
  'filing.act': ['head', 'legal-reviewer'],
  'power.list': [...drafting, 'legal-reviewer', 'statistician', 'viewer'],
  'power.draft': drafting,
  'power.check': drafting,
  'power.act': [...drafting, 'legal-reviewer'],
  'service-guide.write': drafting,
  'service-guide.act': drafting,
  'item.list-inner': ['statistician', 'viewer', 'head', 'final-reviewer'],
  'report.list': [...publishing, 'statistician', 'viewer', 'final-reviewer', 'first-reviewer'],
  'report.write': ['information-officer', 'statistician', 'head'],
  'report.decide': ['head', 'statistician'],
  'bulletin.list': [...publishing, 'statistician', 'viewer'],
  'bulletin.write': ['information-officer', 'statistician', 'head'],
  'bulletin.generate': ['system'],
  'objection.decide': ['head'],
  'figure.list': [...publishing, 'statistician', 'viewer'],
  'figure.attest': ['statistician', 'head'],
  'month.list': [...publishing, 'statistician', 'viewer'],
  'month.close': ['statistician', 'head', 'system'],
  'correction.explain': ['statistician', 'head'],
  'self-inspection.show': [
    ...publishing,
    'registrar',
    'handler',
    'statistician',
    'viewer',
    'system',
  ],
  'self-inspection.record': publishing,
  'journal.show': ['head', 'admin'],
  'journal.seal': ['system'],
  'office.show': ['statistician', 'viewer', 'head'],
  'staff.create': ['system'],
  'staff.manage': ['admin', 'system'],
} as const satisfies Record<string, readonly (Role | 'system')[]>

/** A verb that not everybody may use. */
export type Verb = keyof typeof table

/** Says whether an actor may use a verb (权限). */
export function may(actor: Actor, verb: Verb): boolean {
  const allowed: readonly string[] = table[verb]
  if (actor.type === 'system') return allowed.includes('system')
  return actor.type === 'staff' && actor.roles.some((role) => allowed.includes(role))
}

/** Refuses one who may not: staff learn that the post is not theirs, others that they must log in. */
export function turnAway(actor: Actor): { ok: false; refusal: Refusal } {
  return refuse({ code: actor.type === 'staff' ? 'forbidden' : 'unauthenticated' })
}
