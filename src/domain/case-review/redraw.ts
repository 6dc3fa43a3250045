/** A draw, as far as it bears on a further one (抽样): days of closing, both included. */
export type Draw = { from: string; to: string; isIssued: boolean }

/** What a further draw over the same days needs (再次抽取): nothing, a reason, or that the first be done. */
export type Redraw = 'free' | 'needs-reason' | 'still-open'

/** Draws whose days meet those of another (期间重叠的评查). */
export function overlapping<D extends Pick<Draw, 'from' | 'to'>>(
  { from, to }: Pick<Draw, 'from' | 'to'>,
  others: readonly D[],
): D[] {
  return others.filter((one) => one.from <= to && one.to >= from)
}

/**
 * Says whether days may be drawn from once more (再次抽取): not while a draw over the very same days is open, and
 * with a reason where days meet those of another; so nobody draws until the cases suit him.
 */
export function redrawOf(asked: Pick<Draw, 'from' | 'to'>, others: readonly Draw[]): Redraw {
  const same = overlapping(asked, others)
  if (same.some((one) => !one.isIssued && one.from === asked.from && one.to === asked.to)) {
    return 'still-open'
  }
  return same.length === 0 ? 'free' : 'needs-reason'
}
