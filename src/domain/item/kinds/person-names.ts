/** What parts one person from the next. */
const BETWEEN = /([、，,；;/\s]+)/u
const SINGLE = /^\p{Script=Han}$/u
const SEVERAL = /^\p{Script=Han}{2,}$/u

/** A person and what stands behind it. */
type Person = { name: string; behind: string }

/**
 * The persons that a field names, in order (当事人姓名). Names of two characters are set as wide as those
 * of three: single characters between blanks are paired, one that is left over belongs to its neighbour.
 */
export function personsIn(text: string): Person[] {
  const parts = text.split(BETWEEN)
  const typed = parts.flatMap((name, at) =>
    at % 2 === 0 ? [{ name, behind: parts[at + 1] ?? '' }] : [],
  )
  const persons: Person[] = []
  for (let at = 0; at < typed.length;) {
    const run = singlesFrom(typed, at)
    const [only] = run
    if (only === undefined) persons.push(...typed.slice(at, at + 1))
    else if (run.length > 1) persons.push(...paired(run))
    else if (belongs(persons.at(-1))) persons.push(joined([...persons.splice(-1), only]))
    else persons.push(only)
    at += Math.max(1, run.length)
  }
  return leftOvers(persons)
}

/** Joins a single character, which nobody before it took, to the name behind it: 张 三丰. */
function leftOvers(persons: readonly Person[]): Person[] {
  const whole: Person[] = []
  for (const person of persons) {
    const before = whole.at(-1)
    const isLeft = before !== undefined && SINGLE.test(before.name) && isBlank(before.behind)
    if (isLeft && SEVERAL.test(person.name)) whole.push(joined([...whole.splice(-1), person]))
    else whole.push(person)
  }
  return whole
}

/** Whether a single character that follows is the end of this name: 王小 明. */
function belongs(before: Person | undefined): boolean {
  return before !== undefined && isBlank(before.behind) && SEVERAL.test(before.name)
}

/** Every run of characters that is a name, or may be one, of a person in a field: too many hide too much, too few tell. */
export function namesOf(text: string): string[] {
  const names = [...personsIn(text).map(({ name }) => name), ...text.split(BETWEEN)]
  return [...new Set(names)].filter((name) => Array.from(name).length > 1 && !BETWEEN.test(name))
}

/** Single characters from a place on, with blanks between them. */
function singlesFrom(typed: readonly Person[], from: number): Person[] {
  const run: Person[] = []
  for (const person of typed.slice(from)) {
    if (!SINGLE.test(person.name)) break
    run.push(person)
    if (!isBlank(person.behind)) break
  }
  return run
}

/** Pairs of single characters; of an odd number the last three are one name. */
function paired(run: readonly Person[]): Person[] {
  const pairs = Math.floor(run.length / 2)
  return Array.from({ length: pairs }, (_, at) =>
    joined(run.slice(at * 2, at === pairs - 1 ? run.length : at * 2 + 2)),
  )
}

function joined(parts: readonly Person[]): Person {
  return { name: parts.map(({ name }) => name).join(''), behind: parts.at(-1)?.behind ?? '' }
}

function isBlank(behind: string): boolean {
  return /^\s+$/u.test(behind)
}
