import type { CellFault } from '../../../domain/report/read-applications.ts'
import type { FigureProblem } from '../../../domain/report/read-figure.ts'

/** Words of the checker of annual reports (年报核对页面). */
export const reportCheck = {
  title: '年报核对',
  description: '核对政府信息公开工作年度报告的三张表和正文数字',
  lead: '把年度报告的表格交上来，逐行、逐列核对合计和勾稽关系，也可以与上年年报衔接核对。谁都可以用；核对的内容不保存。',
  waysTitle: '怎样提供年报',
  ways: { upload: '上传文件', paste: '粘贴表格', type: '直接填数' },
  facts: '年报的基本情况',
  agency: '编制机关',
  level: '机关类别',
  levels: {
    prefecture: '设区的市、自治州人民政府',
    county: '县（市、区）人民政府',
    township: '乡镇人民政府、街道办事处',
    bureau: '政府部门、派出机构',
    province: '省、自治区、直辖市人民政府',
    office: '代编年报的省、市级政府办公厅（室）（有规章制定权的政府）',
  },
  year: '报告年度',
  yearHint: '四位数字，例如 2025',
  file: '年报文件',
  fileHint:
    'XLSX、DOCX 或 CSV，最大 4 兆字节，含表二、表三、表四中的一张或几张，行和列用国家统一格式的名称',
  pasted: '表格内容',
  pastedHint: '在 Excel、WPS 或 Word 里选中整张表，复制后粘贴到这里，可以几张表接着粘贴',
  text: '正文（选填）',
  textHint: '粘贴年报正文，将核对其中受理、结转和各类结果的件数是否与表格一致',
  previousTitle: '上年年报（选填）',
  previousHint: '提供上一年度的表格，可以核对结转件数和现行有效文件数',
  previousFile: '上年年报文件',
  previousPasted: '上年表格内容',
  check: '核对',
  typeHint:
    '没有发生的填 0。分项留空按 0 计算，总计留空会指出来；整张表不填就不核对。用 Tab 键到下一格；表格较宽时可以左右滑动。',
  tables: {
    proactive: '表二 主动公开政府信息情况',
    applications: '表三 收到和处理政府信息公开申请情况',
    reviewLitigation: '表四 政府信息公开行政复议、行政诉讼情况',
  },
  foreignFile: '{kind}；这里只读 XLSX、DOCX 和 CSV',
  atLine: '第 {line} 行：{reason}',
  unreadable: '没有从中读到表二、表三或者表四。请核对是不是统一格式的表格，行名和列名要在。',
  previousUnreadable: '没有从中读到上年的表二、表三或者表四，请核对',
  chooseFile: '请选择年报文件',
  pasteFirst: '请粘贴表格内容',
  typeFirst: '请至少填一格',
  wrongYear: '年度应是 2008 至 {year} 之间的四位数字，报告年度不能晚于今年',
  tooOften: '核对得太频繁，请 {minutes} 分钟后再试',
  resultTitle: '年报核对结果',
  fine: '没有发现问题',
  faulty: '发现 {errors} 处错误',
  doubtful: '{warnings} 处需要说明理由',
  of: '{agency}，{year}年度',
  readTables: '已核对',
  lacking: '没有填写或者没有读到，未核对',
  withPrevious: '已与上年年报核对',
  withoutPrevious: '没有提供上年年报，未核对结转和现行有效数的衔接',
  claims: '正文中认出的数',
  unreadRows: '下列行不是统一格式里的行，没有核对',
  moreFaults: '；共 {n} 格',
  findings: '发现的问题',
  number: '序号',
  table: '表',
  cell: '位置',
  difference: '应为和实际',
  why: '为什么',
  severity: '性质',
  severities: { error: '错误', warning: '需说明' },
  figureRule: '件数应当是 0 或者正整数，金额可以有小数',
  marked: '表格（有问题的格子标了序号）',
  legend: '表中方括号里的数字是上面问题的序号。',
  blank: '空',
  edit: '修改数字，再核对',
  csv: '下载问题清单（CSV）',
  xlsx: '下载问题清单（XLSX）',
  again: '核对另一份',
  fileName: '年报核对问题清单',
  toChecker: '核对一份年报',
  toCheckerLead: '年报写好了，可以先核对表格里的数对不对：',
} as const

/** Why a cell is no figure (E7). */
const figureProblems: Readonly<Record<FigureProblem, string>> = {
  text: '不是数字',
  formula: '还没有算出结果：请用 Excel 或 WPS 打开，保存一次再交上来',
  negative: '是负数',
  fraction: '不是整数',
  'too-large': '太大',
}

/** What stands in a cell where no figure could be read. */
export function faultWords({ text, problem }: Pick<CellFault, 'text' | 'problem'>): string {
  const what = problem === 'formula' ? '公式' : `“${text.trim().slice(0, 40)}”`
  return `填的是${what}，${figureProblems[problem]}`
}
