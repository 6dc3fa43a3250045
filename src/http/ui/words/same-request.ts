import type { Action, State } from '../../../domain/application/same-request/lifecycle.ts'

/** Words of the proposals to publish what several applicants asked for (同类申请, 条例第44条). */
export const sameRequest = {
  title: '同类申请',
  lead: '不同申请人申请公开相同的信息、该信息可以公开的，可以纳入主动公开的范围（条例第44条）。系统按申请内容和文号比对，只提出建议，由人决定。',
  link: '同类申请：主动公开建议',
  tabsLabel: '按状态查看',
  none: '这里没有建议',
  noneWhy: '有不同申请人申请同一信息时，这里会提出建议。',
  subject: '申请的信息',
  cases: '件数',
  applicants: '申请人数',
  raisedAt: '提出日期',
  decidedAt: '决定日期',
  reason: '不采纳的理由',
  reasonHint: '例如：信息不属于可以公开的范围，或者已经主动公开。',
  item: '由此起草的稿件',
  members: '涉及的申请',
  membersMore: (shown: number): string => `只列出前 ${String(shown)} 件。`,
  noAction: '您的岗位在这里没有要办的步骤。',
  act: '办理',
  acceptLead:
    '采纳后起草一份稿件：有已经提供信息的答复的，取自答复；没有的，只写标题。申请人信息全部去掉，稿件照常审查后才公开。',
  done: '已经办理。',
} as const

/** Names of the states. */
export const sameRequestStates: Readonly<Record<State, string>> = {
  open: '待决定',
  accepted: '已采纳',
  declined: '不采纳',
}

/** Names of the steps. */
export const sameRequestActions: Readonly<Record<Action, string>> = {
  accept: '采纳，起草稿件',
  decline: '不采纳',
}
