/**
 * How often one applicant applied to one agency (申请数量、频次, 条例第35条): in the calendar month in
 * which a case arrived, before this case in that month, and in the twelve months up to its end.
 */
export type Frequency = { month: number; before: number; year: number }

/** From how many applications on an agency wants to be told (提示件数). */
export type FrequencyMarks = { month: number; year: number }

/** Marks of an agency that sets none: the items of a month that are free (办法第4条), and thirty a year. */
export const usualMarks: FrequencyMarks = { month: 10, year: 30 }

/** Tells whether an applicant's frequency is to be pointed out; whether it is excessive only people say. */
export function isFrequent({ month, year }: Frequency, marks: FrequencyMarks): boolean {
  return month >= marks.month || year >= marks.year
}
