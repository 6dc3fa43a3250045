/**
 * Genres (体裁分类): the 15 kinds of official document (党政机关公文处理工作条例第8条,
 * `official`), and the kinds that agencies publish beside them.
 */
export const genres = [
  { key: 'resolution', name: '决议', official: true },
  { key: 'decision', name: '决定', official: true },
  { key: 'order', name: '命令（令）', official: true },
  { key: 'communique', name: '公报', official: true },
  { key: 'announcement', name: '公告', official: true },
  { key: 'public-notice', name: '通告', official: true },
  { key: 'opinion', name: '意见', official: true },
  { key: 'notice', name: '通知', official: true },
  { key: 'circular', name: '通报', official: true },
  { key: 'report', name: '报告', official: true },
  { key: 'request', name: '请示', official: true },
  { key: 'approval', name: '批复', official: true },
  { key: 'motion', name: '议案', official: true },
  { key: 'letter', name: '函', official: true },
  { key: 'minutes', name: '纪要', official: true },
  { key: 'regulation', name: '条例', official: false },
  { key: 'provisions', name: '规定', official: false },
  { key: 'measures', name: '办法', official: false },
  { key: 'detailed-rules', name: '细则', official: false },
  { key: 'rules', name: '规则', official: false },
  { key: 'reply-letter', name: '复函', official: false },
  { key: 'reply', name: '答复', official: false },
  { key: 'scheme', name: '方案', official: false },
  { key: 'plan', name: '规划', official: false },
  { key: 'outline', name: '纲要', official: false },
  { key: 'work-plan', name: '计划', official: false },
  { key: 'key-points', name: '要点', official: false },
  { key: 'contingency-plan', name: '预案', official: false },
  { key: 'standard', name: '标准', official: false },
  { key: 'guide', name: '指南', official: false },
  { key: 'directory', name: '目录', official: false },
  { key: 'list', name: '清单', official: false },
  { key: 'roster', name: '名单', official: false },
  { key: 'interpretation', name: '解读', official: false },
  { key: 'other', name: '其他', official: false },
] as const satisfies readonly { key: string; name: string; official: boolean }[]

/** Key of a genre (体裁分类). */
export type GenreKey = (typeof genres)[number]['key']
