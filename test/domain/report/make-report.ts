import * as fc from 'fast-check'
import type { AnnualReport, Figure } from '../../../src/domain/report/types.ts'
import {
  applicantClasses,
  applicationRows,
  type ColumnKey,
  outcomeKeys,
  type RowKey,
} from '../../../src/domain/shared/report-keys.data.ts'

/** A report whose tables may be written to. */
export type Draft = AnnualReport & {
  applications: Record<RowKey, Record<ColumnKey, Figure>>
  reviewLitigation: Record<
    'review' | 'litigationDirect' | 'litigationAfterReview',
    Record<'upheld' | 'corrected' | 'other' | 'pending' | 'total', Figure>
  >
}

const figure = fc.integer({ min: 0, max: 5000 })

/** A report whose figures agree: results and what is carried forward come from what was received. */
export const consistentReport: fc.Arbitrary<Draft> = fc
  .record({
    leaves: fc.array(figure, { minLength: 19 * 6, maxLength: 19 * 6 }),
    before: fc.array(figure, { minLength: 6, maxLength: 6 }),
    after: fc.array(figure, { minLength: 6, maxLength: 6 }),
    disputes: fc.array(figure, { minLength: 12, maxLength: 12 }),
    year: fc.integer({ min: 2021, max: 2025 }),
  })
  .map(({ leaves, before, after, disputes, year }) => {
    const applications = blankTable()
    for (const [column, name] of applicantClasses.entries()) {
      let processed = 0
      for (const [row, key] of outcomeKeys.entries()) {
        const n = leaves[row * 6 + column] ?? 0
        applications[key][name] = n
        processed += n
      }
      const carriedForward = after[column] ?? 0
      const carriedOver = Math.min(before[column] ?? 0, processed + carriedForward)
      applications.totalProcessed[name] = processed
      applications.carriedForward[name] = carriedForward
      applications.carriedOver[name] = carriedOver
      applications.newReceived[name] = processed + carriedForward - carriedOver
    }
    for (const { key } of applicationRows) {
      applications[key].total = applicantClasses.reduce(
        (sum, name) => sum + (applications[key][name] ?? 0),
        0,
      )
    }
    const block = (at: number): Draft['reviewLitigation']['review'] => {
      const [upheld = 0, corrected = 0, other = 0, pending = 0] = disputes.slice(at, at + 4)
      return { upheld, corrected, other, pending, total: upheld + corrected + other + pending }
    }
    return {
      agency: '某县人民政府',
      level: 'county',
      year,
      format: '2021',
      applications,
      reviewLitigation: {
        review: block(0),
        litigationDirect: block(4),
        litigationAfterReview: block(8),
      },
    }
  })

function blankTable(): Draft['applications'] {
  const row = (): Record<ColumnKey, Figure> => ({
    naturalPerson: 0,
    commercial: 0,
    research: 0,
    publicWelfare: 0,
    legalService: 0,
    otherOrg: 0,
    total: 0,
  })
  const rows: Partial<Draft['applications']> = {}
  for (const { key } of applicationRows) rows[key] = row()
  if (!isWhole(rows)) throw new Error('a row is lacking')
  return rows
}

function isWhole(rows: Partial<Draft['applications']>): rows is Draft['applications'] {
  return applicationRows.every(({ key }) => rows[key] !== undefined)
}
