import { afterAll, beforeAll, expect, test } from 'vitest'
import { actOnCase } from '../../../src/usecases/application/act.ts'
import { readCaseFile } from '../../../src/usecases/application/read-file.ts'
import { showCase } from '../../../src/usecases/application/show-case.ts'
import { showStatus } from '../../../src/usecases/application/status.ts'
import { crashing, Died } from '../../support/crash.ts'
import { type House, openHouse } from '../../support/house.ts'
import { canary, headOf, receivedCase } from '../../jobs/transfer-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const at = '2026-03-02T09:00:00+08:00'
const later = '2026-03-05T09:00:00+08:00'
const requests = ['2024 年补偿方案', '2025 年补偿方案', '征收公告']

async function cases(): Promise<Record<string, unknown>[]> {
  return house.rows('east', 'application')
}

async function received(): Promise<number> {
  const cells = await house.rows('east', 'cell')
  const found = cells.find((cell) => cell['row'] === 'newReceived' && cell['period'] === '2026')
  return Number(found?.['n'] ?? 0)
}

test('rows 37–41: one application for several things becomes linked cases, each with number, clock, files and figure (一事一申请)', async () => {
  const { receipt, secret } = await receivedCase(house, at)
  const head = await headOf(house, 'east', later)
  const done = await actOnCase(head, receipt, 'split', { requests })
  if (!done.ok) throw new Error(JSON.stringify(done.refusal))
  expect(done.value).toMatchObject({ state: 'received', number: '2026-0001', dueOn: '2026-03-30' })
  expect(done.value.personal['request.subject']).toBe(requests[0])
  expect(done.value.linked.map(({ number }) => number)).toEqual(['2026-0002', '2026-0003'])
  expect(await received()).toBe(3)
  for (const [index, { receipt: part }] of done.value.linked.entries()) {
    const view = await showCase(head, part)
    if (!view.ok) throw new Error(view.refusal.code)
    expect(view.value).toMatchObject({
      state: 'received',
      receivedOn: '2026-03-02',
      dueOn: '2026-03-30',
      clock: { day: 3 },
    })
    expect(view.value.personal).toMatchObject({
      'request.subject': requests[index + 1],
      'applicant.name': canary,
    })
    expect(view.value.linked.map((one) => one.receipt)).toContain(receipt)
    expect(view.value.files).toHaveLength(2)
    const read = await readCaseFile(head, part, view.value.files[0]?.id ?? '')
    expect(read.ok).toBe(true)
    await actOnCase(head, part, 'accept', {})
    const reply = await actOnCase(head, part, 'reply', { outcome: 'granted', text: '见附件' })
    expect(reply).toMatchObject({ value: { state: 'replied' } })
  }
  // The applicant finds every part from the application that he has.
  const status = await showStatus(head, receipt, secret)
  if (!status.ok) throw new Error(status.refusal.code)
  for (const part of status.value.linked) {
    const own = await showStatus(head, part.receipt, part.secret ?? '')
    expect(own).toMatchObject({ value: { state: 'replied', linked: [{ secret: null }, {}] } })
  }
})

test('a split needs two different things at least, and is not open while the applicant is waited for', async () => {
  const { receipt } = await receivedCase(house, at)
  const head = await headOf(house, 'east', later)
  for (const bad of [
    ['一件'],
    ['同样', '同样'],
    Array.from({ length: 11 }, (_, n) => `第${String(n)}件`),
  ]) {
    const done = await actOnCase(head, receipt, 'split', { requests: bad })
    expect(done).toMatchObject({ refusal: { code: 'invalid' } })
  }
  await actOnCase(head, receipt, 'request-correction', {
    unclear: '不明',
    guidance: '写清',
    days: 5,
  })
  const waiting = await actOnCase(head, receipt, 'split', { requests })
  expect(waiting).toMatchObject({ refusal: { code: 'step-not-open' } })
})

test('a crash at any await of a split, then the second try with the version seen: every part once, no gap in the numbers', async () => {
  const head = await headOf(house, 'east', later)
  const { receipt: first } = await receivedCase(house, at)
  const probe = crashing(head, null)
  await actOnCase(probe.ctx, first, 'split', { requests })
  expect(probe.points()).toBeGreaterThan(5)
  for (let count = 0; count < probe.points(); count += 1) {
    for (const when of ['before', 'after'] as const) {
      const { receipt } = await receivedCase(house, at)
      const seen = await showCase(head, receipt)
      if (!seen.ok) throw new Error(seen.refusal.code)
      const input = { requests, version: seen.value.version }
      const { ctx } = crashing(head, { at: count, when })
      await expect(actOnCase(ctx, receipt, 'split', input)).rejects.toThrow(Died)
      await actOnCase(head, receipt, 'split', input)
      const again = await actOnCase(head, receipt, 'split', input)
      expect(again).toMatchObject({ refusal: { code: 'stale' } })
      const parts = (await cases()).filter((row) => row['split_from'] === receipt)
      expect(parts).toHaveLength(2)
    }
  }
  const serials = (await cases())
    .map((row) => Number(row['number_serial']))
    .toSorted((a, b) => a - b)
  expect(serials).toEqual(serials.map((_, index) => index + 1))
  expect(await received()).toBe(serials.length)
}, 120_000)
