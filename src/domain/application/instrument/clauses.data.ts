import type { InstrumentKind } from './kinds.data.ts'
import type { RulePack } from './rule-pack.ts'

/**
 * A clause of an instrument (文书条款): its text with {placeholders}, for both laws or for each. A
 * required one is never left out; another one is when something it names is not known.
 */
export type Clause = {
  key: string
  required: boolean
  text: string | Readonly<Record<RulePack, string>>
}

const must = (key: string, text: Clause['text']): Clause => ({ key, required: true, text })
const may = (key: string, text: Clause['text']): Clause => ({ key, required: false, text })
const by = (law2008: string, law2019: string): Clause['text'] => ({
  'law-2008': law2008,
  'law-2019': law2019,
})

const now = '《中华人民共和国政府信息公开条例》'
const then = '《中华人民共和国政府信息公开条例》（2008年施行）'

const received = must(
  'received',
  '本机关于{receivedOn}收到{you}提出的政府信息公开申请（申请编号：{number}）。',
)
const request = must('request', '{you}申请公开的内容为：{subject}')
const description = may('description', '{you}对所需信息的描述为：{description}')
const contact = may('contact', '联系部门：{contactBody}，电话：{contactPhone}。')
const finding = must('finding', '经审查，{finding}。')
const answer = must('answer', '{answer}')
const remedy = must('remedy', '{remedy}')

/** The clauses of a reply (答复书条款), with what is special to it between finding and answer. */
const replyWith = (...special: Clause[]): readonly Clause[] => [
  received,
  request,
  description,
  finding,
  ...special,
  answer,
  remedy,
  contact,
]

const decision = (result: string): Clause => must('decision', `根据{law}的规定，${result}`)

/** The clauses of every instrument in their order (文书格式), with the articles of both laws. */
export const instrumentClauses: Readonly<Record<InstrumentKind, readonly Clause[]>> = {
  receipt: [
    must(
      'registered',
      '{you}通过{channel}提出的政府信息公开申请，本机关已经登记，申请编号：{number}，回执编号：{receipt}，本机关收到申请之日：{receivedOn}。',
    ),
    request,
    description,
    must(
      'period',
      by(
        `根据${then}第二十四条的规定，本机关将自收到申请之日起15个工作日内答复；依法延长期限、征求意见的，另行计算。`,
        `根据${now}第三十一条、第三十三条的规定，本机关将自收到申请之日起20个工作日内答复；依法延长期限、征求意见的，另行计算。`,
      ),
    ),
    contact,
  ],
  correction: [
    received,
    request,
    must('unclear', '经审查，{you}的申请内容不明确：{unclear}'),
    must(
      'notice',
      by(
        `根据${then}第二十一条第四项的规定，请{you}在{until}前（含当日）对申请作出更改、补充。需要更改、补充的事项：{guidance}`,
        `根据${now}第三十条的规定，请{you}在{until}前（含当日）补正。需要补正的事项：{guidance}`,
      ),
    ),
    must(
      'effect',
      by(
        '更改、补充后，本机关自收到之日起重新计算答复期限。逾期不更改、补充又没有正当理由的，视为放弃申请，本机关不再处理该申请。',
        '答复期限自本机关收到补正的申请之日起计算。无正当理由逾期不补正的，视为放弃申请，本机关不再处理该申请。',
      ),
    ),
    contact,
  ],
  reasons: [
    received,
    request,
    must(
      'asked',
      by(
        '{you}申请的数量、频次明显超过合理范围：{why}\n请{you}在{until}前（含当日）说明理由。',
        `{you}申请的数量、频次明显超过合理范围：{why}\n根据${now}第三十五条的规定，请{you}在{until}前（含当日）说明理由。`,
      ),
    ),
    must(
      'effect',
      by(
        '本机关将根据{you}说明的理由依法办理。',
        '本机关认为申请理由不合理的，告知{you}不予处理；认为理由合理，但是无法在规定的期限内答复的，可以确定延迟答复的合理期限并告知{you}。',
      ),
    ),
    contact,
  ],
  deferral: [
    received,
    request,
    must(
      'deferred',
      by(
        '该申请不能在规定的期限内答复，原因：{reason}\n本机关将在{until}前（含当日）答复。',
        `{you}说明的理由合理，但是本机关无法在规定的期限内答复，原因：{reason}\n根据${now}第三十五条的规定，本机关将在{until}前（含当日）答复。`,
      ),
    ),
    contact,
  ],
  extension: [
    received,
    request,
    must('reason', '该申请应于{dueBefore}前（含当日）答复，因下列理由不能在该期限内答复：{reason}'),
    must(
      'extended',
      by(
        `根据${then}第二十四条第二款的规定，经本机关政府信息公开工作机构负责人同意，延长答复期限{days}个工作日，延长后的答复期限为{dueAfter}。`,
        `根据${now}第三十三条第二款的规定，经本机关政府信息公开工作机构负责人同意，延长答复期限{days}个工作日，延长后的答复期限为{dueAfter}。`,
      ),
    ),
    contact,
  ],
  'third-party-opinion': [
    must(
      'concern',
      '本机关正在办理一件政府信息公开申请，所涉及的下列政府信息与你（单位）的权益有关：{what}',
    ),
    must(
      'ask',
      by(
        `根据${then}第二十三条的规定，现书面征求你（单位）的意见。请自收到本征询书之日起15个工作日内，书面说明是否同意公开；不同意公开的，请说明理由。`,
        `根据${now}第十五条、第三十二条的规定，现书面征求你（单位）的意见。请自收到本征询书之日起15个工作日内，书面说明是否同意公开；不同意公开的，请说明理由。`,
      ),
    ),
    must(
      'silence',
      by(
        '逾期未提出意见的，由本机关依照条例的规定决定是否公开。不公开可能对公共利益造成重大影响的，本机关可以决定予以公开，并将决定公开的内容和理由书面通知你（单位）。',
        '逾期未提出意见的，由本机关依照条例的规定决定是否公开，不视为同意，也不视为不同意。你（单位）不同意公开且有合理理由的，本机关不予公开；不公开可能对公共利益造成重大影响的，本机关可以决定予以公开，并将决定公开的内容和理由书面告知你（单位）。',
      ),
    ),
    must(
      'return',
      '意见请送：{contactBody}，地址：{contactAddress}，邮政编码：{contactPostcode}，电话：{contactPhone}。',
    ),
  ],
  'agency-opinion': [
    must('concern', '本机关正在办理一件政府信息公开申请，涉及下列政府信息：{what}'),
    must(
      'ask',
      by(
        `根据${then}第七条的规定，现就是否公开征求你单位意见。请自收到本函之日起15个工作日内书面函复。`,
        `根据${now}第十一条、第三十四条的规定，现就是否公开征求你单位意见。请自收到本函之日起15个工作日内书面函复。`,
      ),
    ),
    must('silence', '{silence}'),
    must(
      'return',
      '复函请送：{contactBody}，地址：{contactAddress}，邮政编码：{contactPostcode}，电话：{contactPhone}。',
    ),
  ],
  'rights-holder': [
    must(
      'concern',
      '本机关就下列与你（单位）有关的政府信息是否公开征求过你（单位）的意见，你（单位）不同意公开：{what}',
    ),
    must(
      'decision',
      by(
        `经审查，不公开上述信息可能对公共利益造成重大影响，理由是：{publicInterest}\n根据${then}第十四条第四款、第二十三条的规定，本机关决定予以公开。`,
        `经审查，不公开上述信息会对公共利益造成重大影响，理由是：{publicInterest}\n根据${now}第十五条、第三十二条的规定，本机关决定予以公开。`,
      ),
    ),
    remedy,
    contact,
  ],
  fee: [
    received,
    request,
    must(
      'basis',
      by(
        `根据${then}第二十七条的规定，本机关提供政府信息收取费用。`,
        `{you}申请公开政府信息的数量、频次明显超过合理范围。根据${now}第四十二条和《政府信息公开信息处理费管理办法》的规定，本机关收取信息处理费。`,
      ),
    ),
    must('amount', '本次收费{method}，计算如下：{steps}。应缴费用合计{yuan}元。'),
    must(
      'pay',
      '请{you}在{until}前（含当日）缴纳，缴纳方式请向{contactBody}（电话：{contactPhone}）咨询，收款时开具财政票据。',
    ),
    must(
      'effect',
      '缴费后，答复期限自缴费次日起重新计算。逾期未缴纳的，视为放弃申请，本机关不再处理该申请。',
    ),
  ],
  abandoned: [
    received,
    request,
    must(
      'lapsed',
      '本机关已于{askedOn}告知{you}在{until}前（含当日）{task}。{you}逾期没有{task}。',
    ),
    must(
      'effect',
      by(
        '现视为{you}放弃申请，本机关不再处理该申请。',
        '根据{lapseLaw}的规定，现视为{you}放弃申请，本机关不再处理该申请。',
      ),
    ),
    remedy,
    contact,
  ],
  disclosed: replyWith(
    decision('本机关予以公开。'),
    may('form', '信息提供形式：{form}；提供途径：{route}。'),
  ),
  'already-public': replyWith(
    decision('现告知{you}获取该信息的方式、途径：{where}'),
    may('form', '{you}要求的提供形式：{form}；途径：{route}。'),
  ),
  partial: replyWith(
    decision('本机关对可以公开的内容予以公开。'),
    must(
      'withheld',
      '下列内容不予公开：{withheld}\n不予公开的理由：{withheldFinding}。依据：{withheldLaw}。',
    ),
    may('withheldMore', '{withheldMore}'),
    may('form', '信息提供形式：{form}；提供途径：{route}。'),
  ),
  refused: replyWith(decision('本机关决定不予公开。')),
  inquiry: replyWith(
    decision('请{you}依照{governingLaw}的规定办理查询。'),
    may('where', '{where}'),
  ),
  'not-existing': replyWith(
    must('search', '检索情况：{searchedBy}于{searchedOn}检索，检索范围和方法：{searchedIn}'),
    decision('现告知{you}该政府信息不存在。'),
  ),
  'not-this-agency': replyWith(
    decision('现告知{you}向负责公开该信息的机关提出申请：{rightAgency}'),
  ),
  'needs-creation': replyWith(decision('本机关无法提供。')),
  'still-unclear': replyWith(decision('本机关无法提供。')),
  'not-processed': replyWith(
    decision('本机关不予处理。'),
    may('where', '{you}可以通过下列渠道办理或者获取：{where}'),
  ),
  'own-record': replyWith(must('decision', '根据{law}的规定，现将处理结果答复如下。')),
  other: replyWith(decision('现予告知。')),
}

/** The text of a clause under a law. */
export function clauseText({ text }: Clause, pack: RulePack): string {
  return typeof text === 'string' ? text : text[pack]
}

/** The names between braces in a text (占位符). */
export function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{([a-zA-Z]+)\}/g)].map(([, name]) => name ?? '')
}
