import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { likeness, wantedOf } from '../../../src/domain/application/same-request/alike.ts'
import { groupRequest } from '../../../src/domain/application/same-request/group.ts'
import { marksOf } from '../../../src/domain/application/same-request/marks.ts'
import { sameRequestRule } from '../../../src/domain/application/same-request/rules.data.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'

const rule = sameRequestRule(localDate('2026-03-02'), undefined)
const of = (subject: string, docNumber?: string): ReturnType<typeof wantedOf> =>
  wantedOf(subject, docNumber)
const share = (one: string, other: string): number => likeness(of(one), of(other))

const same: readonly (readonly [string, string])[] = [
  ['河湾镇土地征收补偿安置方案', '申请公开河湾镇的土地征收补偿安置方案'],
  ['２０２４年埇桥区财政决算', '埇桥区2024年财政决算'],
  ['关于城北污水处理厂环境影响评价批复的信息', '城北污水处理厂环境影响评价批复'],
]
const other: readonly (readonly [string, string])[] = [
  ['埇桥区2024年财政决算', '埇桥区2025年财政决算'],
  ['第3标段中标结果', '第4标段中标结果'],
  ['河湾镇土地征收补偿安置方案', '河湾镇小学招生方案'],
  ['预算', '预算'],
]

test.each(same)('条例第44条: “%s” and “%s” ask for the same', (one, two) => {
  expect(share(one, two)).toBeGreaterThanOrEqual(60)
  const marks = new Set(marksOf(of(one)))
  expect(marksOf(of(two)).some((mark) => marks.has(mark))).toBe(true)
})

test.each(other)('条例第44条: “%s” and “%s” do not', (one, two) => {
  expect(share(one, two)).toBeLessThan(60)
})

test('the same document or index number is the same, however the subject is worded; 无 is none', () => {
  expect(likeness(of('批复', '埇政发〔2025〕12号'), of('那个文件', '埇政发[2025]12 号'))).toBe(100)
  expect(likeness(of('甲方案的全文', '无'), of('乙项目的清单', '无'))).toBe(0)
})

test('who is alike by the threshold shares a mark nearly always', () => {
  const chars = Array.from('河湾镇土地征收补偿安置方案城北污水处理厂环境影响评价批复财政决算')
  const subject = fc.array(fc.constantFrom(...chars), { minLength: 12, maxLength: 40 })
  let [alike, met] = [0, 0]
  fc.assert(
    fc.property(subject, fc.nat(39), fc.constantFrom(...chars), (letters, at, char) => {
      const changed = letters.with(at % letters.length, char)
      const [one, two] = [of(letters.join('')), of(changed.join(''))]
      if (likeness(one, two) < 60) return
      alike += 1
      const marks = new Set(marksOf(one))
      met += marksOf(two).some((mark) => marks.has(mark)) ? 1 : 0
    }),
    { numRuns: 1000, seed: 44 },
  )
  expect(alike).toBeGreaterThan(500)
  expect(met / alike).toBeGreaterThan(0.99)
})

test('one applicant asking twice is no reason to publish; a second one is; before 2019 nobody was', () => {
  if (rule === null) throw new Error('no rule')
  const wanted = of('河湾镇土地征收补偿安置方案')
  const asker = (receipt: string, applicant: string, group: string | null = null) => ({
    receipt,
    applicant,
    wanted,
    group,
  })
  const own = asker('r1', 'a')
  expect(groupRequest(own, [asker('r2', 'a')], rule)).toEqual({ kind: 'alone' })
  expect(groupRequest(own, [asker('r2', 'a'), asker('r3', 'b')], rule)).toMatchObject({
    kind: 'raise',
    applicants: 2,
  })
  expect(groupRequest(own, [asker('r2', 'b', 'g')], rule)).toEqual({ kind: 'join', group: 'g' })
  expect(sameRequestRule(localDate('2019-05-14'), undefined)).toBeNull()
  expect(sameRequestRule(localDate('2019-05-15'), 80)?.percent).toBe(80)
})
