import type { LocalDate } from '../time/local-date.ts'
import { type ChannelName, channelRules } from './deadline-rules.data.ts'

/** The days by which the law fixes the receipt day; `receivedOn` when it is already known. */
export type Arrival = {
  channel: ChannelName
  arrivedOn?: LocalDate | undefined
  confirmedOn?: LocalDate | undefined
  receivedOn?: LocalDate | undefined
}

/** The receipt day (收到申请之日) and the articles that fix it. */
export type Receipt = { on: LocalDate; law: readonly string[] }

/**
 * The receipt day by channel (条例第31条): handing in, signing for, or the confirmation of both
 * sides; null while that has not happened, and no clock runs.
 */
export function receiptDay(arrival: Arrival): Receipt | null {
  const { confirmed, law } = channelRules[arrival.channel]
  const on = confirmed
    ? (arrival.confirmedOn ?? arrival.receivedOn)
    : (arrival.receivedOn ?? arrival.arrivedOn)
  return on === undefined ? null : { on, law }
}
