/** Words of the register of rules (公开制度登记). */
export const rules = {
  title: '制度登记',
  name: '制度名称',
  number: '文号',
  edition: '版本',
  issuedOn: '印发日期',
  fromOn: '施行日期',
  toOn: '失效日期',
  state: '状态',
  states: { pending: '尚未施行', 'in-force': '施行中', ended: '已失效' },
} as const
