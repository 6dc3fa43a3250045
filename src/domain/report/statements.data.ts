/** A way in which text states a figure of the tables, and where else its words would mean something else. */
export type Statement = {
  claim: string
  pattern: RegExp
  /** what the sentence must say, and must not, for the words to mean that figure */
  within?: RegExp
  unless?: RegExp
}

/** Words between, none of which narrows what is counted: by way, by class, by what else is counted. */
const between =
  '(?:(?!复议|诉讼|投诉|举报|咨询|网[上络站]|平台|线上|在线|信函|邮|微信|窗口|当面|现场|传真|栏目|目录|自然人|法人|企业|结转)\\D)'
const requests = /公开申请|依申请公开|申请公开/
const disputes = /信息公开|依申请/
const cases = '[件起宗]'
const all = '(?:案件|申请)?(?:共计?|合计|总计)?'

/** Sentences that state a figure of the tables (正文取数), and the words by which the checker knows it. */
export const statements: readonly Statement[] = [
  {
    claim: '受理政府信息公开申请',
    pattern: new RegExp(
      `(?:受理|收到|接收|接到|新收|新增)${between}{0,12}?(?:信息公开申请|依申请公开)${between}{0,8}?(\\d+)件`,
      'g',
    ),
  },
  {
    claim: '办结',
    pattern: /(?<![待未])办结(?:政府)?(?:信息公开)?(?:申请)?(\d+)件/g,
    within: requests,
    unless: /延期|延长|逾期|工单|热线/,
  },
  {
    claim: '上年结转',
    pattern: /(?<![和及与、含加])上一?年度?结转(?:(?!共|合计|总)\D){0,12}?(\d+)件/g,
  },
  { claim: '结转下年度', pattern: /结转[至到]?(?:下|次)一?年度?\D{0,8}?(\d+)件/g },
  { claim: '予以公开', pattern: /(?<![不分])予以公开(\d+)件/g },
  { claim: '部分公开', pattern: /(?<![及和、与]\D{0,4})部分公开(\d+)件|(?<=件、)部分公开(\d+)件/g },
  { claim: '不予公开', pattern: /不予公开(\d+)件/g },
  { claim: '无法提供', pattern: /无法提供(\d+)件/g },
  { claim: '不予处理', pattern: /不予处理(\d+)件/g },
  { claim: '其他处理', pattern: /其他处理(\d+)件/g, within: requests },
  {
    claim: '行政复议',
    pattern: new RegExp(`行政复议${all}(\\d+)${cases}`, 'g'),
    within: disputes,
    unless: /复议机关/,
  },
  {
    claim: '行政诉讼',
    pattern: new RegExp(
      `(?<!直接\\D{0,8}|复议后\\D{0,8}|行政复议[、和及与])行政诉讼${all}(\\d+)${cases}`,
      'g',
    ),
    within: disputes,
    unless: /复议机关/,
  },
  {
    claim: '行政复议、行政诉讼',
    pattern: new RegExp(`行政复议[、和及与]+(?:行政)?诉讼${all}(\\d+)${cases}`, 'g'),
    within: disputes,
    unless: /复议机关/,
  },
  {
    claim: '直接起诉',
    pattern: new RegExp(`直接(?:提起行政诉讼|起诉)${all}(\\d+)${cases}`, 'g'),
    within: disputes,
  },
  {
    claim: '复议后起诉',
    pattern: new RegExp(`复议后(?:被?提起行政诉讼|起诉)${all}(\\d+)${cases}`, 'g'),
    within: disputes,
  },
  {
    claim: '制发行政规范性文件',
    pattern: /(?:制发|制定|出台|印发)(?:行政)?规范性文件共?(\d+)[件份个]/g,
  },
  { claim: '废止行政规范性文件', pattern: /废止(?:行政)?规范性文件共?(\d+)[件份个]/g },
  {
    claim: '现行有效行政规范性文件',
    pattern: /现行有效的?(?:行政)?规范性文件共?(\d+)[件份个]/g,
  },
  { claim: '行政许可', pattern: /作出行政许可(?:处理)?(?:决定)?(\d+)件/g },
  { claim: '行政处罚', pattern: /(?:作出|、)行政处罚(?:处理)?决定(\d+)件/g },
  { claim: '行政强制', pattern: /(?:作出|、)行政强制(?:措施|处理)?决定(\d+)件/g },
]

const nobody =
  '(?:任何|公民|法人|其他组织|社会|群众|个人|单位|有关|相关|或者?|和|及|、|的|关于|政府)*'
const ended = '(?:申请|事项)?(?:件|的?情况|的?情形)?(?=$|[,;:])'

/** Sentences that say there was none. */
export const denials: readonly Statement[] = [
  {
    claim: '受理政府信息公开申请',
    pattern: new RegExp(
      `(?:未|没有|无)(?:收到|接到|受理|新收)过?${nobody}(?:信息公开申请|依申请公开)${ended}`,
    ),
  },
  {
    claim: '行政复议、行政诉讼',
    pattern: new RegExp(
      `(?:未|没有|无)(?:发生|产生|引发|出现)?\\D{0,16}?行政复议[、和及与或]+(?:行政)?诉讼(?:案件)?${ended}`,
    ),
    within: disputes,
  },
  {
    claim: '行政复议',
    pattern: new RegExp(
      `(?:未|没有|无)(?:发生|产生|引发|出现)?(?:(?!诉讼)\\D){0,16}?行政复议(?:案件)?${ended}`,
    ),
    within: disputes,
  },
]
