import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterApplication } from '../../../src/usecases/application/enter.ts'
import { importApplications } from '../../../src/usecases/application/import/applications.ts'
import { listCases } from '../../../src/usecases/application/list-cases.ts'
import { bytesOf, entry } from '../../support/application-form.ts'
import { type House, officer, openHouse } from '../../support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const at = '2026-03-20T09:00:00+08:00'
const header = 'externalId,receivedAt,channel,applicantClass,subject,extended,decidedAt,outcome'
const file = (...rows: string[]) => bytesOf([header, ...rows].join('\n'))
const rows = [
  'A-2,2026-03-02T10:00:00+08:00,internet,naturalPerson,征地批复,false,,',
  'A-1,2026-01-05T10:00:00+08:00,in-person,commercial,中标合同,true,2026-02-27T10:00:00+08:00,granted',
  'A-3,2025-12-31T23:00:00+08:00,fax,naturalPerson,预算,true,,',
]

test('a moved register counts, is numbered and runs its clocks as if handled here (contract: imports)', async () => {
  const ctx = await house.ctx('east', officer('registrar'), at)
  await enterApplication(ctx, entry('oral', { receivedOn: '2026-03-02' }))
  const trial = await importApplications(ctx, file(...rows), { dryRun: true })
  expect(trial).toMatchObject({ ok: true, value: { accepted: 3, committed: false, rejected: [] } })
  expect(await house.rows('east', 'application')).toHaveLength(1)
  expect(await importApplications(ctx, file(...rows), { dryRun: false })).toMatchObject({
    ok: true,
    value: { accepted: 3, committed: true },
  })
  expect(await importApplications(ctx, file(...rows), { dryRun: false })).toMatchObject({
    ok: true,
    value: { accepted: 0, unchanged: 3, committed: true },
  })
  const stored = new Map(
    (await house.rows('east', 'application')).map((row) => [row['origin_key'], row]),
  )
  expect(stored.get(null)).toMatchObject({ number_year: 2026, number_serial: 1 })
  expect(stored.get('A-1')).toMatchObject({
    number_year: 2026,
    number_serial: 2,
    state: 'closed',
    extension_days: 20,
  })
  expect(stored.get('A-2')).toMatchObject({
    number_year: 2026,
    number_serial: 3,
    state: 'received',
    extension_days: 0,
  })
  expect(stored.get('A-3')).toMatchObject({
    number_year: 2025,
    number_serial: 1,
    state: 'received',
    extension_days: 20,
  })
  const cells = await house.rows('east', 'cell')
  expect(cells).toContainEqual({ period: '2026-02', row: 'granted', col: 'commercial', n: 1 })
  expect(cells).toContainEqual({ period: '2026', row: 'newReceived', col: 'naturalPerson', n: 2 })
  expect(cells).toContainEqual({ period: '2025', row: 'newReceived', col: 'naturalPerson', n: 1 })
  expect(JSON.stringify(await house.rows('east', 'application'))).not.toContain('征地批复')
  const list = await listCases(ctx, {})
  const limits = new Map(list.ok ? list.value.items.map((item) => [item.subject, item.daysOf]) : [])
  expect(limits).toEqual(
    new Map([
      ['预算', 40],
      ['土地征收补偿方案 王小明', 20],
      ['征地批复', 20],
    ]),
  )
})

test('one bad row and nothing is moved; other posts may not', async () => {
  const ctx = await house.ctx('west', officer('registrar'), at)
  const bad = file(...rows, 'A-4,2026-13-01,internet,naturalPerson,x,,,')
  expect(await importApplications(ctx, bad, { dryRun: false })).toMatchObject({
    ok: true,
    value: { committed: false, rejected: [{ line: 5 }] },
  })
  expect(await house.rows('west', 'application')).toEqual([])
  const actor = officer('viewer')
  expect(
    await importApplications({ ...ctx, actor }, file(...rows), { dryRun: false }),
  ).toMatchObject({ refusal: { code: 'forbidden' } })
})

test('a case that comes again with another result is refused, and with it the whole file', async () => {
  const ctx = await house.ctx('east', officer('registrar'), at)
  const before = await house.rows('east', 'event')
  const changed = file(
    rows[1]?.replace('granted', 'partialGrant') ?? '',
    'A-9,2026-03-03,fax,research,新的,,,',
  )
  expect(await importApplications(ctx, changed, { dryRun: false })).toMatchObject({
    ok: true,
    value: {
      committed: false,
      rejected: [{ line: 2, column: null, reason: { code: 'registered-differently' } }],
    },
  })
  expect(await house.rows('east', 'event')).toEqual(before)
})

test('the same key and file answer the same, another file under the key is refused (security 20)', async () => {
  const ctx = await house.ctx('purse', officer('registrar'), at)
  const options = { dryRun: false, idempotencyKey: 'key-1' }
  const first = await importApplications(ctx, file(...rows), options)
  expect(first).toMatchObject({ ok: true, value: { accepted: 3, committed: true } })
  expect(await importApplications(ctx, file(...rows), options)).toEqual(first)
  expect(await importApplications(ctx, file(rows[0] ?? ''), options)).toMatchObject({
    refusal: { code: 'idempotency-conflict' },
  })
})

test('parallel imports are numbered without a gap (security 19)', async () => {
  const ctx = await house.ctx('river', officer('registrar'), at)
  const files = [1, 2, 3, 4].map((n) =>
    file(
      ...Array.from(
        { length: 20 },
        (_, i) => `B-${n}-${i},2025-06-0${n}T09:00:00+08:00,fax,research,材料,,,`,
      ),
    ),
  )
  const reports = await Promise.all(
    files.map((bytes) => importApplications(ctx, bytes, { dryRun: false })),
  )
  expect(reports.every((report) => report.ok && report.value.committed)).toBe(true)
  const serials = (await house.rows('river', 'application')).map((row) =>
    Number(row['number_serial']),
  )
  expect(serials.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 80 }, (_, n) => n + 1))
})
