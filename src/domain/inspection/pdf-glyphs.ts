/** Text and width of what one operation shows; widths come in thousandths of the font's size. */
export function measure(glyphs: unknown, size: number): { text: string; width: number } {
  let text = ''
  let width = 0
  for (const glyph of Array.isArray(glyphs) ? glyphs : []) {
    if (typeof glyph === 'number') width -= (glyph / 1000) * size
    else if (typeof glyph === 'object' && glyph !== null) {
      const unicode: unknown = Reflect.get(glyph, 'unicode')
      const advance: unknown = Reflect.get(glyph, 'width')
      if (typeof unicode === 'string') text += unicode
      if (typeof advance === 'number') width += (advance / 1000) * size
    }
  }
  return { text, width }
}
