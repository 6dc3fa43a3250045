import { isNamed } from '../../src/domain/document/units.ts'
import type { OpenFont } from './font.ts'
import type { ShapedFont } from './shaped.ts'
import type { Unihan } from './unihan.ts'

/**
 * What one font draws for the product: texts as `Glyphs` keys them; fonts of different licences never
 * share a file: `o` OFL, `a` Arphic.
 */
export type Share = { font: OpenFont; keys: string[]; licence?: 'a' }

/**
 * What a font draws for the product as polygons: Han that nearly no text has; `h` OFL, `b` Arphic.
 */
export type PolygonShare = { font: OpenFont; characters: string[]; licence: 'h' | 'b' }

/** The fonts that the outlines are made of. */
export type FontSet = Record<
  | 'serif'
  | 'latin'
  | 'hangul'
  | 'han'
  | 'yi'
  | 'arabic'
  | 'tibetan'
  | 'mongolian'
  | 'hanMincho'
  | 'taiLe'
  | 'newTaiLue'
  | 'lisu',
  OpenFont
>

const isHangul = /^\p{Script=Hangul}$/u
const extensionA = /^[㐀-䶿]$/

/**
 * Deals characters out to fonts (收字范围): what the fonts that a PDF names do not draw everywhere. Each
 * goes to the first font that has it.
 */
export function sharesOf(fonts: FontSet, unihan: Unihan): Share[] {
  return [
    { font: fonts.serif, keys: charactersOf(fonts.serif).filter((char) => isRare(char, unihan)) },
    {
      font: fonts.latin,
      keys: [...range(0xa1, 0x24f), ...range(0x300, 0x52f), ...range(0x1e00, 0x1eff)],
    },
    { font: fonts.han, keys: [...unihan.names], licence: 'a' },
    { font: fonts.hangul, keys: range(0xac00, 0xd7a3) },
    { font: fonts.yi, keys: range(0xa000, 0xa4c6) },
    { font: fonts.lisu, keys: range(0xa4d0, 0xa4ff) },
    { font: fonts.taiLe, keys: range(0x1950, 0x1974) },
    { font: fonts.newTaiLue, keys: range(0x1980, 0x19df) },
    { font: fonts.mongolian, keys: range(0x11660, 0x1166c) },
  ]
}

/** Of Extension A, which the named fonts have as a rule, only what 通用规范汉字表 has. */
function isRare(char: string, { standard }: Unihan): boolean {
  if (isHangul.test(char)) return false
  return extensionA.test(char) ? standard.has(char) : !isNamed(char)
}

/**
 * Han of Extension B, and of those after it what Chinese sources have (扩充汉字), dealt out to the fonts:
 * each goes to the first that has it.
 */
export function polygonShares({ hanMincho, han }: FontSet, { chinese }: Unihan): PolygonShare[] {
  const later = [...range(0x2a700, 0x2f7ff), ...range(0x30000, 0x3ffff)]
  const characters = [...range(0x20000, 0x2a6df), ...later.filter((char) => chinese.has(char))]
  return [
    { font: hanMincho, characters, licence: 'h' },
    { font: han, characters, licence: 'b' },
  ]
}

/** Fonts that shape words (成形文字): what letters draw depends on those beside them. */
export function shapedFonts({ arabic, tibetan, mongolian }: FontSet): ShapedFont[] {
  const joiners = ['\u200c', '\u200d']
  return [
    {
      script: 'arab',
      block: '0600',
      font: arabic,
      characters: [...range(0x600, 0x6ff), ...joiners],
    },
    { script: 'tibt', block: '0f00', font: tibetan, characters: range(0xf00, 0xfff) },
    {
      script: 'mong',
      block: '1800',
      font: mongolian,
      characters: [...range(0x1800, 0x18af), ...joiners, '\u202f'],
    },
  ]
}

function charactersOf(font: OpenFont): string[] {
  return [...font.characters]
    .filter((point) => point > 0x7e)
    .toSorted((a, b) => a - b)
    .map((point) => String.fromCodePoint(point))
}

function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at))
}
