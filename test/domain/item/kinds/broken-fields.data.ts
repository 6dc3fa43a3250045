import { happyRows } from './happy-fields.data.ts'

/** A field and what is wrong with it. */
export type Problem = { pointer: string; problem: string }

/** One of the five procedures, done. */
export const open = [{ procedure: 'experts', procedureOn: '2026-06-01', evidence: '论证报告' }]

/** What is changed in a complete item, and the field and fault that must be named. */
export const broken: readonly (readonly [string, string, Record<string, unknown>, Problem])[] = [
  [
    'row 29: penalty in the future',
    'penalty',
    { penaltyOn: '2026-11-23' },
    fault('penaltyOn', 'in-future'),
  ],
  [
    'row 29: display ends before the penalty',
    'penalty',
    { displayUntil: '2026-11-01' },
    fault('displayUntil', 'before'),
  ],
  [
    'row 29: organisation without credit code',
    'penalty',
    { partyClass: 'organisation' },
    fault('partyCreditCode', 'required'),
  ],
  ['row 29: fine without amount', 'penalty', { fine: '' }, fault('fine', 'required')],
  [
    'row 29: identity number with a wrong check character',
    'penalty',
    { partyId: '110105194912310021' },
    fault('partyId', 'checksum'),
  ],
  [
    'licence ends before it is valid',
    'licence',
    { licenceOn: '2026-10-01', validFrom: '2026-10-08', validUntil: '2026-10-05' },
    fault('validUntil', 'before'),
  ],
  [
    'licence for an organisation without credit code',
    'licence',
    { holderCreditCode: '' },
    fault('holderCreditCode', 'required'),
  ],
  ['row 88: more drawn than there are', 'spot-check', { drawn: 1201 }, fault('drawn', 'above')],
  [
    'row 88: checked before drawn',
    'spot-check',
    { checkedOn: '2026-10-08' },
    fault('checkedOn', 'before'),
  ],
  [
    'row 33: days that end in the holidays of October last until after them',
    'public-notice',
    {
      noticePeriod: '2026-09-27/2026-10-03',
      noticeDays: 7,
      noticeDayUnit: 'calendar',
      objectionsResult: '无异议',
    },
    fault('noticePeriod', 'rest-day'),
  ],
  [
    'row 33: a period that is over before anybody could object',
    'public-notice',
    { noticePeriod: '2026-10-09/2026-10-16' },
    fault('noticePeriod', 'period-over'),
  ],
  [
    'row 88: checked, and a result is missing',
    'spot-check',
    { checks: [{ checkedClass: 'organisation', checkedName: '某某超市有限公司' }] },
    fault('checks/0/checkResult', 'required'),
  ],
  ['row 88: more results than were drawn', 'spot-check', { drawn: 1 }, fault('checks', 'too-many')],
  [
    'row 36: nobody does without the legality review (暂行条例第25条)',
    'major-decision',
    { procedures: replaced('legality', { notNeeded: '无' }) },
    fault('procedures/3/evidence', 'one-of'),
  ],
  [
    'row 36: discussed before the legality review',
    'major-decision',
    { procedures: replaced('discussion', { procedureOn: '2026-07-09', evidence: '会议纪要' }) },
    fault('procedures/4/procedureOn', 'before'),
  ],
  [
    'row 36: decided before it was discussed',
    'major-decision',
    { decidedOn: '2026-08-19' },
    fault('decidedOn', 'before'),
  ],
  [
    'row 88: checked without a day',
    'spot-check',
    { checkedOn: '' },
    fault('checkedOn', 'required'),
  ],
  [
    'row 34: removed before listed',
    'credit-list',
    { entries: firstRow('credit-list', 'entries', { removedOn: '2025-05-31' }) },
    fault('entries/0/removedOn', 'before'),
  ],
  [
    'row 34: listed in the future',
    'credit-list',
    { entries: firstRow('credit-list', 'entries', { listedOn: '2026-12-01', removedOn: '' }) },
    fault('entries/0/listedOn', 'in-future'),
  ],
  [
    'row 34: a person without removal day',
    'credit-list',
    { entries: firstRow('credit-list', 'entries', { entryClass: 'person', removedOn: null }) },
    fault('entries/0/removedOn', 'required'),
  ],
  [
    'row 30: expenses do not add up',
    'budget',
    { expenseTotal: 1200.5, incomeTotal: 1200.6 },
    fault('expenseTotal', 'sum-differs'),
  ],
  [
    'row 30: budget out of balance',
    'budget',
    { income: [{ incomeItem: '拨款', incomeAmount: 1200 }], incomeTotal: 1200 },
    fault('incomeTotal', 'sum-differs'),
  ],
  [
    'row 30: final accounts do not add up',
    'final-accounts',
    { expenseTotal: 992.13 },
    fault('expenseTotal', 'sum-differs'),
  ],
  [
    'row 30: one of the three public expenses is missing',
    'three-public-expenses',
    { expenses: [{ expenseKind: 'reception', budgeted: 38.95, spent: 22.63 }] },
    fault('expenses', 'incomplete'),
  ],
  [
    'row 30: an item twice',
    'final-accounts',
    {
      accounts: [
        { accountItem: '农林水', budgeted: 1, spent: 1 },
        { accountItem: '农林水', budgeted: 991.12, spent: 991.12 },
      ],
    },
    fault('accounts/1/accountItem', 'duplicate'),
  ],
  ['row 31: a result without winner', 'procurement', { winner: '' }, fault('winner', 'required')],
  [
    'row 31: awarded above the budget',
    'procurement',
    { awardAmount: 860.000001 },
    fault('awardAmount', 'above'),
  ],
  [
    'row 31: an acceptance that continues nothing',
    'procurement',
    { procurementStage: 'acceptance', previousStage: '' },
    fault('previousStage', 'required'),
  ],
  [
    'row 33: a notice shorter than it says',
    'public-notice',
    { noticePeriod: '2026-11-20/2026-11-24' },
    fault('noticePeriod', 'too-few-days'),
  ],
  [
    'row 33: a notice that ends before it begins',
    'public-notice',
    { noticePeriod: '2026-11-20/2026-11-19' },
    fault('noticePeriod', 'ill-formed'),
  ],
  [
    'row 33: objections without their outcome',
    'public-notice',
    { objectionsReceived: 1 },
    fault('objectionsResult', 'required'),
  ],
  [
    'row 33: benefits do not add up',
    'benefit-list',
    { benefitTotal: 1950.49 },
    fault('benefitTotal', 'sum-differs'),
  ],
  [
    'row 36: complete with four of five procedures',
    'major-decision',
    { procedures: happyRows('major-decision', 'procedures').slice(1) },
    fault('procedures', 'incomplete'),
  ],
  [
    'row 36: a procedure with neither evidence nor reason',
    'major-decision',
    { progress: 'open', procedures: [{ procedure: 'risk' }] },
    fault('procedures/0/evidence', 'one-of'),
  ],
  [
    'row 36: evidence without a day',
    'major-decision',
    { progress: 'open', procedures: [{ ...open[0], procedureOn: '' }] },
    fault('procedures/0/procedureOn', 'required'),
  ],
  [
    'row 36: stopped without a reason',
    'major-decision',
    { progress: 'stopped' },
    fault('stopReason', 'required'),
  ],
  [
    'row 32: not disclosed without a word why',
    'focus-area',
    { checklist: [{ matter: '招生', done: 'no' }] },
    fault('checklist/0/remark', 'required'),
  ],
  [
    'row 82: village accounts out of balance',
    'village-affairs',
    { closing: 10600.31 },
    fault('opening', 'sum-differs'),
  ],
  [
    'row 82: finance without income and expense',
    'village-affairs',
    { villageIncome: [], villageExpense: '', closing: 10000.1 },
    fault('villageIncome', 'one-of'),
  ],
  [
    'row 76: a monthly data file without the next date',
    'data-file',
    { nextUpdateOn: '' },
    fault('nextUpdateOn', 'required'),
  ],
]

function fault(field: string, problem: string): Problem {
  return { pointer: `/fields/${field}`, problem }
}

/** The rows of a happy table with some cells of its first row changed. */
function firstRow(kind: string, key: string, cells: Record<string, unknown>): unknown {
  const [row, ...others] = happyRows(kind, key)
  return [{ ...row, ...cells }, ...others]
}

/** The five procedures with another of one kind. */
function replaced(procedure: string, by: Record<string, unknown>): Record<string, unknown>[] {
  return happyRows('major-decision', 'procedures').map((row) =>
    row['procedure'] === procedure ? Object.assign({ procedure }, by) : row,
  )
}
