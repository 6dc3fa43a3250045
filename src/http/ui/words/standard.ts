import type { MatterWarning } from '../../../domain/catalog/coverage.ts'

/** Words of the standard catalogue (基层政务公开标准目录). */
export const standard = {
  title: '基层政务公开标准目录',
  short: '标准目录',
  description: '基层政务公开试点领域的公开事项、内容要素、时限和已公开的信息',
  lead: '依照国办发〔2019〕54号，按领域列出公开事项和应当公开的内容，并列出本机关归入各事项的信息。',
  empty: '标准目录适用于县、乡两级政府和有关部门，本机关没有适用的事项',
  emptyWhy: '可以到县（区）、乡镇的专栏查看。',
  index: '领域',
  unkept: (names: readonly string[]): string =>
    `26 个试点领域中，这 ${names.length} 个领域的事项还没有录入，覆盖情况不明：${names.join('、')}。`,
  covered: '{n} 项中已公开 {k} 项',
  first: '一级事项',
  second: '二级事项',
  elements: '公开内容（要素）',
  limit: '公开时限',
  more: '依据、主体和渠道',
  basis: '公开依据',
  subject: '公开主体',
  channels: '公开渠道',
  audience: '公开对象',
  items: '已公开的信息',
  none: '暂无信息',
  count: '共 {n} 件',
  onItem: '标准目录事项',

  deskTitle: '标准目录覆盖',
  deskLead:
    '每个领域有多少事项已经有信息，还缺哪些。提醒按“每个事项不少于 4 条、最新的不早于 90 天、间隔不超过 90 天”检查。',
  field: '领域',
  ratio: '已公开／适用',
  gaps: '空白事项',
  newest: '最近公开',
  never: '无',
  warning: '提醒',
  warningsTitle: '逐项情况',
  matter: '事项',
  file: '归入事项',
  fileTitle: '把信息归入标准目录事项',
  fileLead: '填写信息的索引号，再选择它属于哪些事项；一条信息可以归入几个事项。',
  number: '索引号',
  open: '查找',
  notFound: '没有找到这个索引号的信息',
  matters: '事项',
  save: '保存',
  saved: '已保存归类。',
} as const

/** Words of the warnings of a matter. */
export const matterWarnings: Readonly<Record<MatterWarning, string>> = {
  'too-few': '不足 4 条',
  'too-old': '最新的已超过 90 天',
  gap: '有间隔超过 90 天',
}
