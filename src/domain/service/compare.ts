import type { PowerText } from './power-list.ts'

/** A power as it stood from one day until another, `to` null while it stands; days YYYY-MM-DD. */
export type PowerEdition = PowerText & { id: string; from: string; to: string | null }

/** How the list of one day differs from that of an earlier one (清单差异). */
export type ListDifference = {
  added: PowerEdition[]
  removed: PowerEdition[]
  amended: { before: PowerEdition; after: PowerEdition }[]
}

/** Compares the lists of two days by the editions that began or ended after `from` up to `to`. */
export function compareLists(
  editions: readonly PowerEdition[],
  from: string,
  to: string,
): ListDifference {
  const difference: ListDifference = { added: [], removed: [], amended: [] }
  for (const ofPower of Map.groupBy(editions, ({ id }) => id).values()) {
    const before = ofPower.find((edition) => standsOn(edition, from))
    const after = ofPower.find((edition) => standsOn(edition, to))
    if (before === undefined && after !== undefined) difference.added.push(after)
    else if (before !== undefined && after === undefined) difference.removed.push(before)
    else if (before !== undefined && after !== undefined && before.from !== after.from) {
      difference.amended.push({ before, after })
    }
  }
  return difference
}

/** Whether an edition is the one of a day, as the list stands at its end. */
function standsOn({ from, to }: PowerEdition, day: string): boolean {
  return from <= day && (to === null || to > day)
}
