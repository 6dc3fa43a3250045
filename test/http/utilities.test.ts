import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Agency } from '../../src/domain/agency/agency.ts'
import { enterApplication } from '../../src/usecases/application/enter.ts'
import { receiveApplication } from '../../src/usecases/application/receive.ts'
import { entry, personForm } from '../support/application-form.ts'
import { type House, officer, openHouse } from '../support/house.ts'
import { openDoor } from '../support/http.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('row 85, 条例 Art. 55: a public utility takes no application by any door, and its pages do not lead to one', async () => {
  const ctx = await house.ctx('hill', officer('registrar'), '2026-03-02T09:00:00+08:00')
  const utility: Agency = { ...ctx.agency, kind: 'public-utility' }
  const there = { ...ctx, agency: utility }
  const none = { ok: false, refusal: { code: 'no-applications' } }
  const given = { raw: personForm(), files: [], idempotencyKey: null, clientKey: null }
  expect(await receiveApplication(there, given)).toEqual(none)
  const came = entry('in-person', { receivedOn: '2026-03-02' })
  expect(await enterApplication(there, came)).toEqual(none)
  expect(await house.rows('hill', 'application')).toEqual([])

  const tenant = house.tenant.bind(house)
  const door = openDoor({
    ...house,
    tenant: async (id) => {
      const opened = await tenant(id)
      return id === 'hill' ? { ...opened, agency: utility } : opened
    },
  })
  const { status, body } = await door.api('hill', '/applications', { json: personForm() })
  expect([status, body]).toMatchObject([404, { code: 'no-applications' }])
})
