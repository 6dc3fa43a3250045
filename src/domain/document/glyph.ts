/** Outline of a character or of a cluster of them (字形): in thousandths of an em, y upwards. */
export type Glyph = {
  /** how far the next one stands */ advance: number
  /** operators of PDF that fill it */ path: string
  /** left, bottom, right, top */ box: readonly [number, number, number, number]
}

/**
 * Outlines by what they draw: a character, a cluster, or a letter of a joined script with U+200D on
 * the sides where it joins (连写形式).
 */
export type Glyphs = { get(key: string): Glyph | undefined }

/** No outlines: everything is drawn by the fonts that a file names. */
export const noGlyphs: Glyphs = { get: () => undefined }
