import type { Transition } from '../../shared/machine.ts'
import type { BulletinKind } from './kinds.data.ts'

/** States of a bulletin (简报状态): 起草, 已核对, 公示, 已批准, 已印发. */
export const bulletinStates = ['draft', 'checked', 'shown', 'approved', 'issued'] as const
export type BulletinState = (typeof bulletinStates)[number]

/** Steps of a bulletin (简报步骤): 修改, 核对锁定, 退回起草, 送下级核对, 批准, 印发. */
export const bulletinActions = ['edit', 'check', 'reopen', 'show', 'approve', 'issue'] as const
export type BulletinAction = (typeof bulletinActions)[number]

/** A row of the table; `kinds` are those that take the step, all where left out. */
export type BulletinTransition = Transition<BulletinState, BulletinAction> & {
  kinds?: readonly BulletinKind[]
}

const writing = ['information-officer', 'statistician', 'head'] as const
const deciding = ['head'] as const
const law = '政府信息公开条例第46条、第47条'
const assessed = ['half-year-assessment'] as const
const others = ['monthly-summary', 'quarterly-circular', 'self-inspection'] as const

/**
 * The lifecycle of a bulletin (简报流转表): generated as a draft, its figures locked when it is checked, approved by
 * another person, issued. The assessment is shown to the agencies below first (条例第46条).
 */
export const bulletinLifecycle: readonly BulletinTransition[] = [
  { from: 'draft', action: 'edit', to: 'draft', roles: writing, law },
  { from: 'draft', action: 'check', to: 'checked', roles: writing, law },
  { from: 'checked', action: 'reopen', to: 'draft', roles: writing, law },
  { from: 'checked', action: 'approve', to: 'approved', roles: deciding, law, kinds: others },
  { from: 'checked', action: 'show', to: 'shown', roles: writing, law, kinds: assessed },
  { from: 'shown', action: 'approve', to: 'approved', roles: deciding, law, kinds: assessed },
  { from: 'approved', action: 'reopen', to: 'draft', roles: deciding, law, kinds: others },
  { from: 'approved', action: 'issue', to: 'issued', roles: deciding, law },
]

/** The rows of the table that a kind of bulletin has (适用步骤). */
export function lifecycleOf(kind: BulletinKind): BulletinTransition[] {
  return bulletinLifecycle.filter(({ kinds }) => kinds === undefined || kinds.includes(kind))
}

/** What becomes of an issued bulletin (印发方式): 下发, 公开, 存档. */
export const issueWays = ['sent-down', 'published', 'filed'] as const
export type IssueWay = (typeof issueWays)[number]
