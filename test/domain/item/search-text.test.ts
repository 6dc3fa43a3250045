import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerpt, highlight } from '../../../src/domain/item/highlight.ts'
import { facet, matchQuery, queryRuns } from '../../../src/domain/item/search-query.ts'
import { grams, normalise } from '../../../src/domain/item/search-text.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 80 })

describe('normalised text (检索归一)', () => {
  it.each([
    ['国办发〔2019〕61号', '国办发201961号'],
    ['国办发 [2019] 第６１号', '国办发2019第61号'],
    ['“放管服”改革', '放管服改革'],
    ['ＡＢＣ－ｄ', 'abcd'],
    ['一、总则。二、附则', '一\n总则\n二\n附则'],
    ['马·克思', '马克思'],
    ['  ', ''],
  ])('%s becomes %j', (written, normal) => {
    expect(normalise(written)).toBe(normal)
  })

  it('is its own normal form and never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalise(text)
        expect(normalise(once)).toBe(once)
      }),
    )
  })
})

describe('index text (二元切分)', () => {
  it.each([
    ['公开', '公开 开'],
    ['政务公开', '政务 务公 公开 开'],
    ['令', '令'],
    ['甲乙。丙', '甲乙 乙 丙'],
    ['', ''],
  ])('%s is indexed as %j', (text, words) => {
    expect(grams(text)).toBe(words)
  })

  it('writes characters that old word tables may not know by their number', () => {
    expect(grams('𬱖镇')).toBe('\uE0002cc56\uE001镇 镇')
    expect(grams('5%')).toBe('5\uE00025\uE001 \uE00025\uE001')
  })

  it('holds nothing that the index would take for a separator', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(grams(text)).toMatch(/^[\p{L}\p{N}\uE000\uE001 ]*$/u)
      }),
    )
  })
})

describe('full-text query', () => {
  it.each([
    [null, [], ''],
    ['  ', [], ''],
    ['，。', [], null],
    ['公开', [], 'grams : "公开"'],
    ['政务公开', [], 'grams : "政务 务公 公开"'],
    ['令', [], 'grams : "令" *'],
    ['政务 公开', [], 'grams : "政务" AND grams : "公开"'],
    [null, [facet('year', '2019')], 'facet : "y32303139"'],
    ['公开', [facet('genre', '通知')], 'facet : "ge9809ae79fa5" AND grams : "公开"'],
  ])('of %j with %j is %j', (q, facets, match) => {
    expect(matchQuery(q, facets)).toBe(match)
  })

  it('lets nothing of the input into the query language (安全 7)', () => {
    fc.assert(
      fc.property(anyText, (q) => {
        const match = matchQuery(q, []) ?? ''
        const bare = match.replaceAll(/grams : "[^" ]+(?: [^" ]+)*"(?: \*)?/g, 'T')
        expect(bare).toMatch(/^(?:T(?: AND T)*)?$/)
      }),
    )
  })
})

describe('highlighting (命中标记)', () => {
  it.each([
    ['关于政务公开的通知', '政务公开', ['关于', '[政务公开]', '的通知']],
    ['国办发〔2019〕61号文', '国办发201961号', ['[国办发〔2019〕61号]', '文']],
    ['ＡＢＣ计划', 'abc', ['[ＡＢＣ]', '计划']],
    ['甲', '乙', ['甲']],
    ['甲乙甲', '甲', ['[甲]', '乙', '[甲]']],
  ])('%s for %s', (text, q, pieces) => {
    expect(highlight(text, queryRuns(q)).map((p) => (p.hit ? `[${p.text}]` : p.text))).toEqual(
      pieces,
    )
  })

  it('loses nothing of the text and marks only what was asked', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, q) => {
        const pieces = highlight(text, queryRuns(q))
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        if (queryRuns(q).length === 0) expect(pieces.every((piece) => !piece.hit)).toBe(true)
      }),
    )
  })

  it('quotes a passage around the first hit', () => {
    const text = `${'前'.repeat(300)}政务公开${'后'.repeat(300)}`
    const pieces = excerpt(text, ['政务公开'], 60)
    expect(pieces.some((piece) => piece.hit && piece.text === '政务公开')).toBe(true)
    expect(pieces.map((piece) => piece.text).join('').length).toBeLessThan(70)
  })

  it('never splits a character in two', () => {
    fc.assert(
      fc.property(anyText, anyText, fc.integer({ min: 1, max: 40 }), (text, q, width) => {
        fc.pre(text.isWellFormed())
        for (const piece of excerpt(text, queryRuns(q), width))
          expect(piece.text.isWellFormed()).toBe(true)
      }),
    )
  })
})
