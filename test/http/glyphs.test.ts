import { unzlibSync } from 'fflate'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromText } from '../../src/domain/document/from-text.ts'
import { shardNames } from '../../src/domain/document/glyph-shards.generated.ts'
import { hex } from '../../src/domain/document/pdf/object.ts'
import { textWidth } from '../../src/domain/document/pdf/break.ts'
import { toPdf } from '../../src/domain/document/pdf/to-pdf.ts'
import { readPdf } from '../../src/domain/inspection/read-pdf.ts'
import { glyphsFor } from '../../src/http/glyphs.ts'
import { officialFile } from '../../src/http/official-file.ts'
import { staticAssets } from '../support/static-assets.ts'

const letter = (text: string) => ({
  title: '告知书',
  docNumber: null,
  issuer: '东县人民政府',
  writtenOn: '2026-03-02',
  tree: fromText(text),
})

async function pdfOf(text: string): Promise<Uint8Array> {
  return (await officialFile(letter(text), 'pdf', staticAssets)).body
}

/** Drawing orders, maps and outlines of a file. */
function streamsOf(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1')
  return [...text.matchAll(/\/Length (\d+)\/Filter\/FlateDecode>>stream\n/g)]
    .map(({ 0: head, 1: length, index }) => {
      const from = index + head.length
      return new TextDecoder().decode(unzlibSync(pdf.slice(from, from + Number(length))))
    })
    .join('\n')
}

const bare = (text: string): string => text.replaceAll(/\s/g, '')
const placeholder = /<(?:[0-9a-f]{4})*3013/

const names = [
  ['rare Han of 通用规范汉字表', '𠮷𬭎䶮𬱖㛃犇骉𬮿'],
  ['Han of the register of persons (公安部人口信息)', '𰻝𱁬\u{323ae}\u{2b737}'],
  ['Han that only old dictionaries have (扩充 B 至 H)', '𣳫𩞷𪜁𫀀𬀀𰀅𰄀𱐀'],
  ['a name with a dot', '艾合买提·买买提'],
  ['Yi', 'ꋊꆹꃅꎭ'],
  ['Tibetan', 'བསྟན་འཛིན་རྒྱ་མཚོ'],
  ['Tibetan with Sanskrit stacks', 'པདྨ་ཧཱུྃ'],
  ['Tibetan with Sanskrit stacks of four', 'རྐྵྱ་ཀྵྨྱཱུྃ་སྟྲྱ'],
  ['Mongolian', 'ᠪᠠᠶᠠᠷ ᠰᠤᠶᠤᠯ ᠠᠯᠲᠠᠨᠴᠡᠴᠡᠭ ᠮᠥᠩᠬᠡ'],
  ['Mongolian with a case ending and chosen forms', 'ᠮᠣᠩᠭᠣᠯ ᠤᠨ ᠬᠠᠭᠠᠨ ᠠ ᠭᠠᠯᠠ᠋'],
  ['Todo', 'ᡐᡆᡑᡆ ᡋᡅᡔᡅᡎ'],
  ['Manchu', 'ᠮᠠᠨᠵᡠ ᡤᡳᠰᡠᠨ'],
  ['Sibe', 'ᠰᡳᠪᡝ'],
  ['Uyghur', 'ئابدۇللا'],
  ['Arabic letters with vowel marks', 'مُحَمَّد'],
  ['Kazakh', 'قازاق'],
  ['Dehong Dai', 'ᥖᥭᥰᥘᥫᥴ'],
  ['Xishuangbanna Dai', 'ᦟᦹᧉ'],
  ['Lisu', 'ꓡꓲꓢꓴ'],
  ['Korean', '김철수'],
  ['Latin and Cyrillic letters of foreign names', 'ŻółćÉmileӘлия'],
] as const

describe('issue 4 §1: names with rare characters, dots and minority scripts survive on paper', () => {
  test.each(names)('%s: %s is drawn, and copied as it is', async (_, name) => {
    const pdf = await pdfOf(`${name}：\n您的申请收到。`)
    expect(streamsOf(pdf)).not.toMatch(placeholder)
    expect(bare((await readPdf(pdf)).words)).toContain(bare(`${name}：`))
  })

  test('a letter of Uyghur words stands from right to left, figures in it do not', async () => {
    const pdf = await pdfOf('ھاجى مۇھەممەت 2026 يىل 收到')
    const drawn = streamsOf(pdf)
    expect(drawn).not.toMatch(placeholder)
    expect(drawn).toContain(hex('2026'))
  })

  test('what nothing at hand draws is 〓 on paper and itself when copied (表情符号、没有字形的扩充 I)', async () => {
    const drawn = streamsOf(await pdfOf('阳和😀\u{2ec00}'))
    expect(drawn).toMatch(placeholder)
    expect(drawn).toContain(`/ActualText<feff${hex('😀\u{2ec00}')}`)
  })

  test('letters of a joined word are not spread to fill a line', async () => {
    const drawn = streamsOf(await pdfOf(`${'巴雅尔ᠪᠠᠶᠠᠷ申请公开，'.repeat(8)}收到。`))
    const spread = [...drawn.matchAll(/ Tz ([\d.]+) Tc/g)].map(([, space]) => Number(space))
    expect(Math.max(...spread)).toBeGreaterThan(0)
    expect(drawn).toMatch(/ 0 Tc \/G0 [\d.]+ Tf <\w+> Tj/)
    expect(drawn).not.toMatch(/[1-9] Tc \/G0/)
  })

  test('a letter of the rarest Han fetches what it needs; a flood of them is bounded', async () => {
    const fetched = async (text: string): Promise<string[]> => {
      const shards: string[] = []
      const counting = {
        fetch: (url: string) => {
          shards.push(/(\w+)\.bin$/.exec(url)?.[1] ?? url)
          return staticAssets.fetch(url)
        },
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only its fetch is ever called
      } as unknown as Fetcher
      await glyphsFor(letter(text), counting)
      return shards
    }
    expect(await fetched('𠮷𰻝')).toEqual(['a20000', 'o20000', 'o30000'])
    expect(await fetched('𣳫')).toEqual(['a23000', 'o23000', 'h23c00'])
    const flood = Array.from({ length: 60 }, (_, at) => String.fromCodePoint(0x20005 + at * 0x200))
    expect((await fetched(flood.join(''))).filter((name) => name.startsWith('h'))).toHaveLength(16)
  })

  test('a missing shard withholds no letter', async () => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only its fetch is ever called
    const nothing = { fetch: async () => new Response(null, { status: 404 }) } as unknown as Fetcher
    const { body } = await officialFile(letter('𠮷'), 'pdf', nothing)
    expect(streamsOf(body)).toContain(`/ActualText<feff${hex('𠮷')}>`)
  })

  test('common text fetches nothing and embeds nothing', async () => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only its fetch is ever called
    const closed = { fetch: () => Promise.reject(new Error('fetched')) } as unknown as Fetcher
    const { body } = await officialFile(
      letter('各乡镇人民政府：①公开（2026年）·“甲”。'),
      'pdf',
      closed,
    )
    expect(Buffer.from(body).toString('latin1')).not.toContain('/Type3')
  })

  test('a line is as wide as what is drawn on it', async () => {
    const text = 'قازاق تىلى'
    const glyphs = await glyphsFor(letter(text), staticAssets)
    const width = textWidth(text, glyphs)
    expect(width).toBeGreaterThan(2)
    expect(width).toBeLessThan(textWidth(text))
    expect(textWidth('𠮷𬭎', await glyphsFor(letter('𠮷𬭎'), staticAssets))).toBe(2)
  })

  test('a file with more outlines than one font has room for draws them all', async () => {
    const yi = Array.from({ length: 700 }, (_, at) => String.fromCodePoint(0xa000 + at)).join('')
    const pdf = await pdfOf(yi)
    expect(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/\/Type3/g),
    ).toHaveLength(3)
    expect(bare((await readPdf(pdf)).words)).toContain(yi.slice(0, 15))
    expect(streamsOf(pdf)).not.toMatch(placeholder)
  })

  test('any text of characters that are covered is copied as itself', async () => {
    const covered = Array.from('𠮷𬭎䶮𬱖𰻝ꋊꆹ김철é⑪Ⓐᦟᥖꓡ㎡公开信息甲A1·')
    const stacks = ['བཀྲ', 'ཤི', 'སྒྲོ', 'ཧཱུྃ']
    const glyphs = await glyphsFor(letter([...covered, ...stacks].join('')), staticAssets)
    const line = fc.string({ unit: fc.constantFrom(...covered, ...stacks), maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
        const { words } = await readPdf(toPdf(letter(lines.join('\n')), { glyphs }))
        for (const text of lines) expect(bare(words)).toContain(text)
      }),
      { numRuns: 5 },
    )
  })

  test('every shard that is listed can be read', async () => {
    for (const name of shardNames) {
      const first = String.fromCodePoint(Number.parseInt(name.slice(1), 16) + 1)
      const glyphs = await glyphsFor(letter(first), staticAssets)
      expect(glyphs.get(first)?.path ?? '', name).not.toContain('NaN')
      expect(glyphs.wordAt(first, 0).length > 0, name).toBe(name.startsWith('s'))
    }
  })
})

test('security 45: nothing left behind is seen in a file with outlines', async () => {
  const { traces, isComplete } = await readPdf(await pdfOf('𠮷野·བསྟན་འཛིན་ئابدۇللا：\n收到。'))
  expect(traces).toEqual([])
  expect(isComplete).toBe(true)
})
