import type { Role } from '../../../domain/shared/actor.ts'

/** Words that every page shares (共用文字): navigation, forms, tables, charts. */
export const common = {
  system: '系统自动',
  platform: '政府信息公开',
  skip: '跳到正文',
  breadcrumbsLabel: '当前位置',
  home: '首页',
  tabsLabel: '栏目导航',
  toolsLabel: '辅助功能',
  footerLabel: '网站信息',
  careOn: '关怀版',
  careOff: '返回标准版',
  help: '无障碍说明',
  siteMap: '网站地图',
  parentSite: '上级机关',
  searchLabel: '检索本机关公开的信息',
  searchPlaceholder: '标题、文号、索引号或内容',
  searchButton: '搜索',
  required: '必填',
  selectBlank: '请选择',
  dateHint: '例如 2026-03-02',
  cancel: '取消',
  errorTitle: '有内容需要修改',
  errorPrefix: '错误：',
  nextPage: '下一页',
  firstPage: '回到第一页',
  pagerLabel: '翻页',
  lastPage: '已经是最后一页',
  dataTable: '查看数据表',
  allZero: '{caption}：各项都是 0，不画图。',
  knownZero: '{caption}：已报送的各项都是 0，其余未报送，不画图。',
  noneReported: '{caption}：各项都未报送，不画图。',
  noData: '未报送',
  notApplicable: '不适用',
  category: '类别',
  done: '已完成',
  current: '进行中',
  todo: '未开始',
  print: '打印本页',
  readAloud: '朗读',
  stopReading: '停止朗读',
  charactersLeft: '还可以填写 {n} 个字',
  sending: '正在提交，请稍候……',
} as const

/** A tab's name; `lead` is left out where there is no room for it. */
export type TabWords = { lead: string; short: string }

/** Names of the portal's tabs (四个固定栏目和依申请公开). */
export const tabs = {
  home: { lead: '', short: '首页' },
  guide: { lead: '政府信息公开', short: '指南' },
  rules: { lead: '政府信息公开', short: '制度' },
  catalog: { lead: '', short: '法定主动公开内容' },
  reports: { lead: '政府信息公开', short: '年报' },
  apply: { lead: '', short: '依申请公开' },
  statistics: { lead: '', short: '数据统计' },
} as const satisfies Readonly<Record<string, TabWords>>

/** The whole name of a tab. */
export function tabName(name: keyof typeof tabs): string {
  return tabs[name].lead + tabs[name].short
}

/** Words of the footer (页脚). */
export const footer = {
  organiser: '主办单位',
  siteIdCode: '网站标识码',
  icp: 'ICP备案号',
  police: '公安备案号',
  contact: '联系电话',
  supervision: '监督电话',
  address: '地址',
  findErrors: '我为政府网站找错',
  product: '由阳光公开系统提供',
} as const

/** Words of the staff desk (工作台): its navigation and what stands beside it. */
export const desk = {
  name: '工作台',
  tabs: {
    today: '今日',
    cases: '待办申请',
    enter: '登记',
    items: '信息发布',
    norms: '规范性文件',
    letters: '公函',
    catalog: '目录',
    imports: '导入',
    clarifications: '澄清',
    topics: '点题',
    channels: '载体',
    services: '权责清单',
    disputes: '复议诉讼',
    incidents: '应急',
    office: '统计',
    staff: '人员',
  },
  account: '我的账号',
  logout: '退出',
  portal: '查看门户',
  navLabel: '工作台导航',
} as const

/** Names of staff roles (岗位). */
export const roleNames: Readonly<Record<Role, string>> = {
  'information-officer': '信息员',
  registrar: '受理',
  handler: '承办',
  head: '负责人',
  'legal-reviewer': '合法性审核',
  'first-reviewer': '初审',
  'final-reviewer': '终审',
  statistician: '统计',
  viewer: '查看',
  admin: '系统管理',
}
