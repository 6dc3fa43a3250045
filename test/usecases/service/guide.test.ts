import { afterAll, beforeAll, expect, test } from 'vitest'
import { actOnServiceGuide } from '../../../src/usecases/service/act-on-guide.ts'
import { listDeskServices } from '../../../src/usecases/service/list-desk-guides.ts'
import { listServices } from '../../../src/usecases/service/list-matters.ts'
import { showDeskService } from '../../../src/usecases/service/show-desk-guide.ts'
import { showService } from '../../../src/usecases/service/show-guide.ts'
import { writeServiceGuide } from '../../../src/usecases/service/write-guide.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { type House, openHouse } from '../../support/house.ts'
import { added, approved, head, powerId, unit } from './service-house.ts'

const now = '2026-11-20T10:00:00+08:00'
const whole = {
  conditions: '年满十八周岁',
  procedure: '受理、审查、决定',
  statutoryDays: 20,
  promisedDays: 5,
  materials: ['申请书', '身份证件'],
  fee: 'free',
  outcome: '许可证',
  window: '政务服务中心三号窗口',
  phone: '0557-3022110',
  supervisionPhone: '0557-3022112',
}

let house: House
let id = ''
const as = (who: typeof unit): Promise<Ctx> => house.ctx('east', who, now)
beforeAll(async () => {
  house = await openHouse()
  await approved(
    house,
    'east',
    [
      added('S-1', { name: '饮用水供水单位卫生许可' }),
      added('S-2', { name: '建设工程施工合同登记', type: 'other' }),
      added('X-1', { name: '现场检查', type: 'inspection' }),
    ],
    '2026-01-05',
  )
  id = await powerId(house, 'east', 'S-1')
})
afterAll(() => house.close())

test('row 28: before a guide is written the matter is listed with every block named as lacking but the basis', async () => {
  const open = await house.ctx('east', { type: 'public' }, now)
  const lacking = ['conditions', 'procedure', 'limit', 'materials', 'fee', 'outcome', 'contact']
  expect(await showService(open, id)).toMatchObject({
    value: { name: '饮用水供水单位卫生许可', basis: ['某条例第九条'], guide: null, lacking },
  })
  const listed = await listServices(open, {})
  const names = listed.ok ? listed.value.items.map(({ code }) => code) : []
  expect(names).toEqual(['S-1', 'S-2'])
  expect(await listDeskServices(await as(unit), {})).toMatchObject({
    value: { items: [{ code: 'S-1', textLacks: lacking }, { code: 'S-2' }] },
  })
  // What nobody applies for has no guide.
  expect(await showService(open, await powerId(house, 'east', 'X-1'))).toMatchObject({
    refusal: { code: 'not-found' },
  })
})

test('row 28: the eight blocks go public when the head approves; the writer does not; the promised limit is kept as data', async () => {
  const writer = await as(unit)
  const gap = { ...whole, materials: [] }
  const written = await writeServiceGuide(writer, id, { guide: gap, version: 0 })
  expect(written).toMatchObject({ value: { state: 'draft', textLacks: ['materials'] } })
  const open = await house.ctx('east', { type: 'public' }, now)
  expect(await showService(open, id)).toMatchObject({ value: { guide: null } })
  expect(await actOnServiceGuide(writer, id, 'submit', {})).toMatchObject({ ok: true })
  expect(await writeServiceGuide(writer, id, { guide: whole })).toMatchObject({
    refusal: { code: 'step-not-open' },
  })
  expect(await actOnServiceGuide(writer, id, 'publish', {})).toMatchObject({
    refusal: { code: 'forbidden' },
  })
  expect(await actOnServiceGuide(await as(head), id, 'publish', {})).toMatchObject({ ok: true })
  expect(await showService(open, id)).toMatchObject({
    value: {
      promisedDays: 5,
      statutoryDays: 20,
      lacking: ['materials'],
      publishedOn: '2026-11-20',
    },
  })
  expect(await listDeskServices(writer, { part: 'lacking' })).toMatchObject({
    value: { items: [{ code: 'S-1', lacking: ['materials'] }, { code: 'S-2' }] },
  })
  // A revision leaves the published text alone until it is approved, by another than its writer.
  expect(await writeServiceGuide(await as(head), id, { guide: whole })).toMatchObject({ ok: true })
  expect(await showService(open, id)).toMatchObject({ value: { lacking: ['materials'] } })
  await actOnServiceGuide(await as(head), id, 'submit', {})
  expect(await actOnServiceGuide(await as(head), id, 'publish', {})).toMatchObject({
    refusal: { code: 'same-person' },
  })
  const other = { ...head, id: 's-other' } as typeof head
  expect(await actOnServiceGuide(await as(other), id, 'publish', {})).toMatchObject({ ok: true })
  expect(await showService(open, id)).toMatchObject({ value: { lacking: [], guide: whole } })
  expect(await listDeskServices(writer, {})).toMatchObject({ value: { items: [{ code: 'S-2' }] } })
  const rows = await house.rows('east', 'service_guide')
  expect(rows).toMatchObject([{ promised_days: 5, statutory_days: 20, lacking: 0, edition: 2 }])
  expect(await recompute(await house.tenant('east'), house.regionCtx(now))).toMatchObject({
    own: [],
  })
})

test('row 28: a promise longer than the law, a charge without its standard and a false number are refused', async () => {
  const guide = { ...whole, promisedDays: 30, fee: 'charged', phone: '12' }
  const refused = await writeServiceGuide(await as(unit), id, { guide })
  expect(refused).toMatchObject({
    refusal: { errors: [{ pointer: '/guide/phone', problem: 'ill-formed' }] },
  })
  const { phone: _phone, ...rest } = guide
  expect(await writeServiceGuide(await as(unit), id, { guide: rest })).toMatchObject({
    refusal: {
      errors: [
        { pointer: '/guide/promisedDays', problem: 'above' },
        { pointer: '/guide/feeNote', problem: 'required' },
      ],
    },
  })
})

test('row 28: services are found by a part of their name and by type, page by page', async () => {
  const open = await house.ctx('east', { type: 'public' }, now)
  expect(await listServices(open, { q: '卫生许可' })).toMatchObject({
    value: { items: [{ code: 'S-1' }] },
  })
  expect(await listServices(open, { type: 'other' })).toMatchObject({
    value: { items: [{ code: 'S-2' }] },
  })
  const first = await listServices(open, { limit: 1 })
  const cursor = first.ok ? first.value.next : null
  expect(await listServices(open, { limit: 1, cursor })).toMatchObject({
    value: { items: [{ code: 'S-2' }], next: null },
  })
  expect(await listServices(open, { limit: 1, cursor, q: '登记' })).toMatchObject({
    refusal: { code: 'invalid' },
  })
})

test('rows 26, 28: a matter that left the list says when and why, at its address too', async () => {
  const gone = await powerId(house, 'east', 'S-2')
  await approved(house, 'east', [{ kind: 'cancelled', power: 'S-2' }], '2026-11-20')
  const open = await house.ctx('east', { type: 'public' }, now)
  expect(await showService(open, gone)).toMatchObject({
    refusal: { code: 'withdrawn', reason: '2026-11-20清理', withdrawnOn: '2026-11-20' },
  })
  expect(await showDeskService(await as(unit), gone)).toMatchObject({
    refusal: { code: 'not-found' },
  })
})
