import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { consume } from '../../src/jobs/consume.ts'
import { actOnCase } from '../../src/usecases/application/act.ts'
import { readCaseFile } from '../../src/usecases/application/read-file.ts'
import { showCase } from '../../src/usecases/application/show-case.ts'
import { showStatus } from '../../src/usecases/application/status.ts'
import { sweepFiles } from '../../src/usecases/region/sweep-files.ts'
import { agencies } from '../support/agencies.ts'
import { crashing, Died } from '../support/crash.ts'
import { officer, openHouse, type House } from '../support/house.ts'
import { carryAll, isSync } from './carry.ts'
import { gateFailing } from './chaos.ts'
import { canary, enteredCase, headOf, receivedCase, sendAway } from './transfer-house.ts'
import { batchOf, workRoom } from './work-room.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const at = '2026-03-02T09:00:00+08:00'
const sent = '2026-03-10T09:00:00+08:00'
const later = '2026-03-10T09:20:00+08:00'
const latest = '2026-03-10T09:30:00+08:00'
const sweepBoth = { v: 1, kind: 'sweep', tenants: ['east', 'purse'] }
const within = { to: 'purse', basis: 'one-government' }

/** Every case of this origin, at the agency that took it over. */
async function takenOver(origin: string): Promise<Record<string, unknown>[]> {
  const { db } = await house.tenant('purse')
  const { results } = await db
    .prepare(
      `SELECT a.* FROM application a JOIN application_transfer t ON t.application_id = a.id
       WHERE t.direction = 'in' AND t.id = ?`,
    )
    .bind(origin)
    .all()
  return results
}

/** Sweeps as time goes by, until the answer is here; what is lost for good never comes. */
async function settle(receipt: string): Promise<void> {
  for (const minute of [20, 30, 40, 50]) {
    if ((await transferOf(receipt))['state'] !== 'sent') return
    await carryAll(house, [sweepBoth], `2026-03-10T09:${String(minute)}:00+08:00`)
  }
}

async function transferOf(receipt: string): Promise<Record<string, unknown>> {
  const rows = await house.rows('east', 'application_transfer')
  const [row, ...more] = rows.filter((one) => one['application_id'] === receipt)
  expect(more).toEqual([])
  if (row === undefined) throw new Error('nothing was sent')
  return row
}

/** The case stands once at its new agency, with one number, and has ended at the old one. */
async function arrivedOnce(receipt: string): Promise<Record<string, unknown>> {
  const transfer = await transferOf(receipt)
  expect(transfer).toMatchObject({ state: 'done', object_key: null })
  const here = (await house.rows('east', 'application')).find(({ id }) => id === receipt)
  expect(here).toMatchObject({ state: 'transferred', decided_on: '2026-03-10' })
  const there = await takenOver(String(transfer['id']))
  expect(there).toHaveLength(1)
  const [row = {}] = there
  expect(row).toMatchObject({ state: 'received' })
  return row
}

async function figure(agency: string, row: string, col: string): Promise<number> {
  const cells = await house.rows(agency, 'cell')
  const found = cells.find(
    (cell) => cell['row'] === row && cell['col'] === col && cell['period'] === '2026',
  )
  return Number(found?.['n'] ?? 0)
}

test('rows 37–41: a case goes to the agency that answers for it, whole and once; its old page tells where it is (条例第36条第五项)', async () => {
  const log = vi.spyOn(console, 'error')
  const { receipt, secret } = await receivedCase(house, at)
  const head = await headOf(house, 'east', sent)
  const messages = await sendAway(house, head, receipt, within)
  const waiting = await showStatus(head, receipt, secret)
  expect(waiting).toMatchObject({
    value: { state: 'transferring', movedTo: null, withdrawable: false },
  })
  expect(await figure('east', 'newReceived', 'naturalPerson')).toBe(1)
  await carryAll(house, messages, later)
  await carryAll(house, [sweepBoth], latest)
  const row = await arrivedOnce(receipt)
  // Counted where it is answered, and only there.
  expect(await figure('east', 'newReceived', 'naturalPerson')).toBe(0)
  expect(await figure('purse', 'newReceived', 'naturalPerson')).toBe(1)
  expect([
    await figure('east', 'transferred', 'out'),
    await figure('purse', 'transferred', 'in'),
  ]).toEqual([1, 1])
  const status = await showStatus(head, receipt, secret)
  if (!status.ok || status.value.movedTo === null) throw new Error('not told where it is')
  const { movedTo, number } = status.value
  expect(movedTo.agency).toBe('purse')
  const purse = await house.ctx('purse', officer('head'), later)
  const there = await showStatus(purse, movedTo.receipt, movedTo.secret)
  expect(there).toMatchObject({ value: { state: 'received', receivedOn: '2026-03-02' } })
  const view = await showCase(purse, String(row['id']))
  if (!view.ok) throw new Error(view.refusal.code)
  expect(view.value).toMatchObject({
    number: '2026-0001',
    dueOn: '2026-03-30',
    transfers: [{ direction: 'in', agency: 'east', number, basis: 'one-government' }],
  })
  expect(view.value.personal['applicant.name']).toBe(canary)
  expect(view.value.files.map(({ name }) => name).toSorted()).toEqual(
    [`${canary}.txt`, 'b.txt'].toSorted(),
  )
  const file = view.value.files.find(({ name }) => name.startsWith(canary))
  const read = await readCaseFile(purse, String(row['id']), file?.id ?? '')
  expect(read.ok && new TextDecoder().decode(read.value.body)).toContain(canary)
  // What travelled tells nothing: not the letters at either end, not the region, not the log.
  const letters = [
    await house.rows('east', 'letter_out'),
    await house.rows('purse', 'letter_in'),
    (await house.region.prepare('SELECT * FROM letter').all()).results,
    await house.rows('east', 'event'),
    await house.rows('purse', 'event'),
  ]
  expect(JSON.stringify(letters)).not.toContain(canary)
  expect(JSON.stringify(letters)).not.toContain(movedTo.secret)
  expect(JSON.stringify(log.mock.calls)).not.toContain(canary)
  log.mockRestore()
})

test('what lies on the way opens for its two agencies alone, stays until it has arrived and is swept then', async () => {
  const { receipt } = await receivedCase(house, at)
  const head = await headOf(house, 'east', sent)
  const messages = await sendAway(house, head, receipt, within)
  const folder = String((await transferOf(receipt))['object_key'])
  const objects = async (): Promise<string[]> =>
    (await head.files.list(Date.now() + 60_000)).keys.filter((key) => key.startsWith(folder))
  expect(await objects()).toHaveLength(3)
  for (const key of await objects()) {
    const bytes = new Uint8Array(await ((await head.files.get(key))?.arrayBuffer() ?? []))
    expect(new TextDecoder().decode(bytes)).not.toContain(canary)
    await expect(head.keys.openBytes('x', bytes)).rejects.toThrow()
  }
  const passage = folder.split('/').at(-2) ?? ''
  const stranger = await house.tenant('west')
  expect(await stranger.crossing.get('east', passage, 'dossier')).toBeNull()
  const mine = await house.tenant('purse')
  const sealed = await mine.crossing.get('east', passage, 'dossier')
  if (sealed === null) throw new Error('no dossier')
  const wrong = await stranger.crossing.keysFrom('east')
  await expect(wrong.openBytes(`transfer|${passage}|dossier`, sealed)).rejects.toThrow()
  const tomorrow = Date.now() + 2 * 86_400_000
  await sweepFiles(head, tomorrow)
  expect(await objects()).toHaveLength(3)
  await carryAll(house, messages, later)
  await arrivedOnce(receipt)
  await sweepFiles(head, tomorrow)
  expect(await objects()).toEqual([])
})

test('with the applicant’s consent the clock begins at the new agency; without setting, across governments or to nobody nothing is sent', async () => {
  const receipt = await enteredCase(house, at)
  const head = await headOf(house, 'east', sent)
  const plain = await house.ctx('east', officer('head'), sent)
  const refused = async (ctx: typeof head, input: object): Promise<unknown> => {
    const done = await actOnCase(ctx, receipt, 'transfer', { reason: '原因', ...input }, agencies)
    return done.ok ? null : done.refusal
  }
  const consent = { to: 'purse', basis: 'consent', consentedOn: '2026-03-09' }
  expect(await refused(plain, consent)).toEqual({ code: 'not-allowed', why: 'transfer-off' })
  const apart = { to: 'west', basis: 'one-government' }
  expect(await refused(head, apart)).toEqual({ code: 'not-allowed', why: 'transfer-apart' })
  for (const to of ['east', 'nobody']) {
    expect(await refused(head, { ...consent, to })).toMatchObject({ code: 'invalid' })
  }
  expect(await refused(head, { to: 'purse', basis: 'consent' })).toMatchObject({ code: 'invalid' })
  const clerk = { ...head, actor: officer('registrar') }
  expect(await refused(clerk, consent)).toEqual({ code: 'forbidden' })
  await carryAll(house, await sendAway(house, head, receipt, consent), later)
  const row = await arrivedOnce(receipt)
  expect(row).toMatchObject({ received_on: '2026-03-10', due_on: '2026-04-08' })
})

test('an agency that closed meanwhile declines: the case is back, its clock never stopped', async () => {
  const receipt = await enteredCase(house, at)
  const head = await headOf(house, 'east', sent)
  const messages = await sendAway(house, head, receipt, within)
  const room = workRoom(house, undefined, later)
  const { tenancy } = room.parts
  const open: typeof tenancy.open = async (id) => {
    const opened = await tenancy.open(id)
    if (!opened.ok || id !== 'purse') return opened
    const closed = { on: '2026-03-01', successor: 'east' }
    return { ...opened, value: { ...opened.value, agency: { ...opened.value.agency, closed } } }
  }
  const parts = { ...room.parts, tenancy: { open } }
  let waiting: unknown[] = messages
  for (let round = 0; round < 8 && waiting.length > 0; round += 1) {
    room.sent.length = 0
    await consume(batchOf(waiting).batch, parts)
    waiting = room.sent.filter((message) => !isSync(message))
  }
  const view = await showCase(head, receipt)
  expect(view).toMatchObject({ value: { state: 'received', dueOn: '2026-03-30', decidedOn: null } })
  expect(await transferOf(receipt)).toMatchObject({ state: 'declined', object_key: null })
})

test('transfers whose messages are lost, repeated and reordered arrive once (experiment 1)', async () => {
  const schedule = fc.array(
    fc.record({ keep: fc.constantFrom(0, 1, 1, 2, 3), order: fc.integer() }),
    { minLength: 40, maxLength: 40 },
  )
  await fc.assert(
    fc.asyncProperty(schedule, async (plan) => {
      const receipt = await enteredCase(house, at)
      const head = await headOf(house, 'east', sent)
      let waiting: unknown[] = await sendAway(house, head, receipt, within)
      let place = 0
      for (let round = 0; round < 8; round += 1) {
        const mixed = waiting
          .flatMap((message) => {
            const { keep = 1, order = 0 } = plan[(place += 1) % plan.length] ?? {}
            return Array.from({ length: keep }, (_, copy) => ({ message, order: order + copy }))
          })
          .toSorted((a, b) => a.order - b.order)
          .map(({ message }) => message)
        const room = workRoom(house, undefined, later)
        await consume(batchOf(mixed.slice(0, 30)).batch, room.parts)
        waiting = room.sent.filter((message) => !isSync(message))
      }
      await settle(receipt)
      await arrivedOnce(receipt)
    }),
    { numRuns: 6, endOnFailure: true },
  )
})

test('a crash at every await of a transfer’s way loses and doubles no case (experiment 2)', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  let points = 0
  for (const when of ['before', 'after', 'for-good'] as const) {
    for (let count = 1; ; count += 1) {
      const receipt = await enteredCase(house, at)
      const head = await headOf(house, 'east', sent)
      const gate = gateFailing(count, when)
      let waiting: unknown[] = await sendAway(house, head, receipt, within)
      for (let round = 0; round < 8 && waiting.length > 0; round += 1) {
        const room = workRoom(house, gate, later)
        const before = gate.awaits
        await consume(batchOf(waiting).batch, room.parts)
        const isHit = count > before && count <= gate.awaits
        waiting = isHit ? [] : room.sent.filter((message) => !isSync(message))
      }
      await settle(receipt)
      await arrivedOnce(receipt)
      if (gate.awaits < count) break
      points += 1
    }
  }
  log.mockRestore()
  expect(points).toBeGreaterThan(40)
}, 300_000)

test('a crash at any await of sending a case away, then the officer’s second try: one letter, one case', async () => {
  const head = await headOf(house, 'east', sent)
  const { receipt: first } = await receivedCase(house, at)
  const probe = crashing(head, null)
  await actOnCase(probe.ctx, first, 'transfer', { reason: '原因', ...within }, agencies)
  expect(probe.points()).toBeGreaterThan(4)
  for (let count = 0; count < probe.points(); count += 1) {
    for (const when of ['before', 'after'] as const) {
      const { receipt } = await receivedCase(house, at)
      const { ctx } = crashing(head, { at: count, when })
      const input = { reason: '原因', ...within }
      await expect(actOnCase(ctx, receipt, 'transfer', input, agencies)).rejects.toThrow(Died)
      await actOnCase(head, receipt, 'transfer', input, agencies)
      await settle(receipt)
      await arrivedOnce(receipt)
    }
  }
}, 300_000)
