import { afterAll, beforeAll, expect, test } from 'vitest'
import { onTick } from '../../../src/jobs/schedule.ts'
import { consume } from '../../../src/jobs/consume.ts'
import { editBulletin } from '../../../src/usecases/report/bulletin/edit-bulletin.ts'
import { listBulletins } from '../../../src/usecases/report/bulletin/list-bulletins.ts'
import { showBulletin } from '../../../src/usecases/report/bulletin/show-bulletin.ts'
import { gateFailing } from '../../jobs/chaos.ts'
import { batchOf, workRoom } from '../../jobs/work-room.ts'
import { type House, openHouse } from '../../support/house.ts'
import { deskOf, people } from '../item/desk-items.ts'
import {
  act,
  answered,
  at,
  generate,
  happened,
  head,
  issue,
  must,
  published,
  q3,
  report,
  writer,
} from './bulletin-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await happened(house, 'river', [
    ...answered('r', '2026-08-10', [true, true, false]),
    ...published('ri', '2026-07-08', 3),
    ...published('rj', '2026-08-08', 2),
    ...published('rk', '2026-04-08', 4),
  ])
  await happened(house, 'purse', published('pu', '2026-09-01', 1))
  await happened(house, 'east', [...published('ea', '2026-09-03', 2)])
  await report(house, at, 'river', 'purse', 'east')
})
afterAll(() => house.close())

const show = async (id: string, agency = 'east', when = at) =>
  showBulletin(await house.ctx(agency, head, when), house.regionCtx(when), id)

test('row 66: the night makes each bulletin once, with two consumers at the same time and after a crash', async () => {
  const message = { v: 1, kind: 'recompute', tenants: ['west'] }
  // The invocation ends somewhere on the way, again and again, then two of them run beside each other.
  for (const stop of [3, 9, 15, 21, 27, 33, 39]) {
    const room = workRoom(house, gateFailing(stop, stop % 2 === 0 ? 'for-good' : 'after'), at)
    await consume(batchOf([message]).batch, room.parts)
  }
  const rooms = [workRoom(house, undefined, at), workRoom(house, undefined, at)]
  await Promise.all(rooms.map(({ parts }) => consume(batchOf([message]).batch, parts)))
  const rows = await house.rows('west', 'bulletin')
  expect(rows.map(({ id }) => String(id)).toSorted()).toEqual([
    'monthly-summary-2026-09',
    'self-inspection-2026-Q3',
  ])
  const events = (await house.rows('west', 'event')).filter(({ entity }) => entity === 'bulletin')
  expect(events).toHaveLength(2)
  const findings = await house.rows('west', 'bulletin_finding')
  expect(new Set(findings.map(({ kind, key }) => `${String(kind)} ${String(key)}`)).size).toBe(
    findings.length,
  )
})

test('the clock asks every agency for it every night', async () => {
  const room = workRoom(house, undefined, at)
  await onTick('30 18 * * *', room.parts)
  expect(room.sent).toContainEqual(expect.objectContaining({ kind: 'recompute' }))
})

test('row 66: an office gets all kinds; the first night makes the newest of each and no history', async () => {
  expect(await generate(house, 'east')).toBe(4)
  expect(await generate(house, 'east')).toBe(0)
  expect(await generate(house, 'hill')).toBe(2)
  const ctx = await house.ctx('east', head, at)
  const listed = must(await listBulletins(ctx, house.regionCtx(at), {}))
  expect(listed.items.map(({ id, state }) => `${id} ${state}`).toSorted()).toEqual([
    'half-year-assessment-2026-H1 draft',
    'monthly-summary-2026-09 draft',
    'quarterly-circular-2026-Q3 draft',
    'self-inspection-2026-Q3 draft',
  ])
  expect(listed.kinds[1]?.next).toEqual({ period: '2026-Q4', dueOn: '2027-01-15' })
})

test('row 68: its figures are those of the cells, with coverage by name, bases, rates and places', async () => {
  const { content } = must(await show(q3))
  const figure = (code: string) => content.figures.find((one) => one.code === code)
  expect(figure('published')).toMatchObject({ value: 8, previous: 4, yearBefore: 0 })
  expect(figure('timely-rate')).toMatchObject({ value: 66.67, numerator: 2, denominator: 3 })
  expect(figure('late-rate')).toMatchObject({ value: 33.33, numerator: 1, denominator: 3 })
  expect(content.coverage).toEqual({ reporting: 3, of: 4, missing: ['东县山前乡人民政府'] })
  expect(content.lines.map(({ agency, published: n, place }) => [agency, n, place])).toEqual([
    ['river', 5, 1],
    ['hill', null, null],
    ['purse', 1, 2],
    ['east', 2, null],
  ])
})

test('row 66: text quotes figures by name, and no other name is taken', async () => {
  const ctx = await house.ctx('east', writer, at)
  const edit = (overview: string, version?: number) =>
    editBulletin(ctx, house.regionCtx(at), q3, {
      prose: { overview },
      ...(version === undefined ? {} : { version }),
    })
  expect(await edit('公开 {没有这个数} 条')).toMatchObject({
    refusal: { code: 'invalid', errors: [{ pointer: '/prose/overview', problem: 'not-listed' }] },
  })
  const view = must(await edit('公开 {主动公开信息} 条，按时 {按时办结率}。', 1))
  expect(view.sections[0]?.text).toBe('公开 8 条，按时 66.67%。')
  expect(await edit('又改', 1)).toMatchObject({ refusal: { code: 'stale' } })
  expect(await edit('长'.repeat(6000))).toMatchObject({ refusal: { code: 'invalid' } })
})

test('row 66: checked figures are locked, another person approves, and drift is told', async () => {
  expect(await act(house, 'east', q3, 'approve')).toMatchObject({
    refusal: { code: 'step-not-open' },
  })
  const checked = must(await act(house, 'east', q3, 'check', head))
  expect(checked.bulletin.state).toBe('checked')
  expect(checked.actions).toEqual(['reopen'])
  expect(await act(house, 'east', q3, 'approve', head)).toMatchObject({
    refusal: { code: 'same-person' },
  })
  expect(await act(house, 'east', q3, 'approve', writer)).toMatchObject({
    refusal: { code: 'forbidden' },
  })
  must(await act(house, 'east', q3, 'reopen', writer))
  must(await act(house, 'east', q3, 'check', writer))
  // What is entered late is counted where it belongs; the bulletin keeps what it said and shows both.
  await happened(house, 'purse', published('late', '2026-09-02', 1))
  await report(house, at, 'purse')
  const later = must(await show(q3))
  expect(later.content.figures.find(({ code }) => code === 'published')?.value).toBe(8)
  expect(later.drift).toContainEqual({
    agency: null,
    name: '主动公开信息',
    what: 'published',
    locked: 8,
    now: 9,
  })
  expect(later.drift).toContainEqual({
    agency: 'purse',
    name: '东县财政局',
    what: 'published',
    locked: 1,
    now: 2,
  })
  expect(later.sections[0]?.text).toContain('公开 8 条')
})

test('row 66: issued with a number of its kind and year, down by letter, out as an item that waits for its reviews', async () => {
  must(await act(house, 'east', q3, 'reopen', writer))
  const issued = await issue(house, 'east', q3, ['sent-down', 'published'])
  expect(issued.bulletin).toMatchObject({ state: 'issued', number: '通报〔2026〕1号' })
  expect(issued.actions).toEqual([])
  for (const below of ['river', 'hill', 'purse']) {
    const received = await house.rows(below, 'received_bulletin')
    expect(received).toMatchObject([{ sender: 'east', doc_number: '通报〔2026〕1号' }])
  }
  const desk = deskOf(house, 'east', at)
  const item = issued.bulletin.itemId ?? ''
  expect((await house.rows('east', 'published')).some(({ id }) => id === item)).toBe(false)
  must(await desk.edit(item, { unit: '办公室' }))
  await desk.approve(item)
  must(await desk.act(item, 'publish', people.head))
  expect((await house.rows('east', 'published')).some(({ id }) => id === item)).toBe(true)
})

test('row 66: the next of a kind gets the next number, and what is filed only goes nowhere', async () => {
  const january = '2027-01-16T09:00:00+08:00'
  await generate(house, 'east', january)
  const next = await issue(house, 'east', 'quarterly-circular-2026-Q4', ['filed'], january)
  expect(next.bulletin).toMatchObject({ number: '通报〔2027〕1号', itemId: null })
  expect(await house.rows('river', 'received_bulletin')).toHaveLength(1)
  const own = await issue(house, 'east', 'self-inspection-2026-Q3', ['filed'], january)
  expect(own.bulletin.number).toBe('自查〔2027〕1号')
  must(await act(house, 'east', 'self-inspection-2026-Q4', 'check', writer, {}, january))
  must(await act(house, 'east', 'self-inspection-2026-Q4', 'approve', head, {}, january))
  const down = await act(
    house,
    'east',
    'self-inspection-2026-Q4',
    'issue',
    head,
    { ways: ['sent-down'] },
    january,
  )
  expect(down).toMatchObject({ refusal: { code: 'invalid', errors: [{ pointer: '/ways' }] } })
})
