import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { roles } from '../../src/domain/shared/actor.ts'
import { isCreation } from '../../src/http/api/is-creation.ts'
import { operations } from '../../src/http/app.tsx'
import { personForm } from '../support/application-form.ts'
import { openHouse, type House } from '../support/house.ts'
import { openDoor, type Door } from '../support/http.ts'
import { importInto } from '../usecases/item/import-files.ts'
import { hire, tokenOf } from './desk-door.ts'
import { creations, type Given } from './idempotency.data.ts'
import { fillAgency, type Held } from './isolation/one-of-each.ts'

const at = '2026-11-20T10:00:00+08:00'
const here = 'east'

let house: House
let door: Door
let held: Held
let token: string
/** An application whose receipt and password are known. */
let pair: { receipt: string; secret: string }
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at })
  held = await fillAgency(house, door, here, at)
  await hire(house, here, roles, 'all')
  token = await tokenOf(door, here, 'all')
  const sent = await door.api(here, '/applications', { json: personForm('幂等') })
  pair = z.object({ receipt: z.string(), secret: z.string() }).parse(sent.body)
  const closed = [
    'externalId,receivedAt,channel,applicantClass,subject,extended,decidedAt,outcome',
    '旧-1,2026-03-02T09:00:00+08:00,online,naturalPerson,某事,no,2026-03-20T09:00:00+08:00,granted',
    '旧-2,2009-03-02T09:00:00+08:00,online,naturalPerson,某事,no,2009-03-20T09:00:00+08:00,granted',
  ].join('\r\n')
  const form = new FormData()
  form.set('file', new File([closed], '台账.csv'))
  const moved = await send('/desk/imports?kind=applications', form, 'register-moved-over')
  expect(await moved.json()).toMatchObject({ committed: true })
  await normInForce()
  const rows = await house.rows(here, 'application')
  const receivedOn = (day: string): string[] =>
    rows.filter(({ received_on: on }) => on === day).map(({ id }) => String(id))
  held = { ...held, closed: receivedOn('2026-03-02'), old: receivedOn('2009-03-02') }
}, 120_000)
afterAll(() => house.close())

/** A document that no cleanup has taken in yet. */
async function normInForce(): Promise<void> {
  const text = { title: '另一办法', publishedOn: '2026-03-02', column: '规划计划' }
  expect(await importInto(house, here, [text])).toMatchObject({ committed: true })
  const listed = await door.api(here, `/items?q=${encodeURIComponent(text.title)}`)
  const { items } = z.object({ items: z.array(z.object({ id: z.string() })) }).parse(listed.body)
  const entered = { title: text.title, number: '东政规〔2026〕9号', item: items[0]?.id ?? '' }
  expect((await send('/desk/norms', entered, 'norm-in-force')).status).toBe(201)
}

function send(path: string, body: Given | FormData, key: string): Promise<Response> {
  const isForm = body instanceof FormData
  const isOwn = path.startsWith(`/applications/${pair.receipt}`)
  return door.request(here, `/api/v1${path}`, {
    method: 'POST',
    headers: {
      authorization: isOwn ? `Receipt ${pair.secret}` : `Bearer ${token}`,
      'idempotency-key': key,
      ...(isForm ? {} : { 'content-type': 'application/json' }),
    },
    body: isForm ? body : JSON.stringify(body),
  })
}

/** Proved beside its verb, which needs a case that was answered (draft-from-case). */
const elsewhere = 'POST /desk/applications/:receipt/publication'
const creating = operations.filter(isCreation).map(({ method, path }) => `${method} ${path}`)

test('every call that makes something has its row below (contract: Idempotency-Key)', () => {
  expect([...Object.keys(creations), elsewhere].toSorted()).toEqual(creating.toSorted())
})

test.each(Object.entries(creations))(
  '%s: the same key and body once, another body 409 (contract: Idempotency-Key)',
  async (name, one) => {
    const path = one.path({ held, receipt: pair.receipt })
    const [body, other] = one.bodies({ held })
    const key = `key of ${name}`.replaceAll(' ', '-')
    const first = await send(path, body, key)
    const answer: unknown = await first.json()
    expect([first.status, answer]).toEqual([one.status, answer])
    const counts = await rowsOf(one.table)
    const again = await send(path, body, key)
    expect([again.status, await again.json()]).toEqual([first.status, answer])
    expect((await send(path, other, key)).status).toBe(409)
    expect(await rowsOf(one.table)).toBe(counts)
  },
)

async function rowsOf(table: string): Promise<number> {
  return (await house.rows(here, table)).length
}

test('calls at the same moment make one report (contract: Idempotency-Key)', async () => {
  const ask = async (): Promise<unknown[]> => {
    const answer = await send('/desk/reports', { year: 2018, entered: true }, 'at-once')
    return [answer.status, await answer.json()]
  }
  const answers = await Promise.all(Array.from({ length: 6 }, ask))
  const [first] = answers
  expect(first).toMatchObject([201, { work: { year: 2018 } }])
  for (const answer of answers) expect(answer).toEqual(first)
})
