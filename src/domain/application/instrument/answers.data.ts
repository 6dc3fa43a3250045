import type { OutcomeKey } from '../../shared/report-keys.data.ts'
import type { InstrumentKind } from './kinds.data.ts'
import type { RulePack } from './rule-pack.ts'

/** What tells apart two answers that count in one row of the report (答复的细分). */
export const variants = [
  'disclosed',
  'already-public',
  'not-existing',
  'not-this-agency',
  'own-record',
] as const
export type Variant = (typeof variants)[number]

/** Facts that an answer may need beside its text (答复所需事实). */
export const factNames = [
  'where',
  'article',
  'withheld',
  'withheldGround',
  'governingLaw',
  'searchedIn',
  'searchedBy',
  'searchedOn',
  'rightAgency',
  'earlier',
] as const
export type FactName = (typeof factNames)[number]

/** An answer: the row it counts in, its instrument, the facts it needs, what is found and by which articles. */
export type AnswerRow = {
  outcome: OutcomeKey
  variant: Variant | null
  kind: InstrumentKind
  needs: readonly FactName[]
  finding: string
  law: Readonly<Record<RulePack, string>>
}

const now = (article: string): string => `《中华人民共和国政府信息公开条例》${article}`
const then = (article: string): string =>
  `《中华人民共和国政府信息公开条例》（2008年施行）${article}`
const opinion2008 =
  '《国务院办公厅关于施行〈中华人民共和国政府信息公开条例〉若干问题的意见》（国办发〔2008〕36号）第十三条'
const opinion2010 =
  '《国务院办公厅关于做好政府信息依申请公开工作的意见》（国办发〔2010〕5号）第二条'
const reportForm = '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）'
const feeRules = '《政府信息公开信息处理费管理办法》第六条'

/** Articles of the law of 2008 and of the law since 2019. */
type Law = readonly [law2008: string, law2019: string]

const row = (
  [outcome, variant]: readonly [OutcomeKey] | readonly [OutcomeKey, Variant],
  kind: InstrumentKind,
  needs: readonly FactName[],
  finding: string,
  [law2008, law2019]: Law,
): AnswerRow => ({
  outcome,
  variant: variant ?? null,
  kind,
  needs,
  finding,
  law: { 'law-2008': law2008, 'law-2019': law2019 },
})

/**
 * Every answer (答复类型表): each row of the report has one, some have two; the first of an outcome
 * is meant when no variant is named.
 */
export const answers: readonly AnswerRow[] = [
  row(['granted', 'disclosed'], 'disclosed', [], '{you}申请公开的信息属于可以公开的政府信息', [
    then('第二十一条第一项'),
    now('第三十六条第二项'),
  ]),
  row(
    ['granted', 'already-public'],
    'already-public',
    ['where'],
    '{you}申请公开的信息已经主动公开',
    [then('第二十一条第一项'), now('第三十六条第一项')],
  ),
  row(
    ['partialGrant'],
    'partial',
    ['withheld', 'withheldGround'],
    '{you}申请公开的信息中含有不应当公开的内容，但是能够作区分处理',
    [then('第二十二条'), now('第三十七条')],
  ),
  row(['denied.stateSecret'], 'refused', [], '{you}申请公开的信息属于国家秘密', [
    then('第十四条第四款、第二十一条第二项'),
    now('第十四条、第三十六条第三项'),
  ]),
  row(
    ['denied.lawForbidden'],
    'refused',
    ['article'],
    '{you}申请公开的信息属于法律、行政法规禁止公开的政府信息（{article}）',
    [then('第二十一条第二项'), now('第十四条、第三十六条第三项')],
  ),
  row(
    ['denied.threeSecuritiesOneStability'],
    'refused',
    [],
    '{you}申请公开的信息公开后可能危及国家安全、公共安全、经济安全、社会稳定',
    [then('第八条、第二十一条第二项'), now('第十四条、第三十六条第三项')],
  ),
  row(
    ['denied.thirdPartyRights'],
    'refused',
    ['article'],
    '{you}申请公开的信息涉及{article}，公开会对第三方合法权益造成损害',
    [then('第十四条第四款、第二十三条'), now('第十五条、第三十六条第三项')],
  ),
  row(
    ['denied.internalAffairs'],
    'refused',
    ['article'],
    '{you}申请公开的信息属于行政机关内部事务信息（{article}）',
    [opinion2010, now('第十六条第一款、第三十六条第三项')],
  ),
  row(
    ['denied.processInfo'],
    'refused',
    ['article'],
    '{you}申请公开的信息属于行政机关在履行行政管理职能过程中形成的过程性信息（{article}）',
    [opinion2010, now('第十六条第二款、第三十六条第三项')],
  ),
  row(['denied.enforcementFile'], 'refused', [], '{you}申请公开的信息属于行政执法案卷信息', [
    then('第二十一条第二项'),
    now('第十六条第二款、第三十六条第三项'),
  ]),
  row(
    ['denied.adminInquiry'],
    'inquiry',
    ['governingLaw'],
    '{you}申请公开的信息，有关法律、行政法规对其获取有特别规定',
    ['{governingLaw}', `${now('第三十六条第七项')}和{governingLaw}`],
  ),
  row(
    ['unable.notHeld', 'not-existing'],
    'not-existing',
    ['searchedIn', 'searchedBy', 'searchedOn'],
    '经检索，没有找到{you}申请公开的信息，该信息不存在',
    [then('第二十一条第三项'), now('第三十六条第四项')],
  ),
  row(
    ['unable.notHeld', 'not-this-agency'],
    'not-this-agency',
    ['rightAgency'],
    '{you}申请公开的信息不属于本机关负责公开',
    [then('第二十一条第三项'), now('第三十六条第五项')],
  ),
  row(
    ['unable.needsCreation'],
    'needs-creation',
    [],
    '没有{you}申请公开的现成信息，需要本机关另行制作，或者对现有信息进行加工、分析',
    [opinion2010, now('第三十八条')],
  ),
  row(['unable.stillUnclear'], 'still-unclear', [], '{you}的申请补正后，内容仍然不明确', [
    then('第二十一条第四项'),
    now('第三十条'),
  ]),
  row(
    ['notProcessed.petition'],
    'not-processed',
    ['where'],
    '{you}以政府信息公开申请的形式进行信访、投诉、举报等活动，不作为政府信息公开申请处理',
    [then('第二条'), now('第三十九条第一款')],
  ),
  row(
    ['notProcessed.repeated'],
    'not-processed',
    ['earlier'],
    '本机关已就{you}申请公开的信息作出答复（{earlier}），{you}重复申请公开相同的信息，不予重复处理',
    [opinion2008, now('第三十六条第六项')],
  ),
  row(
    ['notProcessed.publication'],
    'not-processed',
    ['where'],
    '{you}申请提供的是政府公报、报刊、书籍等公开出版物',
    [then('第二十一条第一项'), now('第三十九条第二款')],
  ),
  row(
    ['notProcessed.excessive'],
    'not-processed',
    [],
    '{you}申请公开政府信息的数量、频次明显超过合理范围，说明的理由不合理，本机关不予处理',
    [opinion2008, now('第三十五条')],
  ),
  row(
    ['notProcessed.reconfirm'],
    'not-processed',
    [],
    '{you}要求本机关确认或者重新出具{you}已经获取的政府信息，本机关不予处理',
    [then('第二条'), `${now('第二条')}、${reportForm}`],
  ),
  row(
    ['other.overdueCorrection'],
    'other',
    [],
    '{you}无正当理由逾期不补正，视为放弃申请，本机关不再处理该申请',
    [then('第二十一条第四项'), now('第三十条')],
  ),
  row(
    ['other.overdueFee'],
    'other',
    [],
    '{you}逾期未按照收费通知缴纳费用，视为放弃申请，本机关不再处理该申请',
    [then('第二十七条'), feeRules],
  ),
  row(['other.misc'], 'other', [], '{you}的申请由本机关作其他处理', [
    then('第二十四条'),
    now('第三十三条'),
  ]),
  row(
    ['other.misc', 'own-record'],
    'own-record',
    [],
    '{you}认为本机关提供的与{you}自身相关的政府信息记录不准确，要求更正',
    [then('第二十五条第二款'), now('第四十一条')],
  ),
]
