const closing = /^[，。、；：？！）》」』】〕〉”’％…—·,.;:?!)\]}%]/u
const opening = /[（《「『【〔〈“‘([{￥$]$/u
/** What does not begin a line: particles and units after figures. */
const clinging = /^(?:[的了和与及等之]|[年月日号件项条第]$)/u
const words = new Intl.Segmenter('zh-Hans', { granularity: 'word' })
/** What a line that begins badly costs, in squared characters. */
const clings = 9

/** Where a line may begin: lines so far, what they cost and where the last of them began. */
type Way = { cost: number; from: number }

/**
 * Breaks a title into the fewest lines that hold it (标题回行), about equally long, between words and
 * not before a particle (词意完整、排列对称、长短适宜, GB/T 9704-2012 7.3.1); one line when it fits or
 * cannot be broken so. `room` and what `widthOf` answers are in characters of the title.
 */
export function titleLines(
  title: string,
  room: number,
  widthOf: (text: string) => number,
): string[] {
  const least = Math.ceil(widthOf(title) / room)
  if (least < 2) return [title]
  const parts = partsOf(title)
  for (let lines = least; lines <= least + 1; lines += 1) {
    const found = broken(parts, lines, { room, ideal: widthOf(title) / lines, widthOf })
    if (found !== null) return found
  }
  return [title]
}

/** Words with the signs that stay beside them. */
function partsOf(title: string): string[] {
  const parts: string[] = []
  for (const { segment } of words.segment(title)) {
    const last = parts.at(-1)
    const stays =
      last !== undefined && (closing.test(segment) || opening.test(last) || /\d ?$/u.test(last))
    if (stays) parts[parts.length - 1] = last + segment
    else parts.push(segment)
  }
  return parts
}

type Setting = { room: number; ideal: number; widthOf: (text: string) => number }

/** The cheapest way to set parts in so many lines; null when there is none. */
function broken(parts: readonly string[], lines: number, setting: Setting): string[] | null {
  const ways: (Way | null)[][] = [[{ cost: 0, from: 0 }]]
  for (let line = 1; line <= lines; line += 1) {
    const before = ways.at(-1) ?? []
    ways.push(
      Array.from({ length: parts.length + 1 }, (_, to) => cheapest(parts, before, to, setting)),
    )
  }
  const found: string[] = []
  let to = parts.length
  for (let line = lines; line > 0; line -= 1) {
    const way = ways[line]?.[to]
    if (way === null || way === undefined) return null
    found.unshift(parts.slice(way.from, to).join('').trim())
    to = way.from
  }
  return found
}

function cheapest(
  parts: readonly string[],
  before: readonly (Way | null)[],
  to: number,
  { room, ideal, widthOf }: Setting,
): Way | null {
  let best: Way | null = null
  for (let from = to - 1; from >= 0; from -= 1) {
    const width = widthOf(parts.slice(from, to).join('').trim())
    if (width > room) break
    const way = before[from]
    if (way === null || way === undefined) continue
    const bad = from > 0 && clinging.test(parts[from] ?? '') ? clings : 0
    const cost = way.cost + (width - ideal) ** 2 + bad
    if (best === null || cost < best.cost) best = { cost, from }
  }
  return best
}
