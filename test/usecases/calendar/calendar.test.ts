import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { consume } from '../../../src/jobs/consume.ts'
import { computeDeadline } from '../../../src/domain/application/deadline.ts'
import { parseDeadlineRequest } from '../../../src/domain/application/deadline-input.ts'
import type { Result } from '../../../src/domain/shared/refusal.ts'
import { nationalCalendar } from '../../../src/domain/time/calendar.ts'
import { addDays, localDate } from '../../../src/domain/time/local-date.ts'
import { actOnCase } from '../../../src/usecases/application/act.ts'
import { enterApplication } from '../../../src/usecases/application/enter.ts'
import { listCases } from '../../../src/usecases/application/list-cases.ts'
import { showCase } from '../../../src/usecases/application/show-case.ts'
import { recomputeDues } from '../../../src/usecases/application/recompute-dues.ts'
import { askTrial } from '../../../src/usecases/calendar/ask-trial.ts'
import { decideCalendar } from '../../../src/usecases/calendar/decide.ts'
import { draftCalendar } from '../../../src/usecases/calendar/draft.ts'
import { listCalendar } from '../../../src/usecases/calendar/list.ts'
import { listMoves } from '../../../src/usecases/calendar/moves.ts'
import { showYearTable } from '../../../src/usecases/calendar/public-table.ts'
import { showCalendar } from '../../../src/usecases/calendar/show.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { draftItem } from '../../../src/usecases/item/draft-item.ts'
import { listDeskItems } from '../../../src/usecases/item/list-desk-items.ts'
import { showDeskItem } from '../../../src/usecases/item/show-desk-item.ts'
import { gateFailing } from '../../jobs/chaos.ts'
import { batchOf, workRoom } from '../../jobs/work-room.ts'
import { entry } from '../../support/application-form.ts'
import { type House, officer, openHouse } from '../../support/house.ts'

const at = '2026-12-20T09:00:00+08:00'
const drafter = officer('information-officer')
const checker = officer('head')
const source = {
  docNumber: '国办发明电〔2026〕8号',
  url: 'https://www.gov.cn/zhengce/2027.htm',
  issuedOn: '2026-11-05',
}
/** New Year's Day joined to the weekend by a working Sunday. */
const table = '元旦,2027-01-01,2027-01-04\n上班,2027-01-10'

let house: House
const receipts: string[] = []
beforeAll(async () => {
  house = await openHouse()
  const desk = await house.ctx('east', checker, at)
  for (const receivedOn of ['2026-11-20', '2026-12-04', '2026-12-09', '2026-12-11']) {
    receipts.push(valueOf(await enterApplication(desk, entry('in-person', { receivedOn }))).receipt)
  }
})
afterAll(() => house.close())

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

/** Carries every message that is owed, and those that they bring. */
async function carry(first: readonly unknown[], gate = gateFailing(0, 'before')): Promise<void> {
  const room = workRoom(house, gate, at)
  let owed = [...first]
  while (owed.length > 0) {
    room.sent.length = 0
    const { batch, left } = batchOf(owed)
    await consume(batch, room.parts)
    owed = [...left(), ...room.sent]
  }
}

async function draft(agency: string, scope: string, text: string, year = 2027): Promise<string> {
  const ctx = await house.ctx(agency, drafter, at)
  const input = { scope, year, table: text, ...source }
  return valueOf(await draftCalendar(ctx, house.regionCtx(at), null, input)).shown.id
}

async function putInForce(
  agency: string,
  scope: string,
  text: string,
  year = 2027,
): Promise<string> {
  const id = await draft(agency, scope, text, year)
  valueOf(await decideCalendar(await house.ctx(agency, checker, at), id, 'check', {}))
  await carry([{ v: 1, kind: 'calendar', tenant: agency }])
  return id
}

const east = (): Promise<Ctx> => house.ctx('east', checker, at)

async function dues(): Promise<unknown[]> {
  const list = valueOf(await listCases(await east(), {}))
  return list.items.map(({ dueOn, provisional }) => [dueOn, provisional])
}

/** The day of a case wherever it is told: list, case with its trace, and the calculator. */
async function tellings(receipt: string): Promise<Set<string | null | undefined>> {
  const ctx = await east()
  const listed = valueOf(await listCases(ctx, {})).items.find((row) => row.receipt === receipt)
  const shown = valueOf(await showCase(ctx, receipt))
  const request = valueOf(
    parseDeadlineRequest({ clock: 'reply', channel: 'in-person', receivedOn: shown.receivedOn }),
  )
  const counted = valueOf(computeDeadline(request, ctx.calendar))
  const last = shown.clock?.trace.findLast((row) => row.counted)?.on
  return new Set([listed?.dueOn, shown.dueOn, shown.clock?.dueOn, last, counted.dueOn])
}

test('a draft counts nothing; a second person puts it in force; days move once, everywhere alike', async () => {
  const before = await dues()
  const id = await draft('pref', 'national', table)
  const region = house.regionCtx(at)
  const ours = await house.ctx('pref', drafter, at)
  valueOf(await askTrial(ours, region, id))
  await carry(house.posted.filter(({ kind }) => kind === 'calendar-trial'))
  const tried = valueOf(await showCalendar(ours, region, id))
  expect(tried.all).toMatchObject({ agencies: 6, answered: 6, moved: 2 })
  expect(tried.all?.rows).toMatchObject([{ agency: '试验市东县人民政府', cases: 4, moved: 2 }])
  expect(await dues()).toEqual(before)
  const own = { ...(await house.ctx('pref', drafter, at)) }
  expect(await decideCalendar(own, id, 'check', {})).toMatchObject({
    refusal: { code: 'same-person' },
  })
  const stale = await decideCalendar(await house.ctx('pref', checker, at), id, 'check', {
    version: 9,
  })
  expect(stale).toMatchObject({ refusal: { code: 'stale' } })
  valueOf(await decideCalendar(await house.ctx('pref', checker, at), id, 'check', { version: 1 }))
  await carry([{ v: 1, kind: 'calendar', tenant: 'pref' }])
  expect(await dues()).toEqual([
    ['2026-12-18', false],
    ['2027-01-05', false],
    ['2027-01-08', false],
    ['2027-01-11', false],
  ])
  for (const receipt of receipts.slice(1)) expect((await tellings(receipt)).size).toBe(1)
  const [change] = valueOf(await listCalendar(await east(), region)).switches
  expect(change).toMatchObject({ cases: 4, moved: 2, renewed: 2, mark: '2027-1' })
  const moves = valueOf(await listMoves(await east(), change?.n ?? 0, ''))
  expect(new Set(moves.moved.map(({ from, to }) => `${from} ${to}`))).toEqual(
    new Set(['2027-01-04 2027-01-05', '2027-01-07 2027-01-08']),
  )
  const all = valueOf(await listCalendar(await house.ctx('pref', checker, at), region))
  expect(all.progress).toMatchObject({ agencies: 6, answered: 6, moved: 2 })
  // Repeated, lost and reordered messages change nothing more.
  await carry(
    [...new Set(['east', 'pref', 'east'])].map((tenant) => ({ v: 1, kind: 'calendar', tenant })),
  )
  expect(valueOf(await listCalendar(await east(), region)).switches).toHaveLength(1)
})

test('what is in force is never edited, only replaced; past versions stay readable, and a case says by which it was counted', async () => {
  const region = house.regionCtx(at)
  const pref = await house.ctx('pref', drafter, at)
  const first = valueOf(await listCalendar(pref, region)).versions.find(({ n }) => n === 1)
  const edit = { scope: 'national', year: 2027, table, ...source }
  expect(await draftCalendar(pref, region, first?.id ?? '', edit)).toMatchObject({
    refusal: { code: 'step-not-open' },
  })
  // Decided while the first version was in force.
  const [receipt = ''] = receipts.slice(1)
  await actOnCase(await east(), receipt, 'accept', {})
  await actOnCase(await east(), receipt, 'reply', { outcome: 'granted', text: '答复' })
  const then = valueOf(await showCase(await east(), receipt)).clock
  expect(then?.calendar).toBe('cn-2026@2027-1')
  await putInForce('pref', 'national', '元旦,2027-01-01,2027-01-03')
  expect(await dues()).toEqual([
    ['2026-12-18', false],
    ['2027-01-07', false],
    ['2027-01-11', false],
  ])
  expect(valueOf(await showCase(await east(), receipt)).clock).toEqual(then)
  const versions = valueOf(await listCalendar(await east(), region)).versions
  expect(versions.map(({ n, state }) => [n, state])).toEqual([
    [2, 'in-force'],
    [1, 'replaced'],
  ])
  expect(valueOf(await showYearTable(await east(), '2027'))).toMatchObject({
    n: 2,
    provisional: false,
    source,
    off: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
  })
})

test('放假办法 Art. 4: a local holiday lies over the national table and stays at its agency', async () => {
  const west = await house.ctx('west', checker, at)
  valueOf(await enterApplication(west, entry('in-person', { receivedOn: '2026-12-11' })))
  await putInForce('east', 'local', '古尔邦节,2027-01-05,2027-01-06')
  expect(await dues()).toEqual([
    ['2026-12-18', false],
    ['2027-01-11', false],
    ['2027-01-13', false],
  ])
  for (const receipt of receipts.slice(2)) expect((await tellings(receipt)).size).toBe(1)
  const others = valueOf(await listCases(await house.ctx('west', checker, at), {}))
  expect(others.items.map(({ dueOn }) => dueOn)).toEqual(['2027-01-11'])
  expect(
    await draftCalendar(await house.ctx('east', drafter, at), house.regionCtx(at), null, {
      scope: 'national',
      year: 2027,
      table,
      ...source,
    }),
  ).toMatchObject({ refusal: { code: 'forbidden' } })
})

test('a step that was decided by a calendar no longer in use is not written', async () => {
  const before = await east()
  await putInForce('east', 'local', '本地节日,2026-12-30', 2026)
  const late = await enterApplication(before, entry('in-person', { receivedOn: '2026-12-11' }))
  expect(late).toMatchObject({ refusal: { code: 'busy' } })
  const [receipt = ''] = receipts.slice(2)
  await actOnCase(before, receipt, 'accept', {})
  expect(await actOnCase(before, receipt, 'extend', { days: 5, reason: '件数较多' })).toMatchObject(
    {
      refusal: { code: 'stale' },
    },
  )
  expect((await tellings(receipt)).size).toBe(1)
  expect(
    (await enterApplication(await east(), entry('in-person', { receivedOn: '2026-12-11' }))).ok,
  ).toBe(true)
})

test('any sequence of versions, faults in between, leaves the same dates everywhere', async () => {
  const stretch = fc.record({
    at: fc.integer({ min: 0, max: 20 }),
    days: fc.integer({ min: 1, max: 5 }),
    scope: fc.constantFrom('national', 'local'),
    crash: fc.integer({ min: 1, max: 12 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(stretch, { minLength: 1, maxLength: 2 }), async (changes) => {
      for (const { at: days, days: length, scope, crash } of changes) {
        const from = addDays(localDate('2027-01-01'), days)
        const text = `节日,${from},${addDays(from, length - 1)}`
        const agency = scope === 'national' ? 'pref' : 'east'
        const id = await draft(agency, scope, text)
        valueOf(await decideCalendar(await house.ctx(agency, checker, at), id, 'check', {}))
        await carry([{ v: 1, kind: 'calendar', tenant: agency }], gateFailing(crash, 'after'))
        for (const receipt of receipts.slice(2)) expect((await tellings(receipt)).size).toBe(1)
      }
      await carry([{ v: 1, kind: 'sweep', tenants: ['pref', 'east', 'west'] }])
      for (const receipt of receipts.slice(2)) expect((await tellings(receipt)).size).toBe(1)
      const marks = new Set<unknown>()
      for (const row of await house.rows('east', 'application')) {
        if (row['decided_on'] === null) marks.add(row['calendar'])
      }
      expect(marks).toEqual(new Set([(await east()).calendar.version]))
    }),
    { numRuns: 6, endOnFailure: true },
  )
})

test('条例 Art. 26: what is owed to the public moves with the calendar as well, and is firm then', async () => {
  const now = (): Promise<Ctx> => house.ctx('hill', checker, at)
  const said = { title: '元旦公交', writtenOn: '2027-12-06', category: '规划计划' }
  const { id } = valueOf(await draftItem(await now(), said))
  const due = async (): Promise<unknown> => {
    const shown = valueOf(await showDeskItem(await now(), id)).due
    const listed = valueOf(await listDeskItems(await now(), {})).items
    expect(listed.find((row) => row.id === id)?.due).toEqual(shown)
    return [shown?.publishBy, shown?.provisional]
  }
  expect(await due()).toEqual(['2028-01-04', true])
  await putInForce('pref', 'national', '元旦,2028-01-01,2028-01-04', 2028)
  expect(await due()).toEqual(['2028-01-05', false])
  const operator = { ...(await now()), actor: { type: 'system', job: 'operator' } as const }
  expect(await recomputeDues(operator, { dryRun: false })).toMatchObject({ value: { items: 0 } })
  const old = { ...operator, calendar: nationalCalendar }
  expect(await recomputeDues(old, { dryRun: true })).toMatchObject({ value: { items: 1 } })
})
