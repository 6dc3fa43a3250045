/** A media range of an Accept header with its weight, and how narrowly it names a type. */
type Range = { type: string; q: number; narrow: number; at: number }

/**
 * The offered form that an Accept header likes best (内容协商, RFC 9110 12.5.1): by weight, then by how narrowly it is
 * named, then by its place in the header; null where it accepts none of them.
 */
export function preferred<T extends string>(
  header: string,
  offers: ReadonlyMap<T, string>,
): T | null {
  const ranges = header.split(',').flatMap(rangeOf)
  const liked = [...offers].flatMap(([form, type]) => {
    const [best] = ranges
      .filter((range) => fits(range, type))
      .toSorted((one, other) => other.narrow - one.narrow)
    return best === undefined || best.q === 0 ? [] : [{ form, ...best }]
  })
  const [first] = liked.toSorted((a, b) => b.q - a.q || b.narrow - a.narrow || a.at - b.at)
  return first?.form ?? null
}

function rangeOf(part: string, at: number): Range[] {
  const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
  if (name === '') return []
  const weight = parameters.find((text) => text.startsWith('q='))
  const q = weight === undefined ? 1 : Number(weight.slice(2))
  const narrow = name === '*/*' ? 0 : name.endsWith('/*') ? 1 : 2
  return [{ type: name, q: q >= 0 && q <= 1 ? q : 0, narrow, at }]
}

function fits({ type }: Range, offered: string): boolean {
  if (type === '*/*') return true
  return type.endsWith('/*') ? offered.startsWith(type.slice(0, -1)) : type === offered
}
