/** Kinds of letters between agencies (公函种类): 征求意见, 复函, 备案, 备案审查意见, 备案处理结果, 移送申请, 移送回执, 报送年报, 年报审核意见, 下发简报, 整改答复, 整改确认, 考核表送核, 考核异议, 异议处理, 部署案卷评查, 报送评查结果, 印发抽查通报. */
export const letterKinds = [
  'item-consultation',
  'item-consultation-reply',
  'norm-filing',
  'norm-filing-reply',
  'norm-filing-outcome',
  'application-transfer',
  'application-transfer-reply',
  'annual-report',
  'annual-report-reply',
  'bulletin',
  'finding-answer',
  'finding-verdict',
  'assessment-sheet',
  'assessment-objection',
  'assessment-objection-reply',
  'case-review-order',
  'case-review-result',
  'case-review-notice',
] as const
export type LetterKind = (typeof letterKinds)[number]

/** Longest content of a letter in bytes of UTF-8. */
export const payloadLimit = 60_000

/**
 * A letter from one agency to another (公函): `about` is the id of what it is about at its sender,
 * `replyTo` the letter that it answers, `payload` JSON text; `sentAt` is epoch ms.
 */
export type Letter = {
  id: string
  sender: string
  recipient: string
  kind: string
  subject: string
  about: string
  replyTo: string | null
  payload: string
  sentAt: number
}

/** Tells a kind of letter that this code knows from other words. */
export function isLetterKind(word: string): word is LetterKind {
  return letterKinds.some((kind) => kind === word)
}

/** Says how far a letter has come (公函状态): 已发出, 已送达, 已答复. */
export function letterState(letter: {
  deliveredAt: number | null
  answeredAt: number | null
}): 'sent' | 'delivered' | 'answered' {
  if (letter.answeredAt !== null) return 'answered'
  return letter.deliveredAt === null ? 'sent' : 'delivered'
}
