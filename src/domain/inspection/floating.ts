import { type Colour, isDark } from './colour.ts'

/** Attributes of an element as the reader of XML gives them. */
export type Attributes = ReadonlyMap<string, string>

/** A shape while it is read; `fill` is undefined while nothing was said, null for none that hides. */
export type Shape = { isArea: boolean; fill: Colour | undefined; text: string }

/** A picture while it is read. */
export type Picture = { id: string; isSeenThrough: boolean }

/** What floats over a page as one (浮动对象); words keep clear of it, or it lies among shapes alone: `isClear`. */
export type Floating = {
  end: string
  name: string
  isFront: boolean
  isBehind: boolean
  isClear: boolean
  covers: boolean
  isBlack: boolean
  text: string
  shape: Shape | null
  picture: Picture | null
}

/** A colour that is there and is not known by its number: neither black nor white. */
export const someColour = 0x80_80_80

/** Begins to read what floats, up to the element `end`. */
export function beginFloating(end: string): Floating {
  return {
    end,
    name: '',
    isFront: false,
    isBehind: false,
    isClear: false,
    covers: false,
    isBlack: false,
    text: '',
    shape: null,
    picture: null,
  }
}

/** Ends a shape: an empty one that is filled covers, a black one whatever it says. */
export function endShape(on: Floating): void {
  const { shape } = on
  on.shape = null
  if (shape === null || !shape.isArea || typeof shape.fill !== 'number') return
  if (shape.text.trim() === '') on.covers = true
  if (isDark(shape.fill)) on.isBlack = true
}

/** Tells whether it lies over words (遮盖): boxes with words of their own, as charts have, do not. */
export function isOverWords({ isFront, isClear, covers, isBlack, text }: Floating): boolean {
  return isFront && !isClear && (isBlack || (covers && text.trim() === ''))
}
