import { afterAll, beforeAll, expect, test } from 'vitest'
import { actOnCase } from '../../../src/usecases/application/act.ts'
import type { CaseRow } from '../../../src/usecases/application/case-row.ts'
import { enterApplication } from '../../../src/usecases/application/enter.ts'
import { type CaseList, listCases } from '../../../src/usecases/application/list-cases.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { importApplications } from '../../../src/usecases/application/import/applications.ts'
import { bytesOf, entry } from '../../support/application-form.ts'
import { countingDb } from '../../support/counting-db.ts'
import { type House, officer, openHouse } from '../../support/house.ts'

const days = ['2026-02-10', '2026-03-03', '2026-03-04', '2026-03-16', '2026-03-27', '2026-03-27']
let house: House
let ctx: Ctx
beforeAll(async () => {
  house = await openHouse()
  ctx = await house.ctx('river', officer('head'), '2026-03-31T09:00:00+08:00')
  for (const receivedOn of days) {
    expect((await enterApplication(ctx, entry('in-person', { receivedOn }))).ok).toBe(true)
  }
  expect((await enterApplication(ctx, entry('fax', { arrivedOn: '2026-03-30' }))).ok).toBe(true)
})
afterAll(() => house.close())

async function list(raw: unknown): Promise<CaseList> {
  const found = await listCases(ctx, raw)
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value
}

const receipts = (items: readonly CaseRow[]): string[] => items.map((item) => item.receipt)

test('what waits for confirmation comes first, then what is due first, each with colour and reason (issue, 6)', async () => {
  const { items, counts, next } = await list({})
  expect(next).toBeNull()
  expect(items.map((item) => item.state)).toEqual([
    'awaiting-confirmation',
    ...days.map(() => 'received'),
  ])
  const due = items.map((item) => item.dueOn ?? '')
  expect(due).toEqual(due.toSorted())
  expect(items.map((item) => item.colour)).toEqual([
    'none',
    'red',
    'yellow',
    'yellow',
    'blue',
    'none',
    'none',
  ])
  expect(items[2]).toMatchObject({
    colourReason: 'nearly-due',
    daysLeft: 0,
    subject: '土地征收补偿方案 王小明',
    actions: [
      'accept',
      'request-correction',
      'ask-reasons',
      'convert',
      'split',
      'transfer',
      'withdraw',
    ],
  })
  expect(counts).toEqual({ open: 7, waiting: 1, red: 1, yellow: 2, blue: 1, replied: 0 })
})

test('pages of any size meet without gap or repeat', async () => {
  const all = receipts((await list({})).items)
  for (const limit of [1, 2, 3, 6, 7]) {
    const seen: string[] = []
    let page = await list({ limit })
    seen.push(...receipts(page.items))
    while (page.next !== null) {
      page = await list({ limit, cursor: page.next })
      seen.push(...receipts(page.items))
    }
    expect(seen).toEqual(all)
  }
})

test('a colour, a state, a number or the beginning of a receipt narrows the list', async () => {
  const { items } = await list({})
  for (const colour of ['red', 'yellow', 'blue']) {
    const expected = items.filter((item) => item.colour === colour)
    expect(receipts((await list({ colour })).items)).toEqual(receipts(expected))
  }
  const waiting = await list({ state: 'awaiting-confirmation' })
  expect(receipts(waiting.items)).toEqual(receipts(items.slice(0, 1)))
  for (const { number, receipt } of items) {
    for (const q of [number ?? '', receipt.slice(0, 12).toLowerCase(), receipt]) {
      expect(receipts((await list({ q })).items)).toContain(receipt)
    }
  }
  for (const q of ["' OR 1=1 --", '%', '公开', '9999-1']) {
    expect(await list({ q })).toMatchObject({ items: [], next: null })
  }
})

test('ill-formed conditions are refused, and so are those who may not look (security 6, 36, 57)', async () => {
  const wrong = [
    { state: 'x' },
    { limit: 0 },
    { limit: 101 },
    { cursor: 'x' },
    { order: 'id' },
    { q: '' },
  ]
  for (const raw of wrong) {
    expect(await listCases(ctx, raw)).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
  }
  const admin = { ...ctx, actor: officer('admin') }
  expect(await listCases(admin, {})).toMatchObject({ refusal: { code: 'forbidden' } })
  const nobody: Ctx = { ...ctx, actor: { type: 'public' } }
  expect(await listCases(nobody, {})).toMatchObject({ refusal: { code: 'unauthenticated' } })
})

test('what is answered leaves the open list and stands among the done', async () => {
  const [, first] = (await list({})).items
  if (first === undefined) throw new Error('no case')
  await actOnCase(ctx, first.receipt, 'accept', {})
  await actOnCase(ctx, first.receipt, 'reply', { outcome: 'granted', text: '答复' })
  for (const state of ['done', 'replied']) {
    expect((await list({ state })).items).toMatchObject([
      { receipt: first.receipt, colour: 'none' },
    ])
  }
  expect((await list({})).counts).toMatchObject({ open: 6, red: 0, replied: 1 })
})

test('a page reads rows in proportion to its length, however deep it lies (performance 5)', async () => {
  const registrar = await house.ctx('west', officer('registrar'), '2026-03-31T09:00:00+08:00')
  const rows = Array.from({ length: 600 }, (_, n) => {
    const day = `2025-0${1 + (n % 9)}-0${1 + (n % 7)}`
    const result = n % 4 === 0 ? ',' : `2025-12-0${1 + (n % 9)}T09:00:00+08:00,granted`
    return `C-${n},${day}T09:00:00+08:00,fax,research,材料,,${result}`
  })
  const head = 'externalId,receivedAt,channel,applicantClass,subject,extended,decidedAt,outcome'
  await importApplications(registrar, bytesOf([head, ...rows].join('\n')), { dryRun: false })
  const { db, cost, reset } = countingDb(registrar.db)
  for (const state of ['open', 'done', 'received', 'closed']) {
    let cursor: string | null = null
    do {
      reset()
      const page = await listCases(
        { ...registrar, db },
        { state, limit: 20, ...(cursor === null ? {} : { cursor }) },
      )
      if (!page.ok) throw new Error(page.refusal.code)
      cursor = page.value.next
      expect(cost()).toMatchObject({ roundTrips: 1, rowsWritten: 0 })
      expect(cost().rowsRead).toBeLessThanOrEqual(30)
    } while (cursor !== null)
  }
})
