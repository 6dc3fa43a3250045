import type { LocalDate } from '../time/local-date.ts'
import type { Way } from './handled-by.ts'
import type { SheetCode } from './sheet.data.ts'

/** What the records of a case say of its handling (案卷记录), nothing personal. */
export type CaseRecord = {
  way: Way
  outcome: string | null
  decidedOn: LocalDate | null
  /** last day of the reply clock, as it stood when the case was decided */
  dueOn: LocalDate | null
  /** notices to correct, and the seventh working day after receipt */
  corrections: readonly { on: LocalDate; dueOn: LocalDate }[]
  /** extensions, and the last day as it was before each */
  extensions: readonly { on: LocalDate; dueBefore: LocalDate }[]
  thirdPartyAsked: boolean
  /** whether an answer that nothing is held states the search; null for other answers */
  searchStated: boolean | null
  /** whether the words of a refusal name an article; null for other answers or without an instrument */
  articleNamed: boolean | null
  hasReply: boolean
  isChecked: boolean
  isSigned: boolean
  isServed: boolean
  isArchived: boolean
}

/** A fault that the records themselves show (自动发现的问题), and the record that shows it. */
export type Fault = { code: SheetCode; evidence: string }

/** What the reviewer should look at himself, because the way of answering asks no record here (评查提示); no fault. */
export type Remark = { code: SheetCode; text: string }

/** Rows that ask for no record where an answer was given in this way, and what to look at then. */
const remarks: Readonly<Record<Way, readonly Remark[]>> = {
  reviewed: [],
  'on-the-spot': [
    {
      code: 'D3',
      text: '当场答复，由答复的人一并负责审核和签发，没有另外的记录；请核对答复的人有没有这项职权',
    },
    { code: 'E1', text: '当场答复，当面交给申请人，没有送达记录；请核对答复文书上的日期' },
  ],
  elsewhere: [
    { code: 'B3', text: '从原登记系统转入，征求第三方意见的记录不在这里；请查阅原案卷' },
    { code: 'C3', text: '从原登记系统转入，检索记录不在这里；请查阅原案卷' },
    { code: 'D1', text: '从原登记系统转入，答复文书不在这里；请查阅原案卷' },
    { code: 'D3', text: '从原登记系统转入，审核和签发的记录不在这里；请查阅原案卷' },
    { code: 'E1', text: '从原登记系统转入，送达记录不在这里；请查阅原案卷' },
    { code: 'E2', text: '从原登记系统转入，归档记录不在这里；请查阅原案卷' },
  ],
}

const rules: readonly { code: SheetCode; find: (record: CaseRecord) => string | null }[] = [
  {
    code: 'A2',
    find: ({ corrections }) => {
      const late = corrections.find(({ on, dueOn }) => on > dueOn)
      return late === undefined ? null : `补正告知于 ${late.on} 作出，应当不晚于 ${late.dueOn}`
    },
  },
  {
    code: 'A3',
    find: ({ corrections }) =>
      corrections.length < 2
        ? null
        : `先后 ${corrections.length} 次告知补正：${corrections.map(({ on }) => on).join('、')}`,
  },
  {
    code: 'B1',
    find: ({ decidedOn, dueOn }) =>
      decidedOn === null || dueOn === null || decidedOn <= dueOn
        ? null
        : `答复期限届满日为 ${dueOn}，实际于 ${decidedOn} 答复`,
  },
  {
    code: 'B2',
    find: ({ extensions }) => {
      const late = extensions.find(({ on, dueBefore }) => on > dueBefore)
      return late === undefined
        ? null
        : `延长期限于 ${late.on} 告知，原期限已于 ${late.dueBefore} 届满`
    },
  },
  {
    code: 'B3',
    find: ({ outcome, thirdPartyAsked }) =>
      outcome === 'denied.thirdPartyRights' && !thirdPartyAsked
        ? '以保护第三方合法权益为由不予公开，没有征求第三方意见的记录'
        : null,
  },
  {
    code: 'C2',
    find: ({ articleNamed }) => (articleNamed === false ? '不予公开的答复文书没有写明条款' : null),
  },
  {
    code: 'C3',
    find: ({ searchStated }) => (searchStated === false ? '答复信息不存在，没有检索记录' : null),
  },
  { code: 'D1', find: ({ hasReply }) => (hasReply ? null : '没有答复文书') },
  {
    code: 'D3',
    find: ({ isChecked, isSigned }) => {
      const lacking = [...(isChecked ? [] : ['审核']), ...(isSigned ? [] : ['签发'])]
      return lacking.length === 0 ? null : `没有${lacking.join('、')}记录`
    },
  },
  { code: 'E1', find: ({ isServed }) => (isServed ? null : '没有送达记录') },
  { code: 'E2', find: ({ isArchived }) => (isArchived ? null : '抽取时还没有归档') },
]

/**
 * Finds the faults that the records show (自动评查), in the order of the sheet. A lacking record is none where the
 * way of answering asks for none (条例第33条第1款: what can be answered on the spot is answered on the spot).
 */
export function findFaults(record: CaseRecord): Fault[] {
  const excused = new Set(remarks[record.way].map(({ code }) => code))
  return rules.flatMap(({ code, find }) => {
    const evidence = excused.has(code) ? null : find(record)
    return evidence === null ? [] : [{ code, evidence }]
  })
}

/** What to look at in place of the records that are lacking for good reason (评查提示), in the order of the sheet. */
export function remarksOn(record: CaseRecord): Remark[] {
  return remarks[record.way].filter(({ code }) =>
    rules.some((rule) => rule.code === code && rule.find(record) !== null),
  )
}
