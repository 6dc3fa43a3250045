import type { FigureAddress } from '../../../domain/statistics/figure.ts'
import type { LocalDate } from '../../../domain/time/local-date.ts'
import type { Period } from '../../../domain/statistics/period.ts'
import type { Paths } from '../../paths.ts'
import { looking as words } from '../../ui/words/looking.ts'
import { recordsOfIndicator } from './indicator-records.ts'
import type { RecordsLink } from './records-link.ts'

/** The lists of records that an agency's own figure counts (数字背后的记录). */
export function recordsOfFigure(
  to: Paths,
  figure: FigureAddress,
  span: Period,
  today: LocalDate,
): RecordsLink[] {
  if (figure.table === 'indicators') return recordsOfIndicator(to, figure, span, today)
  const { table, row, column } = figure
  const { key: period, year } = span
  switch (table) {
    case 'applications':
      return [
        {
          href: to.cases({ row, class: column, period }),
          label: words.records,
          verb: 'application.list',
        },
      ]
    case 'reviewLitigation':
      return disputesOf(to, row, column, period)
    case 'proactive':
      return row === 'normativeDocuments'
        ? [
            { href: to.norms(), label: words.normsPublic, verb: null },
            { href: to.deskNorms(), label: words.records, verb: 'norm.list' },
          ]
        : [
            {
              href: to.figures({ period: String(year) }),
              label: words.manualRecords,
              verb: 'figure.list',
            },
          ]
    case 'items':
      return [
        {
          href: column === 'published' ? to.countedItems({ period }) : to.items(),
          label: words.itemsPublic,
          verb: null,
        },
      ]
    default:
      return table satisfies never
  }
}

function disputesOf(to: Paths, kind: string, column: string, period: string): RecordsLink[] {
  const decided = (result?: string): RecordsLink => ({
    href: to.disputes({ state: 'decided', kind, result, period }),
    label: words.records,
    verb: 'dispute.list',
  })
  const pending: RecordsLink = {
    href: to.disputes({ state: 'pending', kind, period }),
    label: column === 'total' ? words.recordsPending : words.records,
    verb: 'dispute.list',
  }
  if (column === 'total') return [{ ...decided(), label: words.recordsDecided }, pending]
  return column === 'pending' ? [pending] : [decided(column)]
}
