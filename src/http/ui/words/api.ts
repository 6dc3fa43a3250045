import { fieldLabels } from './fields.ts'

/** Words of the API reference (接口说明). */
export const apiWords = {
  title: '政府信息公开接口',
  pageTitle: '接口说明',
  lead: '公开信息、依申请公开、统计和法定期限计算都可以由程序调用。任何人都可以读取公开的部分，不用登记。',
  about: [
    '地址是机关的网址加 /api/v1：问哪个机关，由网址决定。内容是 UTF-8 的 JSON。',
    '日期写作 YYYY-MM-DD，是北京时间的那一天；时刻写作 RFC 3339，带 +08:00。编号是不透明的文字。没有报送的数是 null，不是 0。',
    '列表用 limit 定每页条数（默认 20，最多 100），用 cursor 翻页；回答是 {items, next}，next 为 null 时到底，响应头 Link 里也有下一页。',
    '不认识的查询参数、排序或字段会得到 400，不会被忽略。出错时的回答是 application/problem+json，code 是固定的词，可以用来判断。',
    '公开的读取带 ETag，可以用 If-None-Match 再问，没有变化时得到 304；也允许别的网站的页面读取。',
  ],
  machine: '供程序读取的同一份说明（OpenAPI 3.1）',
  rulesHeading: '共同规则',
  callsHeading: '全部接口',
  contents: '目录',
  sharedHeading: '各接口共同的回答',
  problemsHeading: '出错时的代码',
  problem: '出错：application/problem+json',
  bearer: '工作人员：用登录得到的令牌，Authorization: Bearer 令牌',
  receipt: '申请人：用提交申请时得到的查询密码，Authorization: Receipt 查询密码',
  idempotencyKey: '提交编号：同一编号、同一内容重复提交，得到同一个回答；换了内容得到 409',
  access: { public: '任何人', receipt: '申请人，凭查询密码', staff: '工作人员，凭令牌' },
  accessLabel: '谁可以用',
  parameters: '参数',
  body: '提交的内容',
  answers: '回答',
  columns: {
    name: '名称',
    place: '位置',
    type: '类型',
    required: '必填',
    meaning: '含义',
    status: '状态',
    code: '代码',
  },
  needs: { always: '是', sometimes: '视情况', never: '否' },
  places: { path: '地址', query: '查询参数', header: '请求头' },
  types: {
    string: '文字',
    integer: '整数',
    number: '数',
    boolean: '真假',
    object: '对象',
    array: '列表',
    null: '空',
    binary: '文件',
    any: '任意',
  },
  listOf: '{t}列表',
  oneOf: '其中之一：{list}',
  or: '或',
  keys: '各键：{list}',
  groups: {
    agency: '机关',
    agencies: '机关',
    catalog: '目录和公开信息',
    items: '目录和公开信息',
    changes: '目录和公开信息',
    applications: '依申请公开',
    deadlines: '期限和收费',
    fees: '期限和收费',
    'annual-reports': '统计和年报',
    statistics: '统计和年报',
    lifecycles: '办理流程',
    session: '工作人员：登录',
    'desk/applications': '工作人员：申请办理',
    'desk/items': '工作人员：信息发布',
    'desk/imports': '工作人员：导入',
    desk: '工作人员：其他',
  },
  otherGroup: '其他',
} as const

/** What an answer means that many calls give alike, by its status. */
export const sharedAnswers = {
  '304': '没有变化：与 If-None-Match 所给的版本相同',
  '400': '填写有误，或者有不认识的参数，逐项指出',
  '401': '没有登录，或者登录已经失效',
  '403': '岗位不能办理这一步',
  '404': '没有找到，或者不属于这个机关',
  '409': '现在不能办理，别人改过，或者同一提交编号、内容不一致',
  '413': '提交的内容太大',
  '415': '不接受这种格式',
  '429': '太频繁，按 Retry-After 的秒数等候',
  '503': '暂时不能办理，请稍后再试',
} as const

const parameters: Readonly<Record<string, string>> = {
  'Idempotency-Key': apiWords.idempotencyKey,
  id: '编号',
  receipt: '回执编号',
  file: '文件编号',
  action: '办理的步骤',
  under: '只列这个机关及其下级',
  cursor: '从哪里接着取',
  category: '栏目，编号或名称',
  theme: '主题分类',
  genre: '体裁',
  issuer: '发布机构',
  validity: '效力状态',
  docNumber: '文号',
  indexNumber: '索引号',
  kind: '种类',
  dryRun: '只检查，不写入',
  strip: '去掉文件里的作者、单位、拍摄地点等痕迹',
  view: '按情形查看：等我办、逾期、七天内到期等',
  unit: '责任科室',
  reason: '不公开的种类',
  ground: '不予公开的依据',
  state: '办理状态',
  colour: '期限预警颜色',
  order: '排序',
}

/** What a parameter or a field means, by its name or pointer; '' when its name says it all. */
export function parameterWords(name: string): string {
  const last = name.split('.').at(-1) ?? name
  return (
    fieldLabels[`/${name.replaceAll('.', '/')}`] ??
    parameters[last] ??
    fieldLabels[`/${last}`] ??
    ''
  )
}
