/** A form that a letter takes in a word (连写形式), as fonts name it. */
export type Form = 'isol' | 'fina' | 'medi' | 'init'

/** A glyph on its way to its form and place (字形处理单位). */
export type Item = {
  glyph: number
  /** where in the text what it stands for begins */ from: number
  form: Form | null
  /** drawn by nothing unless a rule takes it; what is hidden cannot be skipped by rules */
  ignorable: 'no' | 'skipped' | 'joiner' | 'hidden'
  isSubstituted: boolean
  /** number of the ligature that it is or belongs to; 0 for none */ ligature: number
  /** how many letters a ligature is of */ letters: number
  /** to which letter of its ligature a mark belongs, or which of several that one became it is */
  component: number
  isMultiplied: boolean
  /** what it is attached to and how far from there */
  attached: { to: Item; x: number; y: number } | null
}

/** What decides which items a lookup passes over. */
export type Skipping = { flags: number; markSet: number | null }

/** What a font says of its glyphs (GDEF). */
export type GlyphKinds = {
  /** 1 letter, 2 ligature, 3 mark */ of: ReadonlyMap<number, number>
  markSets: readonly ReadonlySet<number>[]
}

export const isMark = ({ of }: GlyphKinds, { glyph }: Item): boolean => of.get(glyph) === 3

/** Whether a lookup passes over an item. */
export function isPassed(kinds: GlyphKinds, item: Item, { flags, markSet }: Skipping): boolean {
  const kind = kinds.of.get(item.glyph) ?? 0
  if (kind > 0 && kind < 4 && (flags & (1 << kind)) !== 0) return true
  return kind === 3 && markSet !== null && kinds.markSets[markSet]?.has(item.glyph) !== true
}

/** Whether rules may look past an item that they do not name; within what they join, joiners count. */
export function mayPass({ ignorable, isSubstituted }: Item, isJoined: boolean): boolean {
  if (isSubstituted) return false
  return ignorable === 'skipped' || (ignorable === 'joiner' && !isJoined)
}
