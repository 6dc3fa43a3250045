import type { FieldError } from '../../shared/refusal.ts'
import { addDays, parseLocalDate, type LocalDate } from '../../time/local-date.ts'
import { rowsOf } from './amount.ts'
import type { Fields, RowsField } from './kind.ts'
import { kindOf } from './kind-of.ts'

/**
 * The last day on which the public may read an item (公示截止日期): the day in its `hideAfter` field, or
 * the day before the last entry of a list leaves it (移出日期). Null when it has no end.
 */
export function displayEnd(kindId: string, fields: Fields): LocalDate | null {
  const kind = kindOf(kindId)
  if (kind === null) return null
  const days = [
    kind.hideAfter === undefined ? null : dayIn(fields[kind.hideAfter]),
    ...kind.fields.flatMap((field) => (field.type === 'rows' ? [lastEntryEnd(field, fields)] : [])),
  ].filter((day) => day !== null)
  return days.reduce<LocalDate | null>(
    (first, day) => (first === null || day < first ? day : first),
    null,
  )
}

/** Why nobody would see anything of an item that goes out on a day (公示期已满): its last day is over. */
export function displayOver(kindId: string, fields: Fields, on: LocalDate): FieldError | null {
  const end = displayEnd(kindId, fields)
  const kind = kindOf(kindId)
  if (kind === null || end === null || end >= on) return null
  const { hideAfter } = kind
  const list = kind.fields.find((field) => field.type === 'rows' && field.until !== undefined)
  const isOwn = hideAfter !== undefined && dayIn(fields[hideAfter]) === end
  return { pointer: `/fields/${isOwn ? hideAfter : (list?.key ?? '')}`, problem: 'display-over' }
}

/** A list with an entry that stays has no end; neither has one without entries. */
function lastEntryEnd({ key, until }: RowsField, fields: Fields): LocalDate | null {
  if (until === undefined) return null
  const ends = rowsOf(fields, key).map((row) => dayIn(row[until]))
  let last: LocalDate | null = null
  for (const end of ends) {
    if (end === null) return null
    if (last === null || end > last) last = end
  }
  return last === null ? null : addDays(last, -1)
}

function dayIn(value: unknown): LocalDate | null {
  return typeof value === 'string' ? parseLocalDate(value) : null
}
