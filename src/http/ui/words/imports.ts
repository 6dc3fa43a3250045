import type { CaseProblem } from '../../../usecases/application/import/check.ts'
import type { ItemProblem, ItemRemark } from '../../../usecases/item/import/report.ts'
import type { ImportWarning, Problem } from '../../../domain/shared/sheet/problems.ts'
import { reasonWords } from './findings.ts'
import { itemWords } from './item.ts'

/** The sentence for one reason or remark of an import (导入结果说明). */
export function importReasonWords(
  reason: Problem | ImportWarning | ItemProblem | ItemRemark | CaseProblem,
): string {
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- every other code has its words where it is found
  switch (reason.code) {
    case 'not-published':
      return '不是“主动公开”的信息：已登记，但不对外公开，只在工作台可见'
    case 'index-number-taken':
      return '索引号已属于另一条信息，一个索引号只能用一次'
    case 'published-differently':
      return '这条信息已经公开过，但内容与文件里的不同'
    case 'registered-differently':
      return '这件申请已经登记过，但日期、渠道或结果与文件里的不同'
    case 'column-unknown':
      return `本机关没有这个栏目，已放入“${reason.used}”`
    case 'personal-data':
      return `像是含有${reason.kinds.map((kind) => itemWords.findingKinds[kind]).join('、')}，请确认依法可以公开`
    default:
      return reasonWords(reason)
  }
}
