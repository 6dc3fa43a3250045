import { attributeOf, outermost, replaced, tagsOf } from '../word/element.ts'

/**
 * Makes room in its line for a picture that is turned on its side (旋转图片占位): Word reserves what it measures
 * before it turns it, and the picture would lie over the text above and below.
 */
export function roomForTurned(xml: string): string {
  return replaced(xml, outermost(xml, ['wp:inline']), (inline) => {
    const [turn = ''] = tagsOf(inline, 'a:xfrm')
    if (!/^(?:5400000|16200000)$/.test(attributeOf(turn, 'rot') ?? '')) return inline
    const [extent = ''] = tagsOf(inline, 'wp:extent')
    const [width, height] = ['cx', 'cy'].map((side) => Number(attributeOf(extent, side) ?? 0))
    const beyond = Math.round(Math.abs((width ?? 0) - (height ?? 0)) / 2)
    const [above, beside] = (width ?? 0) > (height ?? 0) ? [beyond, 0] : [0, beyond]
    const room = `<wp:effectExtent l="${beside}" t="${above}" r="${beside}" b="${above}"/>`
    return inline.replace(/<wp:effectExtent[^>]*\/>/, room)
  })
}
