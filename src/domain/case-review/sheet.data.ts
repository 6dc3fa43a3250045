/** Groups of the score sheet (评查项目): 受理登记, 程序时限, 实体答复, 文书规范, 送达归档. */
export const sheetGroups = ['intake', 'deadline', 'substance', 'instrument', 'service'] as const
export type SheetGroup = (typeof sheetGroups)[number]

/** Codes of the rows (评分项). */
export const sheetCodes = [
  'A1',
  'A2',
  'A3',
  'B1',
  'B2',
  'B3',
  'B4',
  'C1',
  'C2',
  'C3',
  'C4',
  'D1',
  'D2',
  'D3',
  'E1',
  'E2',
] as const
export type SheetCode = (typeof sheetCodes)[number]

/** A row of the score sheet: what is looked at, how much it is worth, and the article behind it. */
export type SheetRow = {
  code: SheetCode
  group: SheetGroup
  text: string
  points: number
  law: string
  /** days between which the row is in force, YYYY-MM-DD */
  from: string
  to: string | null
}

const since = '2026-01-01'
const law = (article: string): string => `政府信息公开条例第${article}条`

const row = (
  code: SheetCode,
  group: SheetGroup,
  points: number,
  text: string,
  article: string,
): SheetRow => ({
  code,
  group,
  points,
  text,
  law: /^\d/.test(article) ? law(article) : article,
  from: since,
  to: null,
})

/**
 * The score sheet of a case (案卷评查评分表), 100 points in all. The articles are those of the regulation
 * in force since 2019-05-15. UNCONFIRMED: no national text sets points for these files; how they are
 * spread here is practice, and an agency above may have set others.
 */
export const sheetRows: readonly SheetRow[] = [
  row('A1', 'intake', 5, '收到申请的日期认定正确，登记的事项完整', '31'),
  row('A2', 'intake', 6, '需要补正的，自收到申请之日起 7 个工作日内告知', '30'),
  row('A3', 'intake', 4, '补正内容一次性告知，并给出合理的补正期限', '30'),
  row('B1', 'deadline', 15, '在答复期限内答复', '33'),
  row('B2', 'deadline', 5, '延长答复期限的，在期限届满前经负责人同意并告知', '33'),
  row('B3', 'deadline', 6, '涉及第三方合法权益的，书面征求第三方意见', '32'),
  row('B4', 'deadline', 4, '审查、会商、移送等环节衔接及时，过程有记录', '45'),
  row('C1', 'substance', 10, '答复类型与申请内容、查明的事实相符', '36'),
  row('C2', 'substance', 8, '不予公开、部分公开的，说明理由并写明所依据的条款', '36'),
  row('C3', 'substance', 7, '答复信息不存在的，有检索的范围、方法和日期', '36'),
  row('C4', 'substance', 5, '能够区分处理的，公开了可以公开的内容', '37'),
  row('D1', 'instrument', 5, '有统一编号的答复文书', '36'),
  row('D2', 'instrument', 5, '文书的称谓、日期、印章和用语规范', '36'),
  row('D3', 'instrument', 5, '公开前经审核并由负责人签发，有记录', '17'),
  row('E1', 'service', 6, '答复按申请人要求的方式送达，有送达记录', '40'),
  row('E2', 'service', 4, '办结后归档', '45'),
]

/** The rows in force on a day (现行评分表). */
export function sheetOn(day: string): SheetRow[] {
  return sheetRows.filter(({ from, to }) => from <= day && (to === null || day <= to))
}
