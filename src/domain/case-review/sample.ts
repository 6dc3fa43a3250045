/** A closed case that may be drawn (评查总体中的案卷). */
export type Drawable = { receipt: string; unit: string; outcome: string | null }

/** The rule of drawing (抽样规则) as it is frozen with a review; another rule gets another name. */
export const drawRule = 'sha256-strata-1'

/** Most cases of one sample, and most of a population that is drawn from at once. */
export const mostDrawn = 50
export const mostPopulation = 20_000

/**
 * Draws cases for review (抽样): in the order of the SHA-256 of `seed|receipt`, first whoever brings a
 * unit or a kind of outcome that is not there yet, then the rest, until there are `size`. The same
 * seed and population always give the same sample; all of them where there are no more than `size`.
 */
export async function drawSample(
  seed: string,
  population: readonly Drawable[],
  size: number,
): Promise<Drawable[]> {
  const ranked = await Promise.all(
    population.map(async (one) => ({ one, rank: await digestOf(`${seed}|${one.receipt}`) })),
  )
  const inOrder = ranked
    .toSorted((a, b) => compare(a.rank, b.rank) || compare(a.one.receipt, b.one.receipt))
    .map(({ one }) => one)
  const known = new Set<string>()
  const first = inOrder.filter((one) => {
    const strata = strataOf(one)
    const isNew = strata.some((name) => !known.has(name))
    for (const name of strata) known.add(name)
    return isNew
  })
  const chosen = new Set(first)
  const rest = inOrder.filter((one) => !chosen.has(one))
  return [...first, ...rest].slice(0, Math.max(0, size))
}

/** The SHA-256 of a population (总体摘要值): its receipts in their order, one a line. */
export async function populationDigest(population: readonly Drawable[]): Promise<string> {
  return digestOf(
    population
      .map(({ receipt }) => receipt)
      .toSorted(compare)
      .join('\n'),
  )
}

/** How many cases a share of a population is (按比例抽取), at least one. */
export function shareOf(population: number, percent: number): number {
  return Math.max(1, Math.ceil((population * percent) / 100))
}

/** The groups in which a case counts: its unit, and the part of the annual report's table of its outcome. */
function strataOf({ unit, outcome }: Drawable): string[] {
  return [`unit:${unit}`, `outcome:${outcome?.split('.')[0] ?? ''}`]
}

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
