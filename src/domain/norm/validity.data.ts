/**
 * How long a normative document is in force when it states nothing else (有效期), by its title; the
 * first rule that fits counts. Also the longest that it may state.
 */
export const validityRules = [
  {
    key: 'trial',
    title: /暂行|试行/,
    years: 2,
    source: '名称带“暂行”“试行”的一般为2年（各省规范性文件管理规定）',
  },
  {
    key: 'usual',
    title: /(?:)/,
    years: 5,
    source: '一般为5年（各省规范性文件管理规定）',
  },
] as const

/** Where a term comes from that a document states itself (文件自行规定). */
export const ownTerm = '文件自行规定'

/** Months before its end in which a document is to be assessed (到期前评估, 各省规范性文件管理规定). */
export const warningMonths = 6

/**
 * What an agency's settings leave open: 编号规则, 公布后报备的日数, 备案审查的工作日数 (各省规定不一);
 * a serial has no leading zeros (GB/T 9704-2012 7.2.5).
 */
export const usualSettings = {
  normNumberPattern: '{area}规〔{year}〕{serial:1}号',
  normFilingDays: 15,
  normReviewDays: 20,
} as const
