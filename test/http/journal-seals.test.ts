import { afterAll, beforeAll, expect, test } from 'vitest'
import { sealJournal } from '../../src/usecases/journal/seal.ts'
import { watchJournal } from '../../src/usecases/journal/watch.ts'
import { addEvents } from '../usecases/journal/journal-house.ts'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor, textIn } from '../support/http.ts'
import { openJournal } from '../support/open-journal.ts'
import { hire, logIn, tokenOf } from './desk-door.ts'

const at = '2026-11-22T09:00:00+08:00'
const path = '/desk/journal-seals'

let house: House
let door: Door
const tokens = new Map<string, string>()
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at })
  for (const agency of ['east', 'west']) {
    await hire(house, agency, ['admin'])
    tokens.set(agency, await tokenOf(door, agency, 'admin'))
    const ctx = await house.ctx(agency, { type: 'system', job: 'seal' }, at)
    for (let n = 0; n < 25; n += 1) {
      await addEvents(ctx, 1)
      await sealJournal(ctx)
    }
    await watchJournal(ctx)
  }
})
afterAll(() => house.close())

const ask = (query: string, agency = 'east'): ReturnType<Door['api']> =>
  door.api(agency, `${path}${query}`, {
    headers: { authorization: `Bearer ${tokens.get(agency) ?? ''}` },
  })

test('security 88: the administrator sees the chain, the day’s anchor and the last check', async () => {
  const first = await ask('')
  expect(first).toMatchObject({
    status: 200,
    body: {
      waiting: false,
      anchor: { day: '2026-11-22', n: 25 },
      nightly: { seals: 10, faults: [] },
    },
  })
  expect(numbersIn(first.body)).toEqual(Array.from({ length: 20 }, (_, k) => 25 - k))
  const rest = await ask(`?cursor=${encodeURIComponent(textIn(first.body, 'next'))}`)
  expect(numbersIn(rest.body)).toEqual([5, 4, 3, 2, 1])
  expect(rest.body).toMatchObject({ next: null, checked: null })
})

test('security 36: a place in the list is signed, for this agency alone, and the list is bounded', async () => {
  const next = textIn((await ask('')).body, 'next')
  for (const cursor of [next.replace('6', '9'), `${next}x`, '6', '~', '6~', '9'.repeat(200)]) {
    expect((await ask(`?cursor=${encodeURIComponent(cursor)}`)).status).toBe(400)
  }
  expect((await ask(`?cursor=${encodeURIComponent(next)}`, 'west')).status).toBe(400)
  for (const query of ['?limit=101', '?limit=0', '?check=11', '?check=0', '?check=a', '?sort=n']) {
    expect((await ask(query)).status).toBe(400)
  }
  expect(numbersIn((await ask('?limit=100')).body)).toHaveLength(25)
})

test('security 88: a check on demand names what does not hold, in words and in data', async () => {
  expect(await ask('?check=10')).toMatchObject({
    body: { checked: { seals: 10, anchors: 1, faults: [] } },
  })
  const admin = await logIn(door, 'west', 'admin')
  expect(await (await admin.get(`${path}?check=10`)).text()).toContain('核验通过')
  const { db } = await house.tenant('west')
  await openJournal(db)
  const row = await db.prepare('SELECT to_id AS id FROM journal_seal WHERE n = 20').first('id')
  await db.prepare('UPDATE event SET at = at + 1 WHERE id = ?').bind(row).run()
  await db.prepare("UPDATE journal_seal SET digest = 'x' WHERE n = 25").run()
  const told = await (await admin.get(`${path}?check=10`)).text()
  for (const words of [
    '核验发现差异',
    '第 20 段与流水不一致',
    '第 25 段与 2026-11-22 的存证不一致',
  ]) {
    expect(told).toContain(words)
  }
  expect(await ask('?check=10', 'west')).toMatchObject({
    body: {
      checked: {
        faults: [
          { fault: 'seal-differs', n: 20 },
          { fault: 'seal-differs', n: 25 },
          { fault: 'anchor-differs', n: 25, day: '2026-11-22' },
        ],
      },
    },
  })
})

function numbersIn(body: unknown): unknown[] {
  const items: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'items') : []
  return Array.isArray(items) ? items.map((item: { n: unknown }) => item.n) : []
}
