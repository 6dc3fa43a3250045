/** The six sections of an annual report (年报六部分, 国办公开办函〔2021〕30号附件), the tables in the middle three. */
export const reportSections = [
  { key: 'overview', title: '一、总体情况' },
  { key: 'proactive', title: '二、主动公开政府信息情况' },
  { key: 'applications', title: '三、收到和处理政府信息公开申请情况' },
  { key: 'reviewLitigation', title: '四、政府信息公开行政复议、行政诉讼情况' },
  { key: 'problems', title: '五、存在的主要问题及改进情况' },
  { key: 'other', title: '六、其他需要报告的事项' },
] as const

export type SectionKey = (typeof reportSections)[number]['key']

/** The text of every section as its writer left it, references and all. */
export type ReportProse = Readonly<Record<SectionKey, string>>

/** Where text is written: the middle three sections may stay with their tables alone. */
export const requiredSections: readonly SectionKey[] = ['overview', 'problems', 'other']
