import { classes, coverage, lookupAt, numbers, places } from './tables.ts'

/** Whether a glyph fits a place of a context. */
type Fits = (glyph: number) => boolean
/** A context (上下文): what stands before (nearest first), in and after it, and which lookups act where. */
export type Context = {
  before: Fits[]
  input: Fits[]
  after: Fits[]
  acts: { at: number; lookup: number }[]
}
/** What a rule does to a glyph: it becomes others, one with those behind it, or what its context says. */
export type Substitution =
  | { kind: 'replace'; to: number[] }
  | { kind: 'ligature'; rest: number[]; to: number }
  | { kind: 'context'; context: Context }

/** A lookup of GSUB: what may become of each glyph, what comes first is tried first. */
export type Substituting = {
  flags: number
  markSet: number | null
  of: ReadonlyMap<number, Substitution[]>
}

/** Reads a lookup of GSUB (字形替换规则): single, multiple, ligature and chained context. Throws on others. */
export function readSubstituting(view: DataView, index: number): Substituting {
  const { type, flags, markSet, parts } = lookupAt(view, index, 7)
  const of = new Map<number, Substitution[]>()
  for (const part of parts) {
    for (const [glyph, found] of substitutionsIn(view, part, type)) {
      of.set(glyph, [...(of.get(glyph) ?? []), ...found])
    }
  }
  return { flags, markSet, of }
}

function substitutionsIn(view: DataView, at: number, type: number): [number, Substitution[]][] {
  switch (type) {
    case 1:
      return singles(view, at)
    case 2:
      return listed(view, at, (place) => [{ kind: 'replace', to: numbers(view, place) }])
    case 4:
      return listed(view, at, (place) => ligatures(view, place))
    case 6:
      return contexts(view, at).map(([glyph, found]) => [
        glyph,
        found.map((context) => ({ kind: 'context', context })),
      ])
    default:
      throw new Error(`no lookup of GSUB is of type ${type}`)
  }
}

function singles(view: DataView, at: number): [number, Substitution[]][] {
  const given = view.getUint16(at) === 2 ? numbers(view, at + 4) : null
  const shift = view.getInt16(at + 4)
  return [...coverage(view, at + view.getUint16(at + 2))].map(([glyph, index]) => [
    glyph,
    [{ kind: 'replace', to: [given?.[index] ?? (glyph + shift) & 0xffff] }],
  ])
}

/** What a covered glyph's own list says. */
function listed<Found>(
  view: DataView,
  at: number,
  read: (place: number) => Found[],
): [number, Found[]][] {
  const lists = places(view, at, at + 4)
  return [...coverage(view, at + view.getUint16(at + 2))].map(([glyph, index]) => {
    const place = lists[index] ?? null
    return [glyph, place === null ? [] : read(place)]
  })
}

function ligatures(view: DataView, set: number): Substitution[] {
  return places(view, set, set).flatMap((at) =>
    at === null
      ? []
      : [
          {
            kind: 'ligature' as const,
            to: view.getUint16(at),
            rest: numbers(view, at + 2, view.getUint16(at + 2) - 1),
          },
        ],
  )
}

const same =
  (wanted: number): Fits =>
  (glyph) =>
    glyph === wanted

function contexts(view: DataView, at: number): [number, Context[]][] {
  const format = view.getUint16(at)
  if (format === 3) return contextBySets(view, at)
  if (format === 1) {
    return listed(view, at, (set) => rulesIn(view, set, [same, same, same]))
  }
  const kinds = [4, 6, 8].map((place) => {
    const offset = view.getUint16(at + place)
    return offset === 0 ? new Map<number, number>() : classes(view, at + offset)
  })
  const fits = kinds.map(
    (kind) =>
      (wanted: number): Fits =>
      (glyph) =>
        (kind.get(glyph) ?? 0) === wanted,
  )
  const sets = places(view, at, at + 10).map((set) =>
    set === null ? [] : rulesIn(view, set, fits),
  )
  return [...coverage(view, at + view.getUint16(at + 2)).keys()].map((glyph) => [
    glyph,
    sets[kinds[1]?.get(glyph) ?? 0] ?? [],
  ])
}

function rulesIn(
  view: DataView,
  set: number,
  fits: readonly ((wanted: number) => Fits)[],
): Context[] {
  return places(view, set, set).flatMap((rule) => {
    if (rule === null) return []
    const before = numbers(view, rule)
    const own = rule + 2 + 2 * before.length
    const input = numbers(view, own, view.getUint16(own) - 1)
    const next = own + 2 + 2 * input.length
    const after = numbers(view, next)
    const [one, two, three] = [before, input, after].map((wanted, index) =>
      wanted.flatMap((value) => fits[index]?.(value) ?? []),
    )
    return [
      {
        before: one ?? [],
        input: two ?? [],
        after: three ?? [],
        acts: actsAt(view, next + 2 + 2 * after.length),
      },
    ]
  })
}

function contextBySets(view: DataView, at: number): [number, Context[]][] {
  let place = at + 2
  const sets = [0, 1, 2].map(() => {
    const own = places(view, at, place).flatMap((set) =>
      set === null ? [] : [coverage(view, set)],
    )
    place += 2 + 2 * own.length
    return own
  })
  const [before, input, after] = sets.map((own) =>
    own.map(
      (set): Fits =>
        (glyph) =>
          set.has(glyph),
    ),
  )
  const context: Context = {
    before: before ?? [],
    input: input?.slice(1) ?? [],
    after: after ?? [],
    acts: actsAt(view, place),
  }
  return [...(sets[1]?.[0]?.keys() ?? [])].map((glyph) => [glyph, [context]])
}

function actsAt(view: DataView, at: number): Context['acts'] {
  return Array.from({ length: view.getUint16(at) }, (_, index) => ({
    at: view.getUint16(at + 2 + 4 * index),
    lookup: view.getUint16(at + 4 + 4 * index),
  }))
}
