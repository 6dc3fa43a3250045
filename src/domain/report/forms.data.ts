import type { ProactiveColumn, ProactiveRow } from '../shared/report-proactive.data.ts'

/** A form of the annual report (年报格式): the laws and notices changed it twice. */
export const reportFormats = ['2008', '2019', '2021'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** A row of table two with its columns in their order on the form. */
export type ProactiveFormRow = { row: ProactiveRow; columns: readonly ProactiveColumn[] }

/**
 * One form: the first reported year, table two (表二), and whether （六）其他处理 is one row or
 * three. The form under the law of 2008 had no such tables.
 */
export type ReportForm = {
  format: ReportFormat
  fromYear: number
  proactive: readonly ProactiveFormRow[]
  otherRows: 'single' | 'triple'
}

const documents = ['made', 'repealed', 'inForce'] as const
const trialDocuments = ['newlyMade', 'newlyPublished', 'totalPublished'] as const
const trialMatters = ['previousYearItems', 'change', 'decisions'] as const

/** The forms by the year reported on: 国办公开办函〔2019〕60号（试行）, 国办公开办函〔2021〕30号. */
export const reportForms: Readonly<Record<ReportFormat, ReportForm>> = {
  '2008': { format: '2008', fromYear: 2008, proactive: [], otherRows: 'single' },
  '2019': {
    format: '2019',
    fromYear: 2019,
    proactive: [
      { row: 'regulations', columns: trialDocuments },
      { row: 'normativeDocuments', columns: trialDocuments },
      { row: 'licensing', columns: trialMatters },
      { row: 'otherManagement', columns: trialMatters },
      { row: 'punishment', columns: trialMatters },
      { row: 'coercion', columns: trialMatters },
      { row: 'fees', columns: ['previousYearItems', 'change'] },
      { row: 'procurement', columns: ['projects', 'amount'] },
    ],
    otherRows: 'single',
  },
  '2021': {
    format: '2021',
    fromYear: 2021,
    proactive: [
      { row: 'regulations', columns: documents },
      { row: 'normativeDocuments', columns: documents },
      { row: 'licensing', columns: ['decisions'] },
      { row: 'punishment', columns: ['decisions'] },
      { row: 'coercion', columns: ['decisions'] },
      { row: 'fees', columns: ['amountWanYuan'] },
    ],
    otherRows: 'triple',
  },
}

/** The form that a year is reported in. */
export function formatOfYear(year: number): ReportFormat {
  if (year >= reportForms['2021'].fromYear) return '2021'
  return year >= reportForms['2019'].fromYear ? '2019' : '2008'
}
