/** Words for finding (查找): numbers beside lists, chips, marks, suggestions, subscriptions. */
export const finding = {
  panel: '缩小范围',
  toPanel: '按分类缩小范围',
  facets: {
    category: '栏目',
    year: '发布年份',
    theme: '主题分类',
    genre: '体裁分类',
    validity: '有效性',
    issuer: '发布机构',
  },
  sampled: '匹配的信息较多，件数按最新的 {n} 条计算。',
  moreChoices: '其余 {n} 项',
  unit: '条',
  total: '共 {n} 条',
  totalCapped: '{n} 条以上',
  chips: '已选条件',
  drop: '，去掉这个条件',
  dropAll: '清除全部条件',
  docNumber: '发文字号',
  indexNumber: '索引号',
  kind: '专项类型',
  byKind: '按内容列表查看',
  scope: '范围',
  exact: '精确匹配',
  widened: '已同时查找：',
  typedOnly: '只查“{q}”',
  meant: '您是不是要找',
  inFile: '附件中找到',
  inServices: '在办事指南中查找“{q}”',
  subscribe: '订阅本检索',
  subscribeList: '订阅更新',
  years: '年',
  suggestions: '检索建议',
  kinds: { column: '栏目', theme: '主题', genre: '体裁', official: '正式用语', title: '标题' },
} as const

/** Fills the one blank of a sentence. */
export function filledIn(sentence: string, blank: 'n' | 'q', value: string | number): string {
  return sentence.replace(`{${blank}}`, String(value))
}

/** Words of the page that explains subscriptions (订阅). */
export const feeds = {
  title: '订阅更新',
  description: '用阅读软件订阅本机关公开的信息、某个栏目或者一次检索',
  lead: '订阅以后，有新的信息公开时，您的阅读软件会自动收到，不用反复来查。订阅不需要登记姓名和电话。',
  all: '本机关公开的全部信息',
  rss: 'RSS 地址',
  atom: 'Atom 地址',
  json: 'JSON 地址',
  back: '返回这个列表',
  howTitle: '怎样订阅',
  how: [
    '在手机或者电脑上安装任意一种支持 RSS 的阅读软件。',
    '复制上面任意一个地址，在阅读软件里选择“添加订阅”，粘贴地址。',
    '以后有符合条件的新信息，阅读软件会提醒您。地址长期有效；撤回的信息不再出现。',
  ],
  columnsTitle: '一次订阅全部栏目',
  columns: '把下面的文件导入阅读软件，就能看到每一个栏目的更新。',
  opml: '下载全部栏目的订阅清单（OPML）',
} as const
