/** Numbers that follow a count of their own in a font's table, two bytes each. */
export function numbers(view: DataView, at: number, count = view.getUint16(at)): number[] {
  return Array.from({ length: count }, (_, index) => view.getUint16(at + 2 + 2 * index))
}

/** Places of what a counted list of offsets points to; an offset of nought points nowhere. */
export function places(view: DataView, from: number, at: number): (number | null)[] {
  return numbers(view, at).map((offset) => (offset === 0 ? null : from + offset))
}

/** Glyphs that a table covers (Coverage), each with its place there. */
export function coverage(view: DataView, at: number): Map<number, number> {
  const listed = view.getUint16(at) === 1
  if (listed) return new Map(numbers(view, at + 2).map((glyph, index) => [glyph, index]))
  return new Map(ranges(view, at + 2, (glyph, first, value) => value + glyph - first))
}

/** Classes of glyphs (ClassDef); those that are not named are of class 0. */
export function classes(view: DataView, at: number): Map<number, number> {
  if (view.getUint16(at) === 2) return new Map(ranges(view, at + 2, (_, __, value) => value))
  const first = view.getUint16(at + 2)
  return new Map(numbers(view, at + 4).map((value, index) => [first + index, value]))
}

function ranges(
  view: DataView,
  at: number,
  valueOf: (glyph: number, first: number, value: number) => number,
): [number, number][] {
  const pairs: [number, number][] = []
  for (let left = view.getUint16(at), place = at + 2; left > 0; left -= 1, place += 6) {
    const first = view.getUint16(place)
    for (let glyph = first; glyph <= view.getUint16(place + 2); glyph += 1) {
      pairs.push([glyph, valueOf(glyph, first, view.getUint16(place + 4))])
    }
  }
  return pairs
}

/** Lookups of each feature (字体特性) of a script, in any language. */
export function featuresOf(view: DataView, script: string): Map<string, number[]> {
  const features = new Map<string, number[]>()
  const scripts = tagged(view, view.getUint16(4))
  const own = scripts.find(({ tag }) => tag === script)
  if (own === undefined || view.getUint16(own.at) === 0) return features
  const language = own.at + view.getUint16(own.at)
  const all = tagged(view, view.getUint16(6))
  for (const index of numbers(view, language + 4)) {
    const feature = all[index]
    if (feature === undefined) continue
    const lookups = numbers(view, feature.at + 2)
    features.set(feature.tag, [...(features.get(feature.tag) ?? []), ...lookups])
  }
  return features
}

function tagged(view: DataView, list: number): { tag: string; at: number }[] {
  return Array.from({ length: view.getUint16(list) }, (_, index) => {
    const record = list + 2 + 6 * index
    const tag = [0, 1, 2, 3].map((byte) => String.fromCharCode(view.getUint8(record + byte)))
    return { tag: tag.join(''), at: list + view.getUint16(record + 4) }
  })
}

/** Flags of a lookup and where its parts begin, past any extension; `markSet` is its filter of marks. */
export function lookupAt(
  view: DataView,
  index: number,
  extension: number,
): { type: number; flags: number; markSet: number | null; parts: number[] } {
  const list = view.getUint16(8)
  const at = list + view.getUint16(list + 2 + 2 * index)
  const flags = view.getUint16(at + 2)
  const own = places(view, at, at + 4).filter((place) => place !== null)
  const markSet = (flags & 0x10) === 0 ? null : view.getUint16(at + 6 + 2 * own.length)
  const type = view.getUint16(at)
  if (type !== extension) return { type, flags, markSet, parts: own }
  const beyond = own.map((place) => place + view.getUint32(place + 4))
  return { type: view.getUint16((own[0] ?? 0) + 2), flags, markSet, parts: beyond }
}
