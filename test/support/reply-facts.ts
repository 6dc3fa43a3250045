import { answers, type AnswerRow } from '../../src/domain/application/instrument/answers.data.ts'
import { answerOf } from '../../src/domain/application/instrument/facts.ts'
import type { OutcomeKey } from '../../src/domain/shared/report-keys.data.ts'

const stated: Readonly<Record<string, string>> = {
  where: '本机关网站“政策文件”栏目',
  article: '某条例第九条',
  withheld: '合同中的账号和联系电话',
  withheldGround: 'denied.thirdPartyRights',
  governingLaw: '《不动产登记暂行条例》第二十七条',
  searchedIn: '公文系统和档案室，按文号和标题检索',
  searchedBy: '办公室和档案室',
  searchedOn: '2008-06-02',
  rightAgency: '东县自然资源局，电话 0557-0000009',
  earlier: '2025年6月3日的答复',
}

/** The facts that an answer needs, filled in. */
export function factsOf(row: AnswerRow): Record<string, string> {
  const names = row.kind === 'partial' ? [...row.needs, 'article'] : row.needs
  return {
    ...Object.fromEntries(names.map((name) => [name, stated[name] ?? ''])),
    ...(row.variant === null ? {} : { variant: row.variant }),
  }
}

/** The same for the usual answer of an outcome. */
export function factsFor(outcome: OutcomeKey): Record<string, string> {
  const row = answerOf(outcome, undefined) ?? answers[0]
  return row === undefined ? {} : factsOf(row)
}
