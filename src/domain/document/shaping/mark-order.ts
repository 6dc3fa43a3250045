const mark = /^[\p{M}\u180b-\u180d\u180f]$/u

/**
 * Characters of a text in the order in which fonts expect them (标记次序), each with the place where
 * its letter begins: marks of a letter stand in Unicode's order, which puts some too late.
 */
export function inShapingOrder(text: string): { char: string; from: number }[] {
  const letters: { marks: string[]; char: string; from: number }[] = []
  let at = 0
  for (const char of text) {
    const last = letters.at(-1)
    if (last !== undefined && mark.test(char)) last.marks.push(char)
    else letters.push({ char, from: at, marks: [] })
    at += char.length
  }
  return letters.flatMap(({ char, from, marks }) =>
    [char, ...ordered(char, marks)].map((one) => ({ char: one, from })),
  )
}

const below = /[\u0655\u0656\u065c\u065f\u06e3\u06ea\u06ed]/
const above =
  /[\u0610-\u0617\u0653\u0654\u0657-\u065b\u065d\u065e\u06d6-\u06dc\u06df-\u06e2\u06e4\u06e7\u06e8\u06eb\u06ec]/
/** Marks that make another letter of theirs, as hamza does. */
const ofLetter = /[\u0654\u0655\u0658\u06dc\u06e3\u06e7\u06e8]/

function ordered(letter: string, marks: readonly string[]): string[] {
  if (marks.length < 2) return [...marks]
  const doubled = before(marks, /\u0651/, /[\u064b-\u0650]/)
  const rest = before(doubled, /\u0f74/, /[\u0f72\u0f7a-\u0f7d\u0f80]/)
  const own = Array.from(letter.normalize('NFD')).slice(1)
  const early = [below, above].flatMap((side) => {
    const [its, added] = [own, rest].map((some) => some.filter((one) => side.test(one)))
    if (its?.every((one) => ofLetter.test(one)) !== true || added === undefined) return []
    const end = added.findIndex((one) => !ofLetter.test(one))
    return added.slice(0, end < 0 ? added.length : end)
  })
  return [...early, ...rest.filter((one) => !early.includes(one))]
}

/** Moves some marks before the first of others. */
function before(marks: readonly string[], late: RegExp, others: RegExp): string[] {
  const to = marks.findIndex((one) => others.test(one))
  if (to < 0) return [...marks]
  const moved = marks.filter((one, at) => at > to && late.test(one))
  const rest = marks.filter((one, at) => at <= to || !late.test(one))
  return [...rest.slice(0, to), ...moved, ...rest.slice(to)]
}
