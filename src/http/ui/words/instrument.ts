import { partEndings, withheldGrounds } from '../../../domain/application/instrument/withheld.ts'
import { outcomeLabel } from './application.ts'
import type { StepField } from './step-field.ts'

/** Words around the instruments of a case (文书). */
export const instrument = {
  title: '文书',
  none: '还没有文书。收到申请后可以制作登记回执；告知、通知和答复在办理时自动制作。',
  name: '文书名称',
  number: '文号',
  writtenOn: '日期',
  addressee: '发给',
  download: '下载',
  void: '已作废',
  serviceRecord: '送达回证',
  onDemand: '登记回执',
  rare: 'PDF 里个别字显示为〓的（表情符号和没有字形的字），请用 Word 文件打印。',
  preview: '文书预览（文号在签发时编定）',
  previewFiles: '下载预览：',
  mine: '发给您的文书',
  mineWhy: '文书可以下载保存。答复书在送达之后显示。',
  receipt: '政府信息公开申请登记回执',
} as const

/** To whom an instrument goes. */
export const addresseeLabels: Readonly<Record<string, string>> = {
  applicant: '申请人',
  'third-party': '第三方',
  agency: '其他行政机关',
}

const variantOptions = [
  { value: 'disclosed', label: '予以公开：提供信息' },
  { value: 'already-public', label: '予以公开：已经主动公开，告知获取途径' },
  { value: 'not-existing', label: '本机关不掌握：信息不存在' },
  { value: 'not-this-agency', label: '本机关不掌握：不属于本机关负责公开' },
  { value: 'own-record', label: '其他：更正与自身相关的记录（条例第41条）' },
]

const groundOptions = withheldGrounds.map((value) => ({ value, label: outcomeLabel(value) }))

const furtherParts = '其他不予公开的部分（理由不同的分别写明）'

/** Further parts that are withheld on grounds of their own (条例第37条). */
const furtherQuestions = partEndings.slice(1).flatMap((ending): StepField[] => [
  {
    name: `withheld${ending}`,
    label: `第 ${ending} 部分：不予公开的内容`,
    kind: 'area',
    fold: furtherParts,
  },
  {
    name: `withheldGround${ending}`,
    label: `第 ${ending} 部分：理由`,
    kind: 'choice',
    options: groundOptions,
    fold: furtherParts,
  },
  {
    name: `article${ending}`,
    label: `第 ${ending} 部分：具体依据或者类别`,
    kind: 'line',
    fold: furtherParts,
  },
])

/** What a reply states beside its text (答复所附事实); each hint says for which results it is needed. */
export const factQuestions: readonly StepField[] = [
  {
    name: 'variant',
    label: '答复的细分',
    hint: '结果为“予以公开”“本机关不掌握相关政府信息”“其他处理”的可以选；不选的，按提供信息、信息不存在、其他处理办理。',
    kind: 'choice',
    options: variantOptions,
  },
  {
    name: 'article',
    label: '具体依据或者类别',
    hint: '“其他法律行政法规禁止公开”填法律、行政法规的名称和条款；“保护第三方合法权益”填商业秘密或者个人隐私；内部事务、过程性信息填属于哪一类。这几种结果必填。',
    kind: 'line',
  },
  {
    name: 'withheld',
    label: '不予公开的内容',
    hint: '“部分公开”必填：分别写明不公开的部分。',
    kind: 'area',
  },
  {
    name: 'withheldGround',
    label: '不予公开部分的理由',
    hint: '“部分公开”必选。',
    kind: 'choice',
    options: groundOptions,
  },
  ...furtherQuestions,
  {
    name: 'where',
    label: '获取方式和途径',
    hint: '已经主动公开、要求提供公开出版物的必填，例如网址、公报期号；信访、投诉、举报的可以填应当去的渠道。',
    kind: 'line',
  },
  {
    name: 'searchedIn',
    label: '检索范围和方法',
    hint: '信息不存在的必填：在哪些系统、档案中用什么方法检索。',
    kind: 'area',
  },
  {
    name: 'searchedBy',
    label: '检索部门和人员',
    hint: '信息不存在的必填。',
    kind: 'line',
  },
  { name: 'searchedOn', label: '检索日期', hint: '信息不存在的必填。', kind: 'date' },
  {
    name: 'rightAgency',
    label: '负责公开的机关',
    hint: '不属于本机关负责公开的必填：名称和联系方式；不能确定的，写明不能确定。',
    kind: 'line',
  },
  {
    name: 'governingLaw',
    label: '有特别规定的法律、行政法规',
    hint: '“属于行政查询事项”必填：名称和条款。',
    kind: 'line',
  },
  {
    name: 'earlier',
    label: '此前的答复',
    hint: '“重复申请”必填：此前答复的文号或者日期。',
    kind: 'line',
  },
]
