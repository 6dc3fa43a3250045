/** What officers ask of their list of items (稿件视图). */
export const deskViews = [
  'all',
  'waiting',
  'mine',
  'late',
  'week',
  'returned',
  'scheduled',
  'held',
  'reassess',
] as const

/** 全部, 等我办, 我起草的, 已逾期, 本周到期, 被退回, 待定时发布, 不公开, 待重新评估. */
export type DeskView = (typeof deskViews)[number]
