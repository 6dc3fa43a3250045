import { applicationRows } from '../shared/report-keys.data.ts'
import type { ReportRow } from './types.ts'

/** The rows of table three in their order on the form, the one row of older forms after its three. */
export const reportRows: readonly ReportRow[] = applicationRows.flatMap(({ key }): ReportRow[] =>
  key === 'other.misc' ? [key, 'other'] : [key],
)
