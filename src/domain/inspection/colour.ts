/** A colour as a number 0xRRGGBB; null is one that is not known or is left to the program. */
export type Colour = number | null

export const white = 0xff_ff_ff
export const black = 0

const NAMES: ReadonlyMap<string, number> = new Map([
  ['black', black],
  ['white', white],
  ['red', 0xff_00_00],
  ['green', 0x00_ff_00],
  ['blue', 0x00_00_ff],
  ['yellow', 0xff_ff_00],
  ['cyan', 0x00_ff_ff],
  ['magenta', 0xff_00_ff],
  ['darkred', 0x80_00_00],
  ['darkgreen', 0x00_80_00],
  ['darkblue', 0x00_00_80],
  ['darkyellow', 0x80_80_00],
  ['darkcyan', 0x00_80_80],
  ['darkmagenta', 0x80_00_80],
  ['darkgray', 0x80_80_80],
  ['lightgray', 0xc0_c0_c0],
])

/** Reads a colour as files write it: RRGGBB, AARRGGBB, #RGB or a name; null for anything else. */
export function colourOf(text: string): Colour {
  const word = text.trim().replace(/\s.*$/s, '').toLowerCase()
  const digits = /^#?([0-9a-f]+)$/.exec(word)?.[1]
  if (digits === undefined) return NAMES.get(word) ?? null
  if (digits.length === 3) return Number.parseInt(digits.replaceAll(/./g, '$&$&'), 16)
  return digits.length === 6 || digits.length === 8 ? Number.parseInt(digits.slice(-6), 16) : null
}

/** Tells black and what looks like it. */
export function isDark(colour: number): boolean {
  return partsOf(colour).every((part) => part < 0x40)
}

/** Tells whether nobody can make out words of one colour on a ground of another (看不出的文字). */
export function isLost(ink: number, ground: number): boolean {
  const most = isDark(ground) ? 0x40 : 0x10
  const under = partsOf(ground)
  return partsOf(ink).every((part, at) => Math.abs(part - (under[at] ?? 0)) <= most)
}

function partsOf(colour: number): number[] {
  return [(colour >> 16) & 0xff, (colour >> 8) & 0xff, colour & 0xff]
}
