import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import {
  Blob,
  Buffer as Text,
  BufferFlag,
  Face,
  Feature,
  Font as Shaper,
  shape as reference,
} from 'harfbuzzjs'
import { describe, expect, test } from 'vitest'
import { offsetOf } from '../../../src/domain/document/shaping/attach.ts'
import { openFont, type Font } from '../../../src/domain/document/shaping/font.ts'
import { readFont } from '../../../src/domain/document/shaping/read-font.ts'
import { shape } from '../../../src/domain/document/shaping/shape.ts'
import { wordAt } from '../../../src/domain/document/shaping/words.ts'
import { sfntOf } from '../../support/sfnt.ts'

/** A glyph and how far it stands from the letter below it. */
type Placed = { glyph: number; x: number; y: number }
type Pair = { font: Font; shaper: Shaper }

function load(block: string): Pair {
  const path = `../../../src/http/static/assets/glyphs/s${block}.bin`
  const data = readFont(inflateRawSync(readFileSync(new URL(path, import.meta.url))))
  const face = new Face(new Blob(sfntOf(data)), 0)
  return { font: openFont(data), shaper: new Shaper(face) }
}

function ours({ font }: Pair, text: string): Placed[] {
  return shape(font, text)
    .filter(({ ignorable, isSubstituted }) => ignorable === 'no' || isSubstituted)
    .map((item) => {
      const { x, y } = offsetOf(item)
      return { glyph: item.glyph, x, y }
    })
}

/** What HarfBuzz makes of a text, in the order of the text; marks are told from the letter below them. */
function theirs({ font, shaper }: Pair, text: string): Placed[] {
  const buffer = new Text()
  buffer.addText(text)
  buffer.guessSegmentProperties()
  buffer.setFlags(BufferFlag.REMOVE_DEFAULT_IGNORABLES)
  reference(shaper, buffer, [new Feature('kern', 0)])
  let pen = 0
  const placed = buffer.getGlyphInfosAndPositions().map((one) => {
    const start = pen
    pen += one.xAdvance ?? 0
    return { glyph: one.codepoint, start, x: one.xOffset ?? 0, y: one.yOffset ?? 0 }
  })
  let base = 0
  return (font.script === 'arab' ? placed.toReversed() : placed).map(({ glyph, start, x, y }) => {
    if (font.kinds.of.get(glyph) !== 3) base = start
    const isSet = font.kinds.of.get(glyph) === 3 && (x !== 0 || y !== 0)
    return { glyph, x: isSet ? start + x - base : 0, y }
  })
}

function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at))
}

const pick = (chars: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...chars)
const joined = (parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((all) => all.join('').normalize('NFC'))
const some = (unit: fc.Arbitrary<string>, maxLength: number, minLength = 0): fc.Arbitrary<string> =>
  fc.array(unit, { minLength, maxLength }).map((all) => all.join(''))

const mongolian = load('1800')
const arabic = load('0600')
const tibetan = load('0f00')

const selectors = ['', '', '', '', '', '\u180b', '\u180c', '\u180d']
const between = pick(['', '', '', '', '', '', '\u180e', '\u202f'])
const letters = (chars: readonly string[]): fc.Arbitrary<string> =>
  some(joined([pick(chars), pick(selectors), between]), 9, 1)
const vowelMarks = some(pick([...range(0x64b, 0x652), '\u0670']), 2)
const uyghur = Array.from('ئاەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىيءأإآةىٱههلالالا')
const stacked = joined([
  pick(Array.from('ཀཁགངཅཆཇཉཊཋཌཎཏཐདནཔཕབམཙཚཛཝཞཟའཡརལཤཥསཧཨ')),
  some(pick(Array.from('ྐྑྒྔྕྖྗྙྚྛྜྞྟྠྡྣྤྥྦྨྱྲླྭྴྶྷ')), 3),
  pick(['', '', 'ཱ', 'ི', 'ུ', 'ེ', 'ོ', 'ཱུ', 'ཱི']),
  pick(['', '', '', 'ཾ', 'ྃ', 'ཿ', '་']),
])

const scripts = [
  ['Mongolian', mongolian, letters(range(0x1820, 0x1842))],
  ['Todo', mongolian, letters([...range(0x1843, 0x185c), ...range(0x1820, 0x1828)])],
  ['Manchu and Sibe', mongolian, letters([...range(0x185d, 0x1878), ...range(0x1820, 0x1828)])],
  ['Ali Gali', mongolian, letters(range(0x1887, 0x18a8))],
  ['Arabic letters and their vowel marks', arabic, some(joined([pick(uyghur), vowelMarks]), 8, 1)],
  [
    'letters of every language written in Arabic ones',
    arabic,
    some(pick(range(0x620, 0x64a).concat(range(0x671, 0x6d3))), 8, 1),
  ],
  ['Tibetan and Sanskrit stacks', tibetan, some(stacked, 4, 1)],
] as const

const names = [
  [
    'Mongolian',
    mongolian,
    'ᠪᠠᠶᠠᠷ ᠰᠤᠶᠤᠯ ᠠᠯᠲᠠᠨᠴᠡᠴᠡᠭ ᠮᠥᠩᠬᠡ ᠪᠠᠲᠤ ᠳᠣᠷᠵᠢ ᠴᠢᠩᠭᠢᠰ ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ᠬᠠᠭᠠᠨ\u180eᠠ ᠨᠠᠷᠠ\u180bᠭᠡᠷᠡᠯ',
  ],
  ['Manchu', mongolian, 'ᠮᠠᠨᠵᡠ ᡤᡳᠰᡠᠨ ᠨᡳᡴᠠᠨ ᡥᡝᡵᡤᡝᠨ ᠠᡳᠰᡳᠨ ᡤᡳᠣᡵᠣ'],
  ['Sibe', mongolian, 'ᠰᡳᠪᡝ ᡤᡳᠰᡠᡵᡝᠨ ᡠᠯᠠᠨ'],
  ['Todo', mongolian, 'ᡐᡆᡑᡆ ᡋᡅᡔᡅᡎ ᡍᠠᠯᡅᡏᠠᡎ'],
  ['Arabic', arabic, 'مُحَمَّدٌ لِلّٰهِ سَلَامٌ لَا ئابدۇللا مۇھەممەت قازاق گۈلنار'],
  ['Tibetan', tibetan, 'བསྟན་འཛིན་རྒྱ་མཚོ པདྨ་ཧཱུྃ ཀྵྨྱ སྟྲྱ བཀྲ་ཤིས་བདེ་ལེགས'],
] as const

describe('issue 4 §1: words of minority scripts stand as their fonts shape them', () => {
  test.each(names)('%s names and words are shaped as HarfBuzz shapes them', (_, pair, words) => {
    for (const word of words.normalize('NFC').split(' ')) {
      expect(ours(pair, word), word).toEqual(theirs(pair, word))
    }
  })

  test.each(scripts)('any word of %s is shaped as HarfBuzz shapes it', (_, pair, words) => {
    fc.assert(
      fc.property(words, (word) => {
        expect(ours(pair, word)).toEqual(theirs(pair, word))
      }),
      { numRuns: 500 },
    )
  })

  test('a word is cut into its text again', () => {
    for (const [, { font }, words] of scripts) {
      fc.assert(
        fc.property(words, (word) => {
          const units = wordAt(font, word, 0)
          expect(units.map(({ text }) => text).join('')).toBe(word)
        }),
        { numRuns: 50 },
      )
    }
  })

  test('a letter in the middle of a word is not the one that stands alone', () => {
    const [, middle] = wordAt(mongolian.font, 'ᠨᠨᠨ', 0)
    const [alone] = wordAt(mongolian.font, 'ᠨ', 0)
    expect(middle?.glyph.path).not.toBe(alone?.glyph.path)
  })

  test('letters that are one keep places of their own, marks take none (لَا)', () => {
    const units = wordAt(arabic.font, 'لَا', 0)
    expect(units.map(({ text }) => text)).toEqual(['ل', '\u064e', 'ا'])
    expect(units.map(({ glyph }) => glyph.advance > 0)).toEqual([true, false, true])
  })

  test('what is not of a script is left to others', () => {
    for (const text of ['甲', ' ', '\u202f', '\u200d', 'A', '😀', '']) {
      for (const { font } of [mongolian, arabic, tibetan]) expect(wordAt(font, text, 0)).toEqual([])
    }
  })
})
