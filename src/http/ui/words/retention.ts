import type {
  DestructionAction,
  DestructionState,
} from '../../../domain/application/destruction.ts'

/** Words of retention and destruction (档案保管与销毁). */
export const retentionWords = {
  title: '保管与销毁',
  link: '案卷保管与销毁',
  lead: '案卷从办结或者归档之日起计算保管期限。期满的案卷由一人提出、负责人另行批准后销毁；申请编号、日期、办理结果和统计数字保留。',
  due: '保管期满的案卷',
  none: '没有保管期满的案卷',
  noneWhy: '未办结的、复议、诉讼或者投诉未结的、保管期限为永久的案卷不会列出。',
  more: '还有更多到期案卷，处理完这一批后继续列出。',
  number: '申请编号',
  group: '分组',
  term: '保管期限',
  years: (years: number): string => `${years} 年`,
  endedOn: '办结日期',
  keptUntil: '保管至',
  choose: '列入清册的案卷',
  chooseHint: '逐件核对后勾选。',
  propose: '提出销毁',
  lists: '销毁清册',
  noLists: '还没有销毁清册',
  list: '清册',
  state: '进展',
  proposed: '提出',
  decided: '审批',
  finished: '销毁完毕',
  count: '件数',
  digest: '清册的 SHA-256 值',
  handled: '处理',
  handledAs: { listed: '待销毁', destroyed: '已销毁', kept: '保留' },
  certificate: '销毁证明',
  csv: '清册（CSV）',
  samePerson: '提出的人不能批准同一份清册。',
  done: '已登记。',
  destroyed: '案卷已销毁',
  destroyedWhy:
    '这件申请的案卷保管期限已满，已依照档案管理规定销毁，申请内容、答复文书和附件不再保存。下面是保留的办理记录。',
} as const

/** Names of the states of a list. */
export const destructionStateNames: Readonly<Record<DestructionState, string>> = {
  proposed: '待审批',
  approved: '已批准，正在销毁',
  returned: '已退回',
  done: '已销毁',
}

/** Names of what a head decides. */
export const destructionActionNames: Readonly<Record<DestructionAction, string>> = {
  approve: '批准销毁',
  return: '退回',
}
