import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { cityReport } from '../domain/report/sample-reports.data.ts'
import { openPortalHouse } from './portal-house.ts'
import type { House } from '../support/house.ts'
import { openDoor, type Door } from '../support/http.ts'

let house: House
let door: Door
beforeAll(async () => {
  house = await openPortalHouse()
  door = openDoor(house, { at: '2026-11-20T10:00:00+08:00' })
})
afterAll(() => house.close())

const check = (json: unknown): ReturnType<Door['api']> =>
  door.api('east', '/annual-reports/check', { json })

const withRow = (key: string, cells: unknown): object => ({
  ...cityReport,
  applications: { ...cityReport.applications, [key]: cells },
})

describe('POST /annual-reports/check', () => {
  test('a published report without fault is valid', async () => {
    expect(await check({ report: cityReport })).toMatchObject({
      status: 200,
      body: { valid: true, findings: [] },
    })
  })

  test('each finding names the cell, what was expected, what stands there, and why', async () => {
    const granted = { ...cityReport.applications['granted'], total: 1360 }
    const { body } = await check({ report: withRow('granted', granted) })
    expect(body).toEqual({
      valid: false,
      findings: [
        {
          rule: 'rowSum',
          severity: 'error',
          table: 'applications',
          row: 'granted',
          column: 'total',
          expected: 1362,
          actual: 1360,
          message:
            '表三“三、（一）予以公开”“总计”：应为 1362，填的是 1360。每一行的“总计”应当等于六类申请人之和。',
        },
        expect.objectContaining({ rule: 'resultSum', row: 'totalProcessed', column: 'total' }),
      ],
    })
  })

  test('the report of the year before is compared, and only warned of', async () => {
    const previous = { ...cityReport, year: 2023 }
    const { body } = await check({ report: cityReport, previous })
    expect(body).toMatchObject({
      valid: true,
      findings: expect.arrayContaining([
        expect.objectContaining({ rule: 'carryOver', severity: 'warning', column: 'total' }),
      ]),
    })
  })

  const granted = cityReport.applications['granted']
  test.each([
    [
      'a negative count',
      withRow('granted', { ...granted, total: -1 }),
      '/applications/granted/total',
    ],
    ['a fraction', withRow('granted', { ...granted, total: 1.5 }), '/applications/granted/total'],
    ['text', withRow('granted', { ...granted, total: '12' }), '/applications/granted/total'],
    ['an unknown row', withRow('granted.all', granted), '/applications/granted.all'],
    ['an unknown column', withRow('granted', { sum: 1 }), '/applications/granted/sum'],
    ['a row that is none', withRow('granted', 12), '/applications/granted'],
    ['a year to come', { ...cityReport, year: 2027 }, '/year'],
    ['no year', { ...cityReport, year: undefined }, '/year'],
    ['an unknown form', { ...cityReport, format: '2030' }, '/format'],
    ['text as a table', { ...cityReport, reviewLitigation: '无' }, '/reviewLitigation'],
    ['a claim without words', { ...cityReport, narrative: [{ value: 1 }] }, '/narrative/0/claim'],
  ])('hostile: %s is refused by its place', async (_, report, pointer) => {
    const answer = await check({ report })
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(answer.body).toMatchObject({
      code: 'invalid',
      errors: expect.arrayContaining([expect.objectContaining({ pointer: `/report${pointer}` })]),
    })
  })

  test('hostile: what is refused is named in Chinese words', async () => {
    const total = { ...granted, total: 1.5 }
    const { body } = await check({
      report: { ...withRow('granted', total), agency: undefined, level: undefined },
      previous: { ...cityReport, year: 'x', narrative: Array.from({ length: 501 }, () => ({})) },
    })
    const { errors } = z.object({ errors: z.array(z.object({ message: z.string() })) }).parse(body)
    const messages = errors.map(({ message }) => message)
    expect(messages).toEqual(
      expect.arrayContaining([
        '“表三‘三、（一）予以公开’‘总计’”应是整数',
        '请填写“编制机关”',
        '请填写“机关类别”',
        '“上年年报的年度”应是数字',
      ]),
    )
    const none = z.object({ detail: z.string() }).parse((await check({})).body)
    expect(none.detail).toBe('请填写“年报”')
  })

  test('hostile: no report, more than is asked, and bodies too large are refused', async () => {
    expect((await check({})).status).toBe(400)
    expect((await check({ report: cityReport, extra: 1 })).status).toBe(400)
    expect((await check({ report: { ...cityReport, note: 'x'.repeat(1_100_000) } })).status).toBe(
      413,
    )
  })
})
