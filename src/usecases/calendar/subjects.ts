/** Under what agencies' counts of the national versions in force are kept (施行后的变动件数). */
export function forceSubject(years: readonly { year: number; n: number }[]): string {
  return `force:${years.map(({ year, n }) => `${year}-${n}`).join(',')}`
}

/** Under what agencies' counts of a draft are kept (试算件数): another text of the draft is another trial. */
export function trialKey(id: string, version: number): string {
  return `${id}:${version}`
}
