import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromWord } from '../../../src/domain/document/word/from-word.ts'
import { wordPortions } from '../../../src/domain/document/word/portions.ts'
import { para, wordFile } from '../../support/word-file.ts'

const field = (type: string): string => `<w:p><w:r><w:fldChar w:fldCharType="${type}"/></w:r></w:p>`
const numbered = (level: number, list: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
const text = fc.stringMatching(/^[甲乙丙丁一二（）、。1. ]{0,12}$/)

const block = fc.oneof(
  text.map((words) => para(words)),
  text.map((words) => para(words, '<w:pStyle w:val="2"/>')),
  text.map((words) => para(words, '<w:jc w:val="center"/>', '<w:sz w:val="44"/>')),
  text.map((words) => para(words, '<w:jc w:val="right"/>')),
  fc
    .tuple(text, fc.integer({ min: 0, max: 1 }), fc.integer({ min: 1, max: 2 }))
    .map(([words, level, list]) => para(words, numbered(level, list))),
  text.map((words) => para(words, '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>')),
  text.map((words) => `<w:tbl><w:tr><w:tc>${para(words)}${para(words)}</w:tc></w:tr></w:tbl>`),
  text.map((words) => `<w:sdt><w:sdtContent>${para(words)}${para(words)}</w:sdtContent></w:sdt>`),
  fc.array(text, { maxLength: 3 }).map((lines) => {
    const inside = lines.map((words) => para(words)).join('')
    return `${field('begin')}${field('separate')}${inside}${field('end')}`
  }),
)

test('row 5: a Word file read in portions is the same document as read in one piece', async () => {
  let cut = 0
  await fc.assert(
    fc.asyncProperty(fc.array(block, { maxLength: 25 }), async (blocks) => {
      const body = blocks.join('')
      cut += wordPortions(`<w:document><w:body>${body}</w:body></w:document>`, 1).length - 1
      const file = wordFile(body)
      expect(await fromWord(file, 1)).toEqual(await fromWord(file, Infinity))
    }),
    { numRuns: 60 },
  )
  expect(cut).toBeGreaterThan(100)
})

test('row 5: what belongs together is not cut apart', () => {
  // Cuts behind the one before the first block; with a note there is none at all.
  const whole = (body: string): string => `<w:document><w:body>${body}</w:body></w:document>`
  const cuts = (body: string): number => wordPortions(whole(`${para('首')}${body}`), 1).length - 2
  expect(cuts(`${para('甲')}${para('乙')}<w:tbl></w:tbl>`)).toBe(3)
  expect(cuts(`${para('甲')}${para('乙')}`)).toBe(2)
  expect(cuts(`${field('begin')}${para('甲')}${para('乙')}${field('end')}`)).toBe(1)
  expect(cuts(`${para('甲', numbered(0, 2))}${para('乙', numbered(0, 2))}`)).toBe(0)
  expect(
    cuts(`${para('甲')}<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>${para('乙')}`),
  ).toBe(-1)
})
