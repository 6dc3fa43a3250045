/* oxlint-disable max-lines -- a table of data, not code */
import type { AgencyKind, Cadence, Level } from '../agency/agency.ts'
import type { ColumnType } from './column-types.data.ts'

/** A trunk column (栏目) that national rules give to every agency of some levels and kinds. */
export type TrunkColumn = {
  id: string
  name: string
  /** id of the column above; null for one of the four fixed blocks */
  under: string | null
  columnType: ColumnType
  /** article that requires the column */
  article: string
  levels: readonly Level[]
  kinds: readonly AgencyKind[]
  description: string
  /** how often it is renewed */
  cadence: Cadence
  /** where kinds of agency have another limit than `cadence` says */
  cadences?: Partial<Record<AgencyKind, Cadence>>
  /** kinds of agency where it must not be empty (法定栏目不得为空) */
  mandatory: readonly AgencyKind[]
}

/** One version of the national trunk (目录主干版本) and the day from which it is in force. */
export type Trunk = {
  id: string
  name: string
  inForceFrom: string
  columns: readonly TrunkColumn[]
}

const everyLevel: readonly Level[] = ['prefecture', 'county', 'township']
const upper: readonly Level[] = ['prefecture', 'county']
const township: readonly Level[] = ['township']
const allKinds: readonly AgencyKind[] = ['government', 'bureau', 'public-utility']
const organs: readonly AgencyKind[] = ['government', 'bureau']
const governments: readonly AgencyKind[] = ['government']
const none: readonly AgencyKind[] = []
const prompt: Cadence = { kind: 'prompt' }
const standing: Cadence = { kind: 'standing' }
const everyQuarter: Cadence = { kind: 'regular', period: 'quarter', within: 20 }
const everyHalfYear: Cadence = { kind: 'regular', period: 'half-year', within: 20 }
const everyYear: Cadence = { kind: 'regular', period: 'year', within: 20 }

/**
 * The trunk of the catalogue (公开目录主干): the four fixed blocks, and under 法定主动公开内容
 * the fifteen items of 条例第20条 and the local items of 条例第21条, in the order of the law.
 * Public utilities (公共企事业单位) carry only what 条例第55条 leaves to them.
 */
const columnsOf2019: readonly TrunkColumn[] = [
  {
    id: 'disclosure-guide',
    name: '政府信息公开指南',
    under: null,
    columnType: '信息公开指南',
    article: '条例第十二条',
    levels: everyLevel,
    kinds: allKinds,
    description:
      '政府信息的分类、编排体系和获取方式，工作机构的名称、地址、时间、电话、传真和互联网联系方式',
    cadence: standing,
    mandatory: allKinds,
  },
  {
    id: 'disclosure-rules',
    name: '政府信息公开制度',
    under: null,
    columnType: '政策文件',
    article: '条例第四条',
    levels: everyLevel,
    kinds: organs,
    description: '政府信息公开条例、配套规定，本机关的公开、审查、发布、考核等制度',
    cadence: standing,
    mandatory: organs,
  },
  {
    id: 'statutory-content',
    name: '法定主动公开内容',
    under: null,
    columnType: '信息公开目录',
    article: '条例第十九条',
    levels: everyLevel,
    kinds: allKinds,
    description: '依照法律、法规和国家有关规定应当主动公开的本机关政府信息',
    cadence: prompt,
    mandatory: allKinds,
  },
  {
    id: 'annual-reports',
    name: '政府信息公开年报',
    under: null,
    columnType: '信息公开年报',
    article: '条例第四十九条',
    levels: everyLevel,
    kinds: organs,
    description: '本机关历年政府信息公开工作年度报告',
    cadence: { kind: 'regular', by: '03-31' },
    cadences: { bureau: { kind: 'regular', by: '01-31' } },
    mandatory: organs,
  },
  {
    id: 'normative-documents',
    name: '行政法规、规章和规范性文件',
    under: 'statutory-content',
    columnType: '政策文件',
    article: '条例第二十条第（一）项',
    levels: everyLevel,
    kinds: organs,
    description: '本机关制定或者负责执行的行政法规、规章和行政规范性文件',
    cadence: prompt,
    mandatory: governments,
  },
  {
    id: 'institution',
    name: '机构职能',
    under: 'statutory-content',
    columnType: '机构职能',
    article: '条例第二十条第（二）项',
    levels: everyLevel,
    kinds: allKinds,
    description: '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名',
    cadence: standing,
    mandatory: allKinds,
  },
  {
    id: 'plans',
    name: '规划计划',
    under: 'statutory-content',
    columnType: '政策文件',
    article: '条例第二十条第（三）项',
    levels: everyLevel,
    kinds: organs,
    description: '国民经济和社会发展规划、专项规划、区域规划及相关政策',
    cadence: everyYear,
    mandatory: governments,
  },
  {
    id: 'statistics',
    name: '统计信息',
    under: 'statutory-content',
    columnType: '数据发布',
    article: '条例第二十条第（四）项',
    levels: everyLevel,
    kinds: organs,
    description: '国民经济和社会发展统计信息',
    cadence: everyHalfYear,
    mandatory: none,
  },
  {
    id: 'licences-services',
    name: '行政许可和对外管理服务',
    under: 'statutory-content',
    columnType: '办事服务',
    article: '条例第二十条第（五）项',
    levels: everyLevel,
    kinds: allKinds,
    description: '办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果',
    cadence: standing,
    mandatory: none,
  },
  {
    id: 'penalties-coercion',
    name: '行政处罚和行政强制',
    under: 'statutory-content',
    columnType: '信息公开目录',
    article: '条例第二十条第（六）项',
    levels: everyLevel,
    kinds: organs,
    description: '实施行政处罚、行政强制的依据、条件、程序以及有一定社会影响的行政处罚决定',
    cadence: prompt,
    mandatory: none,
  },
  {
    id: 'budget-accounts',
    name: '财政预算决算',
    under: 'statutory-content',
    columnType: '信息公开目录',
    article: '条例第二十条第（七）项',
    levels: everyLevel,
    kinds: allKinds,
    description: '财政预算、决算信息',
    cadence: everyHalfYear,
    mandatory: organs,
  },
  {
    id: 'administrative-fees',
    name: '行政事业性收费',
    under: 'statutory-content',
    columnType: '信息公开目录',
    article: '条例第二十条第（八）项',
    levels: everyLevel,
    kinds: allKinds,
    description: '行政事业性收费项目及其依据、标准',
    cadence: standing,
    mandatory: none,
  },
  {
    id: 'central-procurement',
    name: '政府集中采购',
    under: 'statutory-content',
    columnType: '信息公开目录',
    article: '条例第二十条第（九）项',
    levels: everyLevel,
    kinds: allKinds,
    description: '政府集中采购项目的目录、标准及实施情况',
    cadence: prompt,
    mandatory: none,
  },
  {
    id: 'major-projects',
    name: '重大建设项目',
    under: 'statutory-content',
    columnType: '信息公开目录',
    article: '条例第二十条第（十）项',
    levels: everyLevel,
    kinds: organs,
    description: '重大建设项目的批准和实施情况',
    cadence: prompt,
    mandatory: none,
  },
  {
    id: 'livelihood-policies',
    name: '民生政策及实施',
    under: 'statutory-content',
    columnType: '政策文件',
    article: '条例第二十条第（十一）项',
    levels: everyLevel,
    kinds: organs,
    description: '扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况',
    cadence: prompt,
    mandatory: none,
  },
  {
    id: 'emergencies',
    name: '突发公共事件应对',
    under: 'statutory-content',
    columnType: '信息公开目录',
    article: '条例第二十条第（十二）项',
    levels: everyLevel,
    kinds: allKinds,
    description: '突发公共事件的应急预案、预警信息及应对情况',
    cadence: prompt,
    mandatory: governments,
  },
  {
    id: 'supervision-inspection',
    name: '监督检查',
    under: 'statutory-content',
    columnType: '信息公开目录',
    article: '条例第二十条第（十三）项',
    levels: everyLevel,
    kinds: organs,
    description: '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况',
    cadence: prompt,
    mandatory: none,
  },
  {
    id: 'civil-servant-recruitment',
    name: '公务员招考',
    under: 'statutory-content',
    columnType: '信息公开目录',
    article: '条例第二十条第（十四）项',
    levels: everyLevel,
    kinds: organs,
    description: '公务员招考的职位、名额、报考条件等事项以及录用结果',
    cadence: prompt,
    mandatory: none,
  },
  {
    id: 'other-statutory',
    name: '其他法定公开信息',
    under: 'statutory-content',
    columnType: '信息公开目录',
    article: '条例第二十条第（十五）项',
    levels: everyLevel,
    kinds: allKinds,
    description: '法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息',
    cadence: prompt,
    mandatory: none,
  },
  {
    id: 'municipal-works',
    name: '市政建设',
    under: 'statutory-content',
    columnType: '信息公开目录',
    article: '条例第二十一条',
    levels: upper,
    kinds: organs,
    description: '城市道路、桥梁、排水、照明、园林绿化等市政设施的建设和管理',
    cadence: prompt,
    mandatory: none,
  },
  {
    id: 'public-services',
    name: '公共服务',
    under: 'statutory-content',
    columnType: '办事服务',
    article: '条例第二十一条',
    levels: upper,
    kinds: organs,
    description: '供水、供气、供热、公共交通、文化体育等公共服务事项',
    cadence: prompt,
    mandatory: none,
  },
  {
    id: 'public-welfare',
    name: '公益事业',
    under: 'statutory-content',
    columnType: '信息公开目录',
    article: '条例第二十一条',
    levels: upper,
    kinds: organs,
    description: '社会公益事业的建设、资金和捐赠情况',
    cadence: prompt,
    mandatory: none,
  },
  {
    id: 'public-order',
    name: '治安管理',
    under: 'statutory-content',
    columnType: '信息公开目录',
    article: '条例第二十一条',
    levels: upper,
    kinds: organs,
    description: '治安状况、治安防范提示和治安管理措施',
    cadence: prompt,
    mandatory: none,
  },
  {
    id: 'rural-policy',
    name: '农业农村政策落实',
    under: 'statutory-content',
    columnType: '政策文件',
    article: '条例第二十一条',
    levels: township,
    kinds: governments,
    description: '贯彻落实农业农村政策的措施、补贴和结果',
    cadence: prompt,
    mandatory: none,
  },
  {
    id: 'irrigation-works',
    name: '农田水利工程',
    under: 'statutory-content',
    columnType: '信息公开目录',
    article: '条例第二十一条',
    levels: township,
    kinds: governments,
    description: '农田水利工程的建设和运营情况',
    cadence: prompt,
    mandatory: none,
  },
  {
    id: 'contracted-land-transfer',
    name: '土地承包经营权流转',
    under: 'statutory-content',
    columnType: '信息公开目录',
    article: '条例第二十一条',
    levels: township,
    kinds: governments,
    description: '农村土地承包经营权的流转情况',
    cadence: prompt,
    mandatory: none,
  },
  {
    id: 'homestead-review',
    name: '宅基地使用审核',
    under: 'statutory-content',
    columnType: '信息公开目录',
    article: '条例第二十一条',
    levels: township,
    kinds: governments,
    description: '宅基地使用情况的审核',
    cadence: prompt,
    mandatory: none,
  },
  {
    id: 'fund-labour-raising',
    name: '筹资筹劳',
    under: 'statutory-content',
    columnType: '信息公开目录',
    article: '条例第二十一条',
    levels: township,
    kinds: governments,
    description: '村级公益事业筹资筹劳的项目、标准和使用情况',
    cadence: prompt,
    mandatory: none,
  },
  {
    id: 'land-expropriation',
    name: '土地征收',
    under: 'statutory-content',
    columnType: '信息公开目录',
    article: '条例第二十一条',
    levels: everyLevel,
    kinds: organs,
    description: '土地征收的公告、补偿标准、安置方案和实施结果',
    cadence: prompt,
    mandatory: none,
  },
  {
    id: 'house-expropriation',
    name: '房屋征收',
    under: 'statutory-content',
    columnType: '信息公开目录',
    article: '条例第二十一条',
    levels: everyLevel,
    kinds: organs,
    description: '房屋征收的决定、补偿方案、评估和分户补偿情况',
    cadence: prompt,
    mandatory: none,
  },
  {
    id: 'social-relief',
    name: '社会救助',
    under: 'statutory-content',
    columnType: '信息公开目录',
    article: '条例第二十一条',
    levels: everyLevel,
    kinds: organs,
    description: '低保、特困供养、临时救助等的政策、对象和资金发放情况',
    cadence: everyQuarter,
    mandatory: none,
  },
]

/** Every version of the trunk, oldest first; a new edict adds one and changes none. */
export const trunks: readonly Trunk[] = [
  {
    id: 'cn-2019',
    name: '《政府信息公开条例》（2019 年修订）法定主动公开内容',
    inForceFrom: '2019-05-15',
    columns: columnsOf2019,
  },
]
