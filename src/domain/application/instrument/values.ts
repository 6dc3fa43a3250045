import type { Agency } from '../../agency/agency.ts'
import type { OutcomeKey } from '../../shared/report-keys.data.ts'
import { formatChineseDate } from '../../time/local-date.ts'
import { remedyOf, remedyTexts } from '../remedy.ts'
import { answerOf, type Facts } from './facts.ts'
import { filled, type Values } from './compose.ts'
import type { RulePack } from './rule-pack.ts'
import { groundRow, type WithheldPart, withheldParts } from './withheld.ts'

/** How an agency is reached, for every instrument (联系方式). */
export function agencyValues({ guide }: Pick<Agency, 'guide'>): Values {
  return {
    contactBody: guide.body,
    contactPhone: guide.telephone,
    contactAddress: guide.address,
    contactPostcode: guide.postcode,
  }
}

/** What fills a reply (答复书内容): its finding and articles by outcome and law, its facts, its text. */
export function replyValues(
  outcome: OutcomeKey,
  facts: Facts,
  answer: string,
  { pack, you }: { pack: RulePack; you: string },
): Values {
  const row = answerOf(outcome, facts.variant)
  if (row === null) throw new Error(`no answer for ${outcome}`)
  const { searchedOn } = facts
  const inner: Values = { ...facts, you }
  const [first, ...further] = withheldParts(facts).map((part) => partValues(part, pack))
  return {
    ...inner,
    ...(searchedOn === undefined ? {} : { searchedOn: formatChineseDate(searchedOn) }),
    ...first,
    ...(further.length === 0
      ? {}
      : { withheldMore: further.map((part) => filled(furtherPart, part)).join('\n') }),
    finding: filled(row.finding, inner),
    law: filled(row.law[pack], inner),
    answer,
  }
}

/** The withheld parts of an answer with ground and law, one text each (不予公开的各部分). */
export function withheldTexts(facts: Facts, pack: RulePack): string[] {
  return withheldParts(facts).map((part) => filled(furtherPart, partValues(part, pack)))
}

/** A further part that is withheld, as the letter says it (不予公开的其他部分). */
const furtherPart =
  '下列内容不予公开：{withheld}\n不予公开的理由：{withheldFinding}。依据：{withheldLaw}。'

function partValues({ what, ground, article }: WithheldPart, pack: RulePack): Values {
  const row = groundRow(ground)
  if (row === null) throw new Error(`no answer for ${ground}`)
  const finding = filled(row.finding, { article, you: '' })
  return {
    withheld: what,
    withheldFinding: finding.replace('申请公开的信息', '该部分内容'),
    withheldLaw: row.law[pack],
  }
}

const channels: Readonly<Record<string, string>> = {
  'in-person': '当面提交',
  oral: '口头',
  'registered-mail': '挂号信或者邮政特快专递',
  'ordinary-mail': '平常信函',
  internet: '互联网',
  email: '电子邮件',
  fax: '传真',
}
const forms: Readonly<Record<string, string>> = {
  electronic: '电子文件',
  paper: '纸质文件',
  disc: '光盘',
  'on-site': '当面查阅、抄录',
}
const routes: Readonly<Record<string, string>> = {
  online: '网上获取',
  email: '电子邮件',
  post: '邮寄',
  pickup: '自行领取',
}

/** By which way an application came and its answer is wanted (申请渠道、提供形式和途径). */
export function deliveryValues(channel: string, form: string | null, route: string | null): Values {
  return {
    channel: channels[channel],
    form: form === null ? undefined : forms[form],
    route: route === null ? undefined : routes[route],
  }
}

/** How a letter calls the applicant (称谓). */
export function youOf(applicantClass: string): string {
  return applicantClass === 'naturalPerson' ? '您' : '贵单位'
}

/** What stands for an applicant without a name, and for a request without a subject (旧登记簿转入的). */
export const unnamed = { applicant: '申请人', subject: '见申请表' } as const

/** The remedies of a decision (救济告知); those who are overridden may choose their way. */
export function remedyValue(
  agency: Agency,
  { outcome, on }: { outcome?: OutcomeKey | undefined; on: string },
): string {
  const remedy = outcome === undefined ? 'review-or-court' : remedyOf(outcome, on)
  return remedyTexts(remedy, agency, on).join('\n')
}
