import { describe, expect, test } from 'vitest'
import { answers } from '../../../src/domain/application/instrument/answers.data.ts'
import {
  clauseText,
  instrumentClauses,
  placeholdersOf,
} from '../../../src/domain/application/instrument/clauses.data.ts'
import { compose } from '../../../src/domain/application/instrument/compose.ts'
import {
  checkFacts,
  outcomesStating,
  parseFacts,
} from '../../../src/domain/application/instrument/facts.ts'
import { withheldGrounds } from '../../../src/domain/application/instrument/withheld.ts'
import {
  instrumentKinds,
  instrumentRow,
  isInstrumentKind,
} from '../../../src/domain/application/instrument/kinds.data.ts'
import { instrumentNumber } from '../../../src/domain/application/instrument/number.ts'
import { rulePackOf, rulePacks } from '../../../src/domain/application/instrument/rule-pack.ts'
import { checkTexts } from '../../../src/domain/application/instrument/texts.ts'
import { agencyValues, replyValues } from '../../../src/domain/application/instrument/values.ts'
import { remedyOf, remedyTexts } from '../../../src/domain/application/remedy.ts'
import { toText } from '../../../src/domain/document/to-text.ts'
import { documentTree } from '../../../src/domain/document/tree.ts'
import { outcomeKeys } from '../../../src/domain/shared/report-keys.data.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'
import { agencies } from '../../support/agencies.ts'
import { factsOf } from '../../support/reply-facts.ts'

const purse = agencies.find(({ id }) => id === 'purse')
if (purse === undefined) throw new Error('no test agency')
const kinds = Object.keys(instrumentKinds).filter(isInstrumentKind)
const today = localDate('2026-03-20')

describe.each(rulePacks)('every answer under %s', (pack) => {
  test.each(answers.map((row) => [`${row.outcome}/${row.variant ?? ''}`, row] as const))(
    '%s has its instrument with every mandatory clause (条例第36—39条)',
    (_, row) => {
      const facts = parseFacts(factsOf(row))
      const remedies = remedyTexts(remedyOf(row.outcome, '2026-03-20'), purse, '2026-03-20')
      const tree = compose({
        kind: row.kind,
        pack,
        addressee: '王小明',
        agency: purse.name,
        day: '2026年3月20日',
        values: {
          ...agencyValues(purse),
          you: '您',
          number: '2026-0007',
          receivedOn: '2026年3月2日',
          subject: '土地征收补偿方案',
          remedy: remedies.join('\n'),
          ...replyValues(row.outcome, facts, '办理说明。', { pack, you: '您' }),
        },
      })
      const text = toText(documentTree.parse(tree))
      for (const part of [
        '王小明：',
        '2026年3月2日',
        '2026-0007',
        '土地征收补偿方案',
        '经审查',
        '办理说明。',
        ...remedies,
        purse.name,
        '2026年3月20日',
      ]) {
        expect(text).toContain(part)
      }
      for (const [name, fact] of Object.entries(factsOf(row))) {
        if (!['variant', 'withheldGround', 'searchedOn'].includes(name))
          expect(text).toContain(fact)
      }
      expect(text).not.toMatch(/[{}]|undefined/)
      if (row.outcome !== 'denied.adminInquiry' && row.outcome !== 'other.overdueFee') {
        expect(text).toMatch(pack === 'law-2008' ? /2008年施行|国办发/ : /信息公开条例》第/)
      }
      if (pack === 'law-2019') expect(text).not.toContain('2008年施行')
    },
  )
})

test('every result of table three has an answer, and every kind of reply serves one', () => {
  expect(outcomeKeys.filter((key) => !answers.some(({ outcome }) => outcome === key))).toEqual([])
  expect(kinds.filter((kind) => instrumentRow(kind).reply)).toEqual(
    kinds.filter((kind) => answers.some((row) => row.kind === kind)),
  )
})

test('each answer asks for exactly the facts that its instrument needs', () => {
  for (const row of answers) {
    const variant = row.variant === null ? {} : { variant: row.variant }
    const lacking = checkFacts(row.outcome, variant, today)
    expect(lacking.map(({ pointer }) => pointer)).toEqual(row.needs.map((name) => `/${name}`))
    expect(checkFacts(row.outcome, parseFacts(factsOf(row)), today)).toEqual([])
  }
  expect(checkFacts('granted', { variant: 'not-existing' }, today)).toMatchObject([
    { pointer: '/variant', problem: 'not-listed', allowed: ['disclosed', 'already-public'] },
  ])
  expect(
    checkFacts('partialGrant', { withheld: '账号', withheldGround: 'denied.processInfo' }, today),
  ).toMatchObject([{ pointer: '/article', problem: 'required' }])
  expect(withheldGrounds).not.toContain('denied.adminInquiry')
  const search = { searchedIn: '库房', searchedBy: '档案室', searchedOn: localDate('2026-03-21') }
  expect(checkFacts('unable.notHeld', search, today)).toMatchObject([
    { pointer: '/searchedOn', problem: 'in-future' },
  ])
})

test('a required clause that cannot be filled stops the letter; what was filled in is no placeholder', () => {
  const letter = {
    kind: 'correction',
    pack: 'law-2019',
    addressee: '甲',
    agency: '乙',
    day: '2026年3月2日',
  } as const
  expect(() => compose({ ...letter, values: {} })).toThrow('lacks')
  const values = {
    ...agencyValues(purse),
    you: '您',
    number: '1',
    receivedOn: '2026年3月2日',
    subject: '{unclear}',
    unclear: '年份不明',
    guidance: '写明年份',
    until: '2026年3月18日',
  }
  expect(toText(compose({ ...letter, values }))).toContain('申请公开的内容为：{unclear}')
})

test('the remedy is bound to the basis, to the day and to who reconsiders (行政复议法第23条、第24条、第27条)', () => {
  const refused = remedyTexts(remedyOf('denied.processInfo'), purse, '2026-03-20').join('')
  expect(refused).toContain('应当先申请行政复议')
  expect(refused).toContain('本级人民政府')
  expect(remedyOf('denied.processInfo', '2023-12-31')).toBe('review-or-court')
  const tax = { ...purse, settings: { ...purse.settings, verticalSystem: 'tax' as const } }
  expect(remedyTexts('review-first', tax, '2026-03-20').join('')).toContain('上一级主管部门')
})

test('行政复议法 Arts. 24, 27: the organ is told by its name where it is known', () => {
  const on = '2026-03-20'
  const named = { ...purse, above: '试验市东县人民政府' }
  expect(remedyTexts('review-first', named, on)[0]).toContain('向试验市东县人民政府提出')
  const settings = {
    ...purse.settings,
    reviewOrgan: '试验省税务局',
    verticalSystem: 'tax' as const,
  }
  expect(remedyTexts('review-or-court', { ...named, settings }, on)[0]).toContain(
    '向试验省税务局申请行政复议',
  )
})

test('older answers tell the remedies of their own day: two organs to choose from, three months for a suit before 2015-05-01', () => {
  const told = (on: string): string => remedyTexts('review-or-court', purse, on).join('')
  expect(told('2023-12-31')).toContain(
    '向本级人民政府或者上一级主管部门申请行政复议（行政复议法第九条）',
  )
  expect(told('2024-01-01')).not.toContain('上一级主管部门')
  expect(told('2015-04-30')).toContain('三个月内直接向人民法院提起行政诉讼（行政诉讼法第三十九条）')
  expect(told('2015-05-01')).toContain('六个月内直接向人民法院提起行政诉讼（行政诉讼法第四十六条）')
})

test('the law of the receipt day is the law of the letter (2019-05-15)', () => {
  expect(rulePackOf(localDate('2019-05-14'))).toBe('law-2008')
  expect(rulePackOf(localDate('2019-05-15'))).toBe('law-2019')
})

test('letters to others have no place for the applicant (条例第32条)', () => {
  const others = kinds.filter((kind) => instrumentRow(kind).to !== 'applicant')
  expect(others).toEqual(['third-party-opinion', 'agency-opinion', 'rights-holder'])
  const names = others.flatMap((kind) =>
    instrumentClauses[kind].flatMap((clause) =>
      rulePacks.flatMap((pack) => placeholdersOf(clauseText(clause, pack))),
    ),
  )
  for (const name of ['you', 'number', 'receipt', 'subject', 'description', 'receivedOn']) {
    expect(names).not.toContain(name)
  }
})

test('every kind has a mark of its own, and its number is the agency’s', () => {
  expect(new Set(kinds.map((kind) => instrumentRow(kind).mark)).size).toBe(kinds.length)
  expect(instrumentNumber(purse, 'correction', 2026, 3)).toBe('purse信公（补）〔2026〕3号')
  const settings = { ...purse.settings, instrumentNumberPattern: '东财{mark}〔{year}〕{serial}号' }
  expect(instrumentNumber({ ...purse, settings }, 'correction', 2026, 3)).toBe('东财补〔2026〕3号')
})

test('an agency rewords clauses, but drops neither clause nor placeholder nor article', () => {
  expect(
    checkTexts({ correction: { unclear: '您的申请有不清楚的地方：{unclear}（{you}）' } }),
  ).toEqual([])
  const faults = checkTexts({
    correction: { unclear: '不清楚', notice: '请{you}在{until}前补正：{guidance}', effect: ' ' },
    refusal: {},
    refused: { thanks: '谢谢', decision: '根据{law}，{name}不予公开。' },
  })
  expect(faults.map(({ fault }) => fault)).toEqual([
    'missing-placeholder',
    'law-dropped',
    'empty',
    'unknown-kind',
    'unknown-clause',
    'unknown-placeholder',
  ])
})

test('each withheld part has its own ground and article in the letter, and none goes without (条例第37条)', () => {
  const facts = {
    withheld: '账号',
    withheldGround: 'denied.thirdPartyRights',
    article: '个人隐私',
    withheld2: '坐标',
    withheldGround2: 'denied.stateSecret',
    withheld4: '会议讨论意见',
  } as const
  expect(checkFacts('partialGrant', parseFacts(facts), today)).toEqual([
    { pointer: '/withheldGround4', problem: 'required' },
  ])
  const lacking = parseFacts({ ...facts, withheldGround4: 'denied.processInfo' })
  expect(checkFacts('partialGrant', lacking, today)).toEqual([
    { pointer: '/article4', problem: 'required' },
  ])
  const full = parseFacts({ ...facts, withheldGround4: 'denied.processInfo', article4: '讨论记录' })
  expect(checkFacts('partialGrant', full, today)).toEqual([])
  const values = replyValues('partialGrant', full, '办理说明。', { pack: 'law-2019', you: '您' })
  const tree = compose({
    kind: 'partial',
    pack: 'law-2019',
    addressee: '王小明',
    agency: purse.name,
    day: '2026年3月20日',
    values: {
      ...agencyValues(purse),
      ...values,
      number: '2026-0007',
      receivedOn: '2026年3月2日',
      subject: '合同',
      remedy: '救济',
    },
  })
  const text = toText(documentTree.parse(tree))
  const places = ['账号', '个人隐私', '坐标', '国家秘密', '会议讨论意见', '讨论记录']
  expect(places.map((word) => text.indexOf(word)).every((at) => at > 0)).toBe(true)
  expect(text.match(/下列内容不予公开/g)).toHaveLength(3)
  expect(text).not.toContain('{')
})

test('whatever an answer needs is asked for its result, and a part withheld for partial disclosure alone', () => {
  for (const { outcome, needs } of answers) {
    for (const name of needs) expect(outcomesStating(name)).toContain(outcome)
  }
  expect(outcomesStating('withheld3')).toEqual(['partialGrant'])
  expect(outcomesStating('article')).toContain('partialGrant')
  expect(outcomesStating('where')).toContain('denied.adminInquiry')
  expect(outcomesStating('variant')).toEqual(['granted', 'unable.notHeld', 'other.misc'])
  expect(outcomesStating('publicInterest')).toEqual(['granted', 'partialGrant'])
  expect(outcomesStating('text')).toBeNull()
})
