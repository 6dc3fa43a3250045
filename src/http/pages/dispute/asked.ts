import { readPeriod } from '../../../domain/statistics/period.ts'
import { dispute, disputeKinds, disputeResults } from '../../ui/words/dispute.ts'
import { periodName } from '../../ui/words/office.ts'
import { labelOf } from '../label-of.ts'
import type { DisputeAsked } from './list-page.tsx'

/** What an address asks of the list of disputes; other parameters are left alone. */
export function askedOf(query: Readonly<Record<string, string>>): DisputeAsked {
  const { state, kind, result, period } = query
  return {
    state: state === 'decided' || state === 'pending' ? state : 'open',
    ...(kind === undefined || kind === '' ? {} : { kind }),
    ...(result === undefined || result === '' ? {} : { result }),
    ...(period === undefined || period === '' ? {} : { period }),
  }
}

/** Names the figure of table 4 whose records are shown, or null for the whole list. */
export function headingOf({ state, kind, result, period }: DisputeAsked): string | null {
  const span = period === undefined ? null : readPeriod(period)
  if (kind === undefined && result === undefined && span === null) return null
  const stateName = state === 'pending' ? dispute.pending : dispute[state]
  return [
    kind === undefined ? dispute.title : labelOf(disputeKinds, kind),
    result === undefined ? stateName : labelOf(disputeResults, result),
    ...(span === null ? [] : [periodName(span)]),
  ].join('，')
}
