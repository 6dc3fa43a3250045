import { openFont as openRules, type ShapedScript } from '../../src/domain/document/shaping/font.ts'
import type { Substitution } from '../../src/domain/document/shaping/substitutions.ts'
import type { OpenFont, Shaped } from './font.ts'
import { glyphBytes, natural } from './pack.ts'

/** A font that goes into a shard with its rules, and the characters whose words it shapes. */
export type ShapedFont = {
  script: ShapedScript
  font: OpenFont
  block: string
  characters: string[]
}

/** Bytes of a shard in the form that `readFont` reads. */
export function fontBytes({ script, font, characters }: ShapedFont): number[] {
  const bytes = [...new TextEncoder().encode(script)]
  natural(bytes, Math.round(font.unit * 1000))
  const tables = ['GSUB', 'GPOS', 'GDEF'].map((tag) => font.table(tag))
  for (const table of tables) {
    natural(bytes, table.length)
    bytes.push(...table)
  }
  const known = characters.filter((char) => font.glyphOf(char) !== 0)
  natural(bytes, known.length)
  let before = 0
  for (const char of known) {
    const point = char.codePointAt(0) ?? 0
    natural(bytes, point - before)
    natural(bytes, font.glyphOf(char))
    before = point
  }
  const glyphs = reached(
    script,
    tables,
    known.map((char) => font.glyphOf(char)),
  )
  const shaped = new Map<string, Shaped>(
    glyphs.map((glyph) => [String(glyph), font.drawn(glyph)] as const),
  )
  return bytes.concat(glyphBytes(shaped, (id) => font.outline(id)))
}

/** Features that are for others: vertical lines, signs that are asked for. */
const unused = new Set(['aalt', 'vert', 'vrt2', 'dlig', 'tnum'])

/** Glyphs that some text of these may become, by any of the font's rules. */
function reached(script: ShapedScript, tables: readonly Uint8Array[], from: number[]): number[] {
  const [substitutions, positions, definitions] = tables.map(
    (table) => new DataView(table.slice().buffer),
  )
  if (!substitutions || !positions || !definitions) return from
  const empty = {
    scale: 1000,
    glyphOf: new Map<string, number>(),
    outlines: { get: () => undefined },
  }
  const font = openRules({ script, substitutions, positions, definitions, ...empty })
  const found = new Set(from)
  const open = new Set([...font.features].flatMap(([tag, own]) => (unused.has(tag) ? [] : own)))
  for (let size = -1; size !== found.size + open.size;) {
    size = found.size + open.size
    for (const index of open) {
      for (const [glyph, rules] of font.lookup(index).of) {
        if (found.has(glyph)) for (const rule of rules) follow(rule, found, open)
      }
    }
  }
  return [...found].toSorted((a, b) => a - b)
}

function follow(rule: Substitution, found: Set<number>, open: Set<number>): void {
  if (rule.kind === 'replace') for (const to of rule.to) found.add(to)
  else if (rule.kind === 'context') for (const act of rule.context.acts) open.add(act.lookup)
  else if (rule.rest.every((one) => found.has(one))) found.add(rule.to)
}
