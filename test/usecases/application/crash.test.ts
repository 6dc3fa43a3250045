import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../../src/domain/shared/actor.ts'
import { type Submitting, receiveApplication } from '../../../src/usecases/application/receive.ts'
import { registerApplication } from '../../../src/usecases/application/register.ts'
import { bytesOf, pdf, personForm } from '../../support/application-form.ts'
import { type Crash, crashing, Died } from '../../support/crash.ts'
import { type House, openHouse } from '../../support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const at = '2026-03-02T09:00:00+08:00'
const job: Actor = { type: 'system', job: 'register' }

function plans(points: number): Crash[] {
  return Array.from({ length: points }, (_, index) => [
    { at: index, when: 'before' as const },
    { at: index, when: 'after' as const },
  ]).flat()
}

async function counts(id: string) {
  const ctx = await house.ctx(id)
  const cells = await house.rows(id, 'cell')
  const submitted = cells.find((cell) => cell['row'] === 'submitted' && cell['period'] === '2026')
  return {
    applications: (await house.rows(id, 'application')).length,
    events: (await house.rows(id, 'event')).length,
    files: (await house.rows(id, 'application_file')).length,
    objects: (await ctx.files.list(Date.now() + 60_000)).keys.length,
    submitted: Number(submitted?.['n'] ?? 0),
  }
}

const input = (key: string): Submitting => ({
  raw: personForm(),
  files: [
    { name: 'a.pdf', bytes: pdf },
    { name: 'b.txt', bytes: bytesOf('说明') },
  ],
  idempotencyKey: key,
  clientKey: key,
})

test('a crash at any await of a submission, then the client’s retry: nothing lost, nothing doubled (security 18)', async () => {
  const clean = await house.ctx('east', { type: 'public' }, at)
  const probe = crashing(clean, null)
  expect((await receiveApplication(probe.ctx, input('probe'))).ok).toBe(true)
  let done = 1
  for (const crash of plans(probe.points())) {
    const key = `k-${crash.at}-${crash.when}`
    await expect(receiveApplication(crashing(clean, crash).ctx, input(key))).rejects.toThrow(Died)
    const retried = await receiveApplication(clean, input(key))
    const again = await receiveApplication(clean, input(key))
    expect(retried.ok).toBe(true)
    expect(again).toEqual(retried)
    done += 1
  }
  expect(await counts('east')).toEqual({
    applications: done,
    events: done,
    files: done * 2,
    objects: done * 2,
    submitted: done,
  })
  console.log(`submission: ${probe.points() * 2} crash points`)
  expect(probe.points()).toBeGreaterThanOrEqual(5)
})

test('a crash at any await of a registration, then redelivery: one number each, no gap (security 18, 19)', async () => {
  const clean = await house.ctx('river', job, at)
  const submit = async (): Promise<string> => {
    const result = await receiveApplication(clean, {
      raw: personForm(),
      files: [],
      idempotencyKey: null,
      clientKey: null,
    })
    if (!result.ok) throw new Error(result.refusal.code)
    return result.value.receipt
  }
  const probe = crashing(clean, null)
  await registerApplication(probe.ctx, await submit())
  let done = 1
  for (const crash of plans(probe.points())) {
    const receipt = await submit()
    await expect(registerApplication(crashing(clean, crash).ctx, receipt)).rejects.toThrow(Died)
    expect((await registerApplication(clean, receipt)).ok).toBe(true)
    expect((await registerApplication(clean, receipt)).ok).toBe(true)
    done += 1
  }
  console.log(`registration: ${probe.points() * 2} crash points`)
  const rows = await house.rows('river', 'application')
  const serials = rows.map((row) => Number(row['number_serial'])).toSorted((a, b) => a - b)
  expect(serials).toEqual(Array.from({ length: done }, (_, index) => index + 1))
  expect(await house.rows('river', 'event')).toHaveLength(done * 3)
  expect(await house.rows('river', 'cell')).toContainEqual({
    period: '2026',
    row: 'newReceived',
    col: 'naturalPerson',
    n: done,
  })
  expect(
    (await house.rows('river', 'event')).filter((event) => event['topic'] === 'register'),
  ).toEqual([])
})
