/** What each field of a manifest is called in Chinese, with the article that asks for it. */
export const fieldWords = {
  $schema: '清单格式文件的相对路径，供编辑器提示',
  id: '机关永久标识；只有改过 slug 的机关才写，写原来的 slug',
  slug: '机关代号：本地区唯一的拼音或缩写，与文件名（或文件夹名）一致',
  name: '机关全称',
  shortName: '机关简称',
  level: '层级：prefecture 地市，county 县区，township 乡镇街道',
  kind: '机关类型：government 政府，bureau 部门，public-utility 公共企事业单位',
  divisionCode: '行政区划代码：县级以上 6 位，乡级 9 位；部门写所属政府的代码',
  database: 'D1 数据库标识（UUID）',
  regionDatabase: '全地区汇总数据库标识（UUID），只写在最上级机关',
  site: '网站：自有域名或上级网站的频道（国办发〔2017〕47号）',
  'site.mode': '网站方式：own 自有域名，channel 上级网站的频道',
  'site.hosts': '域名，小写，不带协议和端口',
  'site.formerHosts': '曾用域名：打开后自动转到现用域名的同一页',
  'site.prefix': '频道路径：一段小写字母、数字或连字符',
  siteIdCode: '政府网站标识码，10 位数字；频道沿用上级的，可不写',
  guide: '公开指南的法定内容（条例第十二条）',
  'guide.body': '政府信息公开工作机构名称（条例第十二条）',
  'guide.address': '办公地址（条例第十二条）',
  'guide.hours': '办公时间（条例第十二条）',
  'guide.telephone': '联系电话（条例第十二条）',
  'guide.fax': '传真号码（条例第十二条）',
  'guide.email': '互联网联系方式：电子邮箱（条例第十二条）',
  'guide.postcode': '邮政编码（条例第十二条）',
  'guide.supervision': '监督投诉渠道（条例第四十七条、第五十一条）',
  'guide.supervision.body': '监督投诉受理机构',
  'guide.supervision.telephone': '监督投诉电话',
  'guide.supervision.address': '监督投诉受理地址',
  footer: '页脚法定标注；频道沿用上级的，可不写',
  'footer.organiser': '主办单位',
  'footer.icp': 'ICP备案号',
  'footer.policeFiling': '公安备案号',
  settings: '业务设置',
  'settings.internetReceipt':
    '互联网申请的收到日：officer 双方确认，at-once 提交即收到（条例第三十一条第三项）',
  'settings.indexNumberPattern': '索引号规则：可用 {code} {year} {month}，须有一个 {serial:N}',
  'settings.applicationNumberPattern': '申请编号规则：可用 {year}，须有一个 {serial:N}',
  'settings.normNumberPattern':
    '规范性文件统一编号规则：可用 {area} {year}，须有一个 {serial:N}，N 是最少的位数；不填为 {area}规〔{year}〕{serial:1}号',
  'settings.normArea': '规范性文件编号中的地区代字；不填用机关简称',
  'settings.reportDueOn': '乡镇（街道）年度报告的期限，如 01-26；不填为 01-31',
  'settings.monthClosesOn': '次月几日对上月统计数据结账，1 至 28；不填为 10',
  'settings.selfInspection':
    '自查指标的本地标准：指标编号（如 N1、D2）下可写 threshold 触发数、within 期限长度、points 扣分、validDays 人工核查记录的有效天数；不填为国家标准',
  'settings.bulletinDays':
    '简报在期末次月几日生成，1 至 28，不早于结账日：monthly-summary 月小结、quarterly-circular 季通报、half-year-assessment 半年考核表、self-inspection 自查报告；不填为结账后 2、5、10、2 日',
  'settings.assessment':
    '半年考核方案：caps 各项满分（publication、missing-item、stale-catalogue、annual-report 合计为总分，criticism、praise 为最多扣减和加分）、monthlyQuota 每月最少公开条数、points 扣分（belowQuota、blankMonth、missingItem、staleCatalogue、noAnnualReport）、bands 等次、objectionDays 异议期日数；不填为 60、20、10、10、10、10，1 条，5、10、2、1、2 分，90、70、60 分，5 日',
  'settings.normFilingDays': '规范性文件公布后报备的日数，15 或 30；不填为 15',
  'settings.normReviewDays': '备案审查的工作日数，1 至 120；不填为 20',
  'settings.localHolidays':
    '本地放假日（民族自治地方习惯节日等）：各写名称、第一天和最后一天；期限都不计这些日子',
  'settings.localHolidays.name': '本地放假日的名称',
  'settings.localHolidays.from': '本地放假的第一天，写成 YYYY-MM-DD',
  'settings.localHolidays.to': '本地放假的最后一天，写成 YYYY-MM-DD',
  'settings.instrumentNumberPattern':
    '文书编号规则，可用 {short} 机关简称、{mark} 文书种类、{year} 年份、{serial} 序号；不填为“{short}信公（{mark}）〔{year}〕{serial}号”',
  'settings.instrumentTexts':
    '本机关的文书用语：文书种类、条款、文字；只换说法，不能少了条款、填充内容和依据',
  'settings.verticalSystem':
    '垂直领导的系统：tax 税务、customs 海关、finance 金融、state-security 国家安全；复议机关为上一级主管部门（行政复议法第27条）',
  'settings.reviewOrgan':
    '行政复议机关的名称，文书照此告知；不填的，为上级机关清单里的本级或者上一级人民政府（行政复议法第24条、第27条）',
  'settings.transfers':
    '向其他机关移送申请：consent 申请人同意的，one-government 还可以在同一级政府的机关之间；不填为不移送，只告知申请人（条例第36条第五项）',
  'settings.retention':
    '依申请公开案卷的保管期限：按起始日由早到晚写；没有写到的分组用通用表（经复议、诉讼的 30 年，其余 10 年），以本机关经批准的保管期限表为准',
  'settings.retention.from': '这一行从哪一天起办结的案卷开始适用，写成 YYYY-MM-DD',
  'settings.retention.terms':
    '各分组的保管期限：permanent 永久、30 年、10 年；分组为 granted、partialGrant、denied、unable、notProcessed、other（年报表三各部分）、none（没有办理结果）、disputed（经复议或者诉讼）',
  'settings.notices':
    '办理进展通知：申请人同意并留有电话或邮箱的，告知有新进展；不写就不发任何通知',
  'settings.notices.webhook':
    '接收通知的网址（例如单位的短信平台），用密钥签名后以 POST 送达；内网地址须由运维人员另行允许',
  'settings.notices.email': '邮件通知的发件地址；部署须有邮件发送绑定 EMAIL',
  'settings.consultationDays': '征求其他机关意见的工作日数，1 至 60；不填为 15',
  'settings.complaintDays': '答复对申请办理情况的投诉的工作日数，1 至 60；条例没有规定，不填为 15',
  'settings.frequentInMonth':
    '同一申请人一个自然月内申请达到多少件时提示（只提示，不限制），2 至 1000；不填为 10',
  'settings.frequentInYear':
    '同一申请人 12 个月内申请达到多少件时提示（只提示，不限制），2 至 1000；不填为 30',
  'settings.sameRequestPercent':
    '不同申请人的申请内容相同到百分之几时建议主动公开（条例第44条），40 至 100；不填为 60',
  'settings.secondFactor':
    '工作人员登录是否必须用动态口令：required 必须；optional 或者不写，由本人决定',
  'settings.powerCheckMonths':
    '职权和办事指南多少个月核对一次，1 至 60；不填为 12（法律法规没有规定周期，待确认）',
  'settings.reviewLevels': '保密审查级数：2（初审、终审）或 3（加复审）；不写为 2',
  'settings.importReview':
    '批量导入：elsewhere 原系统已审，导入即发布；required 导入成为草稿，须再审；不写为 elsewhere',
  columns: '自设栏目',
  'columns.id': '栏目标识：小写字母、数字和连字符',
  'columns.name': '栏目名称',
  'columns.under': '上级栏目的标识',
  'columns.description': '栏目描述：栏目的用途和主要内容，不重复栏目名称',
  'columns.columnType': '栏目类别（《网页设计规范》ColumnType）',
  'columns.cadence':
    '公开时限：regular 常规定期，prompt 临时随时，standing 固定长期；不写为临时随时',
  'columns.cadence.everyDays': '常规定期：每隔多少天更新一次',
  'columns.cadence.by': '常规定期：每年几月几日前更新，写成 MM-DD',
  'columns.cadence.within': '常规定期：周期结束后几个工作日内公开',
  'columns.formerIds': '更名、并入前的栏目标识；原来的地址和信息都归到本栏目',
  mergedColumns: '撤销的自设栏目；原来的地址和信息都归到承接的栏目，可以是主干栏目',
  'mergedColumns.id': '撤销的栏目标识',
  'mergedColumns.into': '承接的栏目标识',
  columnDuties: '栏目的责任单位和公开渠道；没有写的栏目随上级栏目，最上一级为公开工作机构和网站',
  'columnDuties.column': '栏目标识，主干栏目、自设栏目都可以',
  'columnDuties.owner': '责任单位，例如科室或者下属单位的名称',
  'columnDuties.channels': '公开渠道，可以写多种',
  villages: '所辖各村，只写在乡镇：每个村有党务、政务、财务公开栏目',
  'villages.id': '村的标识：小写字母和数字',
  'villages.name': '村名',
  'villages.formerIds': '并入本村的原各村标识；原来的地址和信息都归到本村',
  formerNames: '曾用名称',
  'formerNames.name': '曾用名称',
  'formerNames.until': '曾用名称用到哪一天',
  formerParents: '原来隶属的机关：那几年的统计数字仍归它汇总，从早到晚写',
  'formerParents.parentId': '原上级机关的永久标识',
  'formerParents.until': '隶属到哪一年（含该年全年）',
  closed: '已撤并的机关：门户保留可查，不再办理',
  'closed.on': '撤并之日',
  'closed.successor': '承接机关的永久标识',
} as const satisfies Record<string, string>

/** Name of a field as {@link fieldWords} knows it: dotted, without array positions. */
export type FieldName = keyof typeof fieldWords

/** Gives the Chinese words for a field, or the field's own name where there are none. */
export function wordsOf(field: string): string {
  const name = field.replaceAll(/\[\d+\]/gu, '')
  const found = Object.entries(fieldWords).find(([key]) => key === name)
  return found?.[1] ?? name
}
