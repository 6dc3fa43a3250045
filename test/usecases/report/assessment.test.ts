import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LetterKind } from '../../../src/domain/letter/letter.ts'
import type { Sheet } from '../../../src/domain/report/bulletin/sheet.ts'
import { commit } from '../../../src/store/commit.ts'
import { planLetter } from '../../../src/usecases/letter/plan-letter.ts'
import { decideObjection } from '../../../src/usecases/report/bulletin/decide-objection.ts'
import { addMark, removeMark } from '../../../src/usecases/report/bulletin/mark.ts'
import { objectToSheet } from '../../../src/usecases/report/bulletin/object.ts'
import { showBulletin } from '../../../src/usecases/report/bulletin/show-bulletin.ts'
import {
  listReceivedBulletins,
  type ReceivedSheet,
  showReceivedBulletin,
} from '../../../src/usecases/report/bulletin/show-received.ts'
import { carryAll } from '../../jobs/carry.ts'
import { type House, openHouse } from '../../support/house.ts'
import { act, generate, happened, head, must, published, report, writer } from './bulletin-house.ts'

const at = '2026-07-21T09:00:00+08:00'
const later = '2026-07-28T09:00:00+08:00'
const id = 'half-year-assessment-2026-H1'

let house: House
beforeAll(async () => {
  house = await openHouse()
  for (const month of ['01', '02', '03', '04', '05']) {
    await happened(house, 'river', published(`r${month}`, `2026-${month}-08`, 2))
  }
  await report(house, at, 'river', 'purse', 'hill', 'east')
  await generate(house, 'east', at)
})
afterAll(() => house.close())

const sheets = async (when = at): Promise<readonly Sheet[]> => {
  const shown = await showBulletin(await house.ctx('east', head, when), house.regionCtx(when), id)
  return must(shown).content.sheets
}
const sheet = async (agency: string, when = at): Promise<Sheet | undefined> =>
  (await sheets(when)).find((one) => one.agency === agency)
const carry = (when = at): Promise<void> => carryAll(house, house.posted.splice(0), when)
const received = async (agency: string): Promise<ReceivedSheet | undefined> =>
  must(await listReceivedBulletins(await house.ctx(agency, writer, at))).sheets[0]

test('row 66: every line is computed with its evidence, or entered by name with a proof', async () => {
  expect((await sheet('river'))?.marks.map(({ id: mark }) => mark)).toEqual([
    'river/2026-06',
    'river/report-2025',
  ])
  expect(await sheet('river')).toMatchObject({ total: 88, band: '良好', place: 1 })
  expect((await sheet('hill'))?.lines[0]).toEqual({ line: 'publication', points: 0 })
  const ctx = await house.ctx('east', writer, at)
  const add = (line: string, points: number, agency = 'river') =>
    addMark(ctx, house.regionCtx(at), id, {
      agency,
      line,
      points,
      what: '栏目缺少一项',
      proof: '2026年6月检查记录',
    })
  expect(await add('missing-item', 7)).toMatchObject({
    refusal: { errors: [{ pointer: '/points', min: 2, max: 2 }] },
  })
  expect(await add('criticism', 4)).toMatchObject({ refusal: { code: 'invalid' } })
  expect(await add('publication', 5)).toMatchObject({ refusal: { code: 'invalid' } })
  expect(await add('praise', 2, 'west')).toMatchObject({
    refusal: { errors: [{ pointer: '/agency' }] },
  })
  must(await add('missing-item', 2))
  must(await add('praise', 3))
  must(await add('criticism', 1))
  expect(await sheet('river')).toMatchObject({ total: 88 })
  const wrong = (await sheet('river'))?.marks.find(({ line }) => line === 'criticism')
  expect(wrong).toMatchObject({ by: 'b-writer', evidence: { text: '2026年6月检查记录' } })
  must(await removeMark(ctx, id, wrong?.id ?? ''))
  expect(await sheet('river')).toMatchObject({ total: 89 })
})

test('row 62: the sheet is shown, objected to once, decided with a reason, and only then approved', async () => {
  must(await act(house, 'east', id, 'check', writer, {}, at))
  expect(await act(house, 'east', id, 'approve', head, {}, at)).toMatchObject({
    refusal: { code: 'step-not-open' },
  })
  must(await act(house, 'east', id, 'show', writer, {}, at))
  await carry()
  const mine = await received('river')
  expect(mine).toMatchObject({ objectBy: '2026-07-26', mayObject: true, sheet: { total: 89 } })
  const river = await house.ctx('river', writer, at)
  const object = (marks: string[]) =>
    objectToSheet(river, 'east', id, { marks, text: '六月已在频道公开' })
  expect(await object(['hill/2026-06'])).toMatchObject({
    refusal: { errors: [{ pointer: '/marks' }] },
  })
  must(await object(['river/2026-06']))
  expect(await object(['river/report-2025'])).toMatchObject({
    refusal: { code: 'step-not-open' },
  })
  const hill = await house.ctx('hill', writer, at)
  must(await objectToSheet(hill, 'east', id, { marks: ['hill/2026-01'], text: '一月放假' }))
  await carry()
  expect(await act(house, 'east', id, 'approve', head, {}, later)).toMatchObject({
    refusal: { code: 'step-not-open' },
  })
  const office = await house.ctx('east', head, at)
  expect(
    await decideObjection(await house.ctx('east', writer, at), id, 'river', 'upheld', {
      reason: '属实',
    }),
  ).toMatchObject({ refusal: { code: 'forbidden' } })
  expect(await decideObjection(office, id, 'river', 'upheld', { reason: '' })).toMatchObject({
    refusal: { errors: [{ pointer: '/reason' }] },
  })
  must(await decideObjection(office, id, 'river', 'upheld', { reason: '属实，频道已公开' }))
  must(await decideObjection(office, id, 'hill', 'rejected', { reason: '没有记录' }))
  expect(await decideObjection(office, id, 'hill', 'upheld', { reason: '改' })).toMatchObject({
    refusal: { code: 'step-not-open' },
  })
  await carry()
  expect(await received('river')).toMatchObject({
    state: 'upheld',
    reason: '属实，频道已公开',
    sheet: { total: 99, band: '优秀' },
  })
  expect(await received('hill')).toMatchObject({ state: 'rejected' })
  expect(await act(house, 'east', id, 'approve', head, {}, at)).toMatchObject({
    refusal: { code: 'step-not-open' },
  })
  must(await act(house, 'east', id, 'approve', head, {}, later))
  must(await act(house, 'east', id, 'issue', head, { ways: ['sent-down', 'filed'] }, later))
  await carry(later)
  const list = must(await listReceivedBulletins(await house.ctx('river', writer, later)))
  const letter = list.bulletins[0]?.letter_id ?? ''
  const final = must(await showReceivedBulletin(await house.ctx('river', writer, later), letter))
  expect(final.content.score).toEqual({ total: 99, band: '优秀', place: 1, of: 3 })
})

test('forged sheets and objections are refused, repeated ones change nothing', async () => {
  const send = async (
    from: string,
    to: string,
    kind: LetterKind,
    payload: unknown,
    replyTo?: string,
  ) => {
    const ctx = await house.ctx(from, head, later)
    const about = { to, kind, subject: '假', about: 'x', payload }
    const letter = planLetter(ctx, replyTo === undefined ? about : { ...about, replyTo })
    await commit(ctx, letter)
    await carryAll(house, [letter.message], later)
    return (await house.rows(to, 'letter_in')).some(({ id: one }) => one === letter.id)
  }
  const [row] = await house.rows('river', 'received_sheet')
  const genuine: unknown = JSON.parse(String(row?.['content']))
  if (typeof genuine !== 'object') throw new Error('no sheet')
  const before = [
    await house.rows('river', 'received_sheet'),
    await house.rows('east', 'assessment_objection'),
  ]
  expect(await send('west', 'river', 'assessment-sheet', genuine)).toBe(false)
  expect(await send('east', 'hill', 'assessment-sheet', genuine)).toBe(false)
  const future = { ...genuine, period: '2026-H2' }
  expect(await send('east', 'river', 'assessment-sheet', future)).toBe(false)
  expect(await send('east', 'river', 'assessment-sheet', genuine)).toBe(true)
  const objection = { bulletin: id, marks: ['hill/2026-02'], text: '替人异议' }
  expect(await send('purse', 'east', 'assessment-objection', objection)).toBe(false)
  const reply = { bulletin: id, verdict: 'upheld', reason: '假', sheet: (await sheets(later))[0] }
  expect(await send('hill', 'river', 'assessment-objection-reply', reply)).toBe(false)
  expect([
    await house.rows('river', 'received_sheet'),
    await house.rows('east', 'assessment_objection'),
  ]).toEqual(before)
})
