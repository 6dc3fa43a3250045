import { readFileSync } from 'node:fs'
import { Blob, Buffer as Text, Face, Font, shape } from 'harfbuzzjs'

/** An operator of an outline with its points: 1 move, 2 line, 3 quadratic and 4 cubic curve. */
export type Step = { operator: 1 | 2 | 3 | 4; points: number[] }
/** An outline of a font, moved. */
export type Part = { outline: string; x: number; y: number }
/** A text as a font draws it, in thousandths of an em. */
export type Shaped = { advance: number; parts: Part[] }
/** A font that can be asked for texts and outlines. */
export type OpenFont = {
  characters: ReadonlySet<number>
  /** thousandths of an em for a unit of the font */ unit: number
  /** null when the font lacks a character of the text */ shape(text: string): Shaped | null
  outline(id: string): Step[]
  /** its number of a character's glyph */ glyphOf(char: string): number
  /** what a glyph draws by itself */ drawn(glyph: number): Shaped
  table(tag: string): Uint8Array
}

const operators: Readonly<Record<string, Step['operator']>> = { M: 1, L: 2, Q: 3, C: 4 }

/** Opens a font file; `index` is its place in a collection, `scale` sets it larger or smaller than it is. */
export function openFont(path: string, { index = 0, scale = 1 } = {}): OpenFont {
  const face = new Face(new Blob(readFileSync(path)), index)
  const font = new Font(face)
  const circle = font.glyph(0x25cc)
  const unit = (1000 / face.upem) * scale
  const round = (value: number): number => Math.round(value * unit)
  return {
    characters: new Set(face.collectUnicodes()),
    unit,
    shape(text) {
      const buffer = new Text()
      buffer.addText(text)
      buffer.guessSegmentProperties()
      shape(font, buffer)
      let x = 0
      const parts: Part[] = []
      for (const {
        codepoint,
        xAdvance = 0,
        xOffset = 0,
        yOffset = 0,
      } of buffer.getGlyphInfosAndPositions()) {
        // A dotted circle holds up a mark that stands on nothing.
        if (codepoint === 0 || (codepoint === circle && text !== '◌')) return null
        if (font.glyphToPath(codepoint) !== '') {
          const id = `${path}:${codepoint}`
          parts.push({ outline: id, x: round(x + xOffset), y: round(yOffset) })
        }
        x += xAdvance
      }
      return { advance: round(x), parts }
    },
    outline: (id) =>
      font.glyphToJson(Number(id.split(':').at(-1))).flatMap(({ type, values }) => {
        const operator = operators[type]
        return operator === undefined ? [] : [{ operator, points: values.map(round) }]
      }),
    glyphOf: (char) => font.nominalGlyph(char.codePointAt(0) ?? 0) ?? 0,
    drawn(glyph) {
      const parts = [{ outline: `${path}:${glyph}`, x: 0, y: 0 }]
      const isBlank = font.glyphToPath(glyph) === ''
      return { advance: round(font.glyphHAdvance(glyph)), parts: isBlank ? [] : parts }
    },
    table: (tag) => face.referenceTable(tag) ?? new Uint8Array(),
  }
}
