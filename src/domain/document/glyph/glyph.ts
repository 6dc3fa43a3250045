/** Outline of a character or of a cluster of them (字形): in thousandths of an em, y upwards. */
export type Glyph = {
  /** how far the next one stands */ advance: number
  /** operators of PDF that fill it */ path: string
  /** left, bottom, right, top */ box: readonly [number, number, number, number]
}

/** A text and what draws it. */
export type DrawnText = { text: string; glyph: Glyph }

/** Outlines by what they draw: a character or a cluster of them. */
export type Outlines = { get(key: string): Glyph | undefined }

/** Outlines at hand (字形), and fonts that shape words of their scripts. */
export type Glyphs = Outlines & {
  /** the word that begins at a place of a text, in the order of the text; empty when no font shapes it */
  wordAt(text: string, at: number): readonly DrawnText[]
}

/** No outlines: everything is drawn by the fonts that a file names. */
export const noGlyphs: Glyphs = { get: () => undefined, wordAt: () => [] }
