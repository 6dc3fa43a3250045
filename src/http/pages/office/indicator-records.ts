import type { IndicatorFigure } from '../../../domain/statistics/indicator/opened.ts'
import { type Period, readPeriod } from '../../../domain/statistics/period.ts'
import type { Timing } from '../../../domain/statistics/result-groups.ts'
import type { LocalDate } from '../../../domain/time/local-date.ts'
import type { Paths } from '../../paths.ts'
import { looking as words } from '../../ui/words/looking.ts'
import { fill, periodName } from '../../ui/words/office.ts'
import type { RecordsLink } from './records-link.ts'

/** The lists of records that an indicator, or a part of its rate, counts (指标背后的记录). */
export function recordsOfIndicator(
  to: Paths,
  figure: IndicatorFigure,
  period: Period,
  today: LocalDate,
): RecordsLink[] {
  const row = figure.cells[0] ?? ''
  if (row.startsWith('manual.')) return attestations(to, period, today)
  if (row === 'timeliness') return [cases(to, timingOf(figure), period.key)]
  if (row === 'channelReceived') {
    return [{ ...cases(to, 'newReceived', period.key), label: words.recordsAny.received }]
  }
  if (figure.row === 'applications.grant-rate') {
    const counted = figure.column === 'numerator' ? 'disclosed' : 'totalProcessed'
    return [cases(to, counted, period.key)]
  }
  if (figure.indicator.source.kind === 'sum') return [cases(to, 'totalProcessed', period.key)]
  if (row === 'complaints') return complaints(to, figure, period.key)
  return row.startsWith('dispute.') ? disputes(to, row.slice('dispute.'.length)) : untimed(to, row)
}

function cases(to: Paths, row: string, period: string): RecordsLink {
  return { href: to.cases({ row, period }), label: words.records, verb: 'application.list' }
}

function timingOf({ row, column }: IndicatorFigure): Timing {
  if (column === 'denominator') return 'timed'
  return row === 'applications.late-rate' ? 'late' : 'timely'
}

/** Where figures by hand were entered: month by month, for a longer period. */
function attestations(to: Paths, { months }: Period, today: LocalDate): RecordsLink[] {
  return months
    .filter((month) => month <= today.slice(0, 7))
    .flatMap((month) => {
      const one = readPeriod(month)
      const label = one === null ? '' : fill(words.manualRecordsOf, { period: periodName(one) })
      return one === null
        ? []
        : [{ href: to.figures({ period: month }), label, verb: 'figure.list' as const }]
    })
}

/** Complaints that were answered in the period with what the part of a rate counts; those that came in stand in two lists. */
function complaints(to: Paths, { row, column }: IndicatorFigure, period: string): RecordsLink[] {
  const verb = 'complaint.list'
  const answered = { state: 'answered', period }
  if (row !== 'interaction.complaints-founded') {
    return [
      { href: to.complaints({ state: 'answered' }), label: words.recordsAny.answered, verb },
      { href: to.complaints(), label: words.recordsAny.waiting, verb },
    ]
  }
  const finding = column === 'numerator' ? { finding: 'confirmed' } : {}
  return [{ href: to.complaints({ ...answered, ...finding }), label: words.records, verb }]
}

/** Disputes that came in stand among the decided and the pending ones. */
function disputes(to: Paths, kind: string): RecordsLink[] {
  const verb = 'dispute.list'
  return [
    { href: to.disputes({ state: 'decided', kind }), label: words.recordsDecided, verb },
    { href: to.disputes({ state: 'pending', kind }), label: words.recordsPending, verb },
  ]
}

/** Registers that are not cut by period. */
function untimed(to: Paths, row: string): RecordsLink[] {
  const label = words.recordsAny.untimed
  const [kind] = row.split('.')
  switch (kind) {
    case 'converted':
      return [{ href: to.cases({ state: 'converted' }), label, verb: 'application.list' }]
    case 'redone':
      return [{ href: to.disputes({ state: 'decided' }), label, verb: 'dispute.list' }]
    case 'normativeDocuments':
      return [
        { href: to.norms(), label: words.normsPublic, verb: null },
        { href: to.deskNorms(), label, verb: 'norm.list' },
      ]
    case 'topics':
      return [{ href: to.topics(), label, verb: null }]
    case 'clarifications':
      return [{ href: to.clarifications(), label, verb: null }]
    case 'serviceGuides':
      return [{ href: to.services(), label, verb: null }]
    case 'powers':
      return [{ href: to.powers(), label, verb: null }]
    case 'powerChanges':
      return [{ href: to.powerChanges(), label, verb: null }]
    default:
      return []
  }
}
