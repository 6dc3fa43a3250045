import { ruleSystems } from '../../../domain/catalog/rule-systems.data.ts'

/** Words of the register of rules (公开制度登记). */
export const rules = {
  title: '制度登记',
  lead: '本机关的公开制度在这里登记文号、版本和施行、失效日期，门户“公开制度”栏目随之更新。修订的，登记新版本，并给旧版本填上失效日期。',
  name: '制度名称',
  system: '制度类别',
  other: '其他制度',
  number: '文号',
  numberHint: '没有文号的不填。',
  edition: '版本',
  editionHint: '例如：2026 年版。',
  issuedOn: '印发日期',
  fromOn: '施行日期',
  toOn: '失效日期',
  toOnHint: '废止、被新版本取代的，填写最后一天；仍在施行的不填。',
  item: '制度全文',
  itemHint: '全文已经在本站公开的，填写那条信息的网址或者索引号。',
  state: '状态',
  states: { pending: '尚未施行', 'in-force': '施行中', ended: '已失效' },
  gaps: '还有 {n} 类制度没有施行中的文件',
  complete: '各类制度都有施行中的文件',
  none: '还没有登记制度',
  noneWhy: '从上面缺少的类别开始登记。',
  add: '登记制度',
  change: '修改',
  save: '保存',
  saved: '已保存，门户已经更新。',
  back: '返回制度登记',
  publicPage: '查看门户栏目',
} as const

/** Name of a system of rules (制度类别). */
export function systemName(key: string): string {
  return ruleSystems.find((one) => one.key === key)?.name ?? rules.other
}
