/** A ground on which information is withheld (不予公开理由). */
export type Ground = {
  key: string
  /** article and item of the 条例 */ article: string
  label: string
  /** 可以不予公开 rather than 不予公开: the agency weighs it */ isOptional: boolean
  /** what a named person must have checked before it may be used */ check: string | null
}

/** Grounds of refusal (不予公开的法定理由, 条例第14–16条), in the order of the annual report. */
export const grounds: readonly Ground[] = [
  {
    key: 'state-secret',
    article: '第十四条',
    label: '属于国家秘密',
    isOptional: false,
    check: '定密依据、密级和保密期限',
  },
  {
    key: 'law-forbidden',
    article: '第十四条',
    label: '法律、行政法规禁止公开',
    isOptional: false,
    check: '禁止公开的法律、行政法规条款',
  },
  {
    key: 'security-stability',
    article: '第十四条',
    label: '公开后可能危及国家安全、公共安全、经济安全、社会稳定',
    isOptional: false,
    check: '可能造成的具体后果',
  },
  {
    key: 'trade-secret',
    article: '第十五条',
    label: '涉及商业秘密，公开会损害第三方合法权益',
    isOptional: false,
    check: '第三方是否同意；不公开是否对公共利益造成重大影响',
  },
  {
    key: 'personal-privacy',
    article: '第十五条',
    label: '涉及个人隐私，公开会损害第三方合法权益',
    isOptional: false,
    check: '第三方是否同意；不公开是否对公共利益造成重大影响',
  },
  {
    key: 'internal-affairs',
    article: '第十六条第一款',
    label: '内部事务信息：人事管理、后勤管理、内部工作流程',
    isOptional: true,
    check: null,
  },
  {
    key: 'process-information',
    article: '第十六条第二款',
    label: '过程性信息：讨论记录、过程稿、磋商信函、请示报告',
    isOptional: true,
    check: '有没有法律、法规、规章规定应当公开',
  },
  {
    key: 'enforcement-file',
    article: '第十六条第二款',
    label: '行政执法案卷信息',
    isOptional: true,
    check: '有没有法律、法规、规章规定应当公开',
  },
]

/** Keys of the grounds, the first being there always. */
export const groundKeys: readonly string[] = grounds.map(({ key }) => key)
