import { coverage, lookupAt, places } from './tables.ts'

/** A point of a glyph, in units of its font. */
export type Anchor = { x: number; y: number }
/** Marks and what they stand on (标记定位): each mark's class and point, and by class the points below. */
export type AttachingPart = {
  marks: ReadonlyMap<number, { group: number; anchor: Anchor }>
  /** of a ligature each letter has its points, of others the glyph */
  bases: ReadonlyMap<number, (Anchor | null)[][]>
}
/** A lookup of GPOS that sets marks on letters (4), ligatures (5) or marks (6). */
export type Attaching = {
  type: 4 | 5 | 6
  flags: number
  markSet: number | null
  parts: AttachingPart[]
}

/** Reads a lookup of GPOS; null for one that sets no marks. */
export function readAttaching(view: DataView, index: number): Attaching | null {
  const { type, flags, markSet, parts } = lookupAt(view, index, 9)
  if (type !== 4 && type !== 5 && type !== 6) return null
  return { type, flags, markSet, parts: parts.map((part) => partAt(view, part, type)) }
}

function partAt(view: DataView, at: number, type: 4 | 5 | 6): AttachingPart {
  const [markList, baseList] = [at + view.getUint16(at + 8), at + view.getUint16(at + 10)]
  const groups = view.getUint16(at + 6)
  const marks = [...coverage(view, at + view.getUint16(at + 2))].map(([glyph, index]) => {
    const record = markList + 2 + 4 * index
    const anchor = anchorAt(view, markList + view.getUint16(record + 2))
    return [glyph, { group: view.getUint16(record), anchor }] as const
  })
  const bases = [...coverage(view, at + view.getUint16(at + 4))].map(
    ([glyph, index]) => [glyph, lettersAt(view, baseList, index, { groups, type })] as const,
  )
  return { marks: new Map(marks), bases: new Map(bases) }
}

/** Points of each letter of a ligature; of others, those of the glyph. */
function lettersAt(
  view: DataView,
  list: number,
  index: number,
  { groups, type }: { groups: number; type: 4 | 5 | 6 },
): (Anchor | null)[][] {
  if (type !== 5) return [points(view, list, list + 2, index, groups)]
  const at = places(view, list, list)[index] ?? null
  if (at === null) return []
  return Array.from({ length: view.getUint16(at) }, (_, letter) =>
    points(view, at, at + 2, letter, groups),
  )
}

function points(
  view: DataView,
  from: number,
  at: number,
  index: number,
  groups: number,
): (Anchor | null)[] {
  return Array.from({ length: groups }, (_, group) => {
    const offset = view.getUint16(at + 2 * (index * groups + group))
    return offset === 0 ? null : anchorAt(view, from + offset)
  })
}

function anchorAt(view: DataView, at: number): Anchor {
  return { x: view.getInt16(at + 2), y: view.getInt16(at + 4) }
}
