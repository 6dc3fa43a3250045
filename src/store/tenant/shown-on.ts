/**
 * The condition that an item may still be read on the day of a parameter (公示期内), `of` being the name
 * of its row: between midnight and the next sweep an item is still there whose last day is over.
 */
export function shownOn(parameter: string, of = 'p'): string {
  return `(${of}.shown_until IS NULL OR ${of}.shown_until >= ${parameter})`
}
