import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPersonal } from '../../../src/domain/inspection/find-personal.ts'
import { bankCard, oldResidentId, residentId } from './personal-samples.ts'
import { cleanLines } from './clean-lines.data.ts'

const kindsIn = (text: string): string[] => findPersonal(text).map(({ kind }) => kind)
const wide = (text: string): string =>
  text.replaceAll(/[!-~]/g, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0))

/** Ways in which people write a number of eighteen characters. */
const writings: readonly (readonly [string, (id: string) => string])[] = [
  ['plain', (id) => id],
  ['in a sentence', (id) => `身份证号${id}，男，汉族`],
  ['after a colon', (id) => `公民身份号码：${id}。`],
  ['lower case', (id) => id.toLowerCase()],
  ['full width', wide],
  ['6 8 4', (id) => `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`],
  ['6-8-4', (id) => `${id.slice(0, 6)}-${id.slice(6, 14)}-${id.slice(14)}`],
  ['groups of three', (id) => id.match(/.{3}/g)?.join(' ') ?? ''],
  ['groups of four', (id) => id.match(/.{1,4}/g)?.join('\u{3000}') ?? ''],
  ['singly', (id) => Array.from(id).join(' ')],
  ['check character apart', (id) => `${id.slice(0, 17)} ${id.slice(17)}`],
  ['over a line end', (id) => `${id.slice(0, 10)}\r\n${id.slice(10)}`],
  ['zero-width', (id) => Array.from(id).join('\u{200b}')],
  ['soft hyphen', (id) => `${id.slice(0, 9)}\u{ad}${id.slice(9)}`],
  ['row of a table', (id) => `3\t王某某\t${id}\t13956012345\t低保`],
  ['numbered row', (id) => `12 ${id} 850 元`],
  ['letters before', (id) => `ID${id}`],
  ['brackets', (id) => `王某某(${id})`],
  ['slash', (id) => `王某某/${id}/埇桥区`],
]

test('security 45, row 13: every resident number is found, however it is written', () => {
  fc.assert(
    fc.property(residentId, fc.constantFrom(...writings), (id, [, write]) => {
      const text = `公示名单：\n${write(id)}\n监督电话：0557-3023456`
      const found = findPersonal(text).filter(({ kind }) => kind === 'resident-id')
      expect([text, found.length]).toEqual([text, 1])
      expect(found[0]?.masked).toBe(`${id.slice(0, 3)}***********${id.slice(-4)}`)
    }),
    { numRuns: 2000 },
  )
})

test('security 45: two numbers side by side are two findings, run together they are still found', () => {
  fc.assert(
    fc.property(residentId, residentId, (first, second) => {
      expect(kindsIn(`${first} ${second}`)).toEqual(['resident-id', 'resident-id'])
      expect(kindsIn(`7${first.replace('X', '')}`).length).toBeLessThan(3)
    }),
  )
  expect(kindsIn('001111010119900307004613800138000')).toEqual(['resident-id', 'phone'])
})

test('security 45: old numbers of fifteen digits are found by province and birth date', () => {
  fc.assert(
    fc.property(oldResidentId, (id) => {
      expect(kindsIn(`身份证：${id}，`)).toEqual(['resident-id'])
      expect(kindsIn(`${id.slice(0, 6)} ${id.slice(6, 12)} ${id.slice(12)}`)).toEqual([
        'resident-id',
      ])
    }),
  )
})

test('security 45: every bank card is found, plain and in the groups of the card', () => {
  const forms = fc.constantFrom<(card: string) => string>(
    (card) => `开户行：农行 账号：${card}`,
    (card) => `卡号${card.match(/.{1,4}/g)?.join(' ') ?? ''}。`,
    (card) => card.match(/.{1,4}/g)?.join('-') ?? '',
    (card) => wide(card),
    (card) => (/^(?:62|9558)/.test(card) ? `${card.slice(0, 10)}\n${card.slice(10)}` : card),
    (card) => `王某某\t${card}\t500.00`,
  )
  fc.assert(
    fc.property(bankCard, forms, (card, write) => {
      const text = write(card)
      const kinds = kindsIn(text)
      // Some cards of eighteen digits are resident numbers too; either way they are found.
      expect([text, kinds.length, /card|id/.test(kinds[0] ?? '')]).toEqual([text, 1, true])
    }),
    { numRuns: 1000 },
  )
})

test.each([
  '手机13956012345',
  '联系人：王某 139-5601-2345',
  '139 5601 2345',
  '+86 13956012345',
  '+8613956012345',
  '0086-139-5601-2345',
  '１３９５６０１２３４５',
  'Tel:13956012345/0557-3023456',
  '13956012345、18905571234',
  '电话（13956012345）',
])('security 45: mobile number in “%s”', (text) => {
  expect(findPersonal(text)[0]).toMatchObject({ kind: 'phone' })
})

test.each([
  '安徽省宿州市埇桥区汴河中路128号阳光花园3栋2单元501室',
  '住址：埇桥区银河一路御景家园12号楼1单元1203',
  '家住灵璧县灵城镇凤山南路56号402室',
  '宿州市埇桥区大泽乡镇刘寨村王庄组12号',
  '户籍地址萧县龙城镇交通路供销社家属院2号楼305室',
  '碧桂园小区3-2-1101',
  '浍水路绿城小区B栋三单元602户',
  '泗县泗城镇三湾社区清水湾花园７幢２单元３０１室',
  '砀山县砀城镇梨园路翰林公寓甲单元7层702室',
])('security 45: home address “%s”', (text) => {
  const found = findPersonal(`申请人王某，${text}，自愿申请。`)
  expect(found.map(({ kind }) => kind)).toEqual(['address'])
  expect(found[0]?.masked).toMatch(/^.{1,6}\*\*\*$/)
})

test.each([
  '地址：宿州市埇桥区银河一路1号',
  '办公地点：市民中心3楼305室',
  '市政府大院2号楼305室',
  '宿州市政务服务中心三楼东厅12号窗口',
  '刘寨村第12号公告',
  '汴河路12号桥',
  '阳光花园3号楼竣工验收备案表',
  '新建住宅楼12栋450户',
])('“%s” is nobody’s home (security 45)', (text) => {
  expect(findPersonal(text)).toEqual([])
})

test('security 45: at most one false alarm in the lines of clean official text', () => {
  expect(cleanLines.length).toBeGreaterThanOrEqual(18)
  const alarms = cleanLines.flatMap((line) => findPersonal(line).map(({ kind }) => [kind, line]))
  expect(alarms).toEqual([])
  // And as one document, where lines stand next to each other.
  expect(findPersonal(cleanLines.join('\n'))).toEqual([])
})

test('a finding never holds the number in full, and its place is where it stands', () => {
  fc.assert(
    fc.property(residentId, fc.string({ unit: 'binary' }), (id, noise) => {
      const text = `${noise.replaceAll(/[\dA-Za-z０-９Ａ-Ｚａ-ｚ]/g, '')}，${id}。`
      const found = findPersonal(text).find(({ kind }) => kind === 'resident-id')
      expect(text.slice(found?.place.start, found?.place.end)).toBe(id)
      expect(JSON.stringify(found)).not.toContain(id.slice(3, 14))
    }),
  )
})

test('security 10: text made to be slow is read in one go', () => {
  for (const part of [
    '1',
    '1 ',
    '号',
    '村',
    '1号',
    '路1号',
    '单元1',
    '栋1单元',
    '埇桥区',
    'X',
    '1-',
    ' ',
    '\u{200b}1',
  ]) {
    const text = part.repeat(Math.floor(60_000 / part.length))
    expect(Array.isArray(findPersonal(text))).toBe(true)
  }
})
