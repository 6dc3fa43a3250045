import type { Glyph, Outlines } from '../glyph/glyph.ts'
import { readAttaching, type Attaching } from './attachments.ts'
import type { GlyphKinds } from './item.ts'
import { readSubstituting, type Substituting } from './substitutions.ts'
import { classes, coverage, featuresOf } from './tables.ts'

/** Scripts whose words a font shapes, as fonts name them (成形文字). */
export const shapedScripts = ['arab', 'mong', 'tibt'] as const
export type ShapedScript = (typeof shapedScripts)[number]

/** What a shard brings of a font (成形字体): its own rules, which glyph a character is, what glyphs draw. */
export type FontData = {
  script: ShapedScript
  /** thousandths of an em for a unit of the font, in thousandths */ scale: number
  substitutions: DataView
  positions: DataView
  definitions: DataView
  glyphOf: ReadonlyMap<string, number>
  outlines: Outlines
}

/** A font that is ready to shape. */
export type Font = {
  script: ShapedScript
  glyphOf: ReadonlyMap<string, number>
  kinds: GlyphKinds
  features: ReadonlyMap<string, readonly number[]>
  lookup: (index: number) => Substituting
  attachings: readonly Attaching[]
  draw(glyph: number): Glyph | undefined
  /** units of the font in thousandths of an em */ toEm(units: number): number
}

/** Makes a font ready to shape; rules are read when they are first needed. */
export function openFont(data: FontData): Font {
  const { substitutions, positions, definitions, script } = data
  const lookups = new Map<number, Substituting>()
  const places = featuresOf(positions, script)
  const attachings = [...(places.get('mark') ?? []), ...(places.get('mkmk') ?? [])]
  return {
    script,
    glyphOf: data.glyphOf,
    kinds: kindsIn(definitions),
    features: featuresOf(substitutions, script),
    lookup(index) {
      const lookup = lookups.get(index) ?? readSubstituting(substitutions, index)
      lookups.set(index, lookup)
      return lookup
    },
    attachings: attachings
      .toSorted((a, b) => a - b)
      .flatMap((index) => readAttaching(positions, index) ?? []),
    draw: (glyph) => data.outlines.get(String(glyph)),
    toEm: (units) => Math.round((units * data.scale) / 1000),
  }
}

function kindsIn(view: DataView): GlyphKinds {
  const own = view.getUint16(4)
  const hasSets = view.getUint32(0) >= 0x00010002
  const sets = hasSets ? view.getUint16(12) : 0
  const markSets =
    sets === 0
      ? []
      : Array.from({ length: view.getUint16(sets + 2) }, (_, index) => {
          const at = sets + view.getUint32(sets + 4 + 4 * index)
          return new Set(coverage(view, at).keys())
        })
  return { of: own === 0 ? new Map() : classes(view, own), markSets }
}
