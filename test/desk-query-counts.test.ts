import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../src/domain/shared/actor.ts'
import { deskViews } from '../src/domain/item/desk-views.ts'
import type { Result } from '../src/domain/shared/refusal.ts'
import { listRetention } from '../src/usecases/application/retention/list.ts'
import { listCases } from '../src/usecases/application/list-cases.ts'
import { receiveApplication } from '../src/usecases/application/receive.ts'
import { registerApplication } from '../src/usecases/application/register.ts'
import { showCase } from '../src/usecases/application/show-case.ts'
import { showStatus } from '../src/usecases/application/status.ts'
import { takeCaseStep } from '../src/usecases/application/take-case-step.ts'
import { actOnSheet } from '../src/usecases/case-review/act-on-sheet.ts'
import { listReviews } from '../src/usecases/case-review/list.ts'
import { showReview } from '../src/usecases/case-review/show.ts'
import { showSheet } from '../src/usecases/case-review/show-sheet.ts'
import { startReview } from '../src/usecases/case-review/start.ts'
import type { Ctx } from '../src/usecases/context.ts'
import { showToday } from '../src/usecases/desk/show-today.ts'
import { syncAgency } from '../src/usecases/region/sync-agency.ts'
import { workOnItem } from '../src/usecases/item/work-on-item.ts'
import { listDeskItems } from '../src/usecases/item/list-desk-items.ts'
import { personForm } from './support/application-form.ts'
import { type Cost, countingDb, type CountedDb } from './support/counting-db.ts'
import { officer, openHouse, type House } from './support/house.ts'
import { importInto } from './usecases/item/import-files.ts'
import { deskOf, people, type DeskHand } from './usecases/item/desk-items.ts'

const at = '2026-03-02T09:00:00+08:00'
/** Cases and drafts that stand there already: what a step costs must not depend on them. */
const standing = 30

let house: House
let counted: CountedDb
let region: CountedDb
let desk: DeskHand
beforeAll(async () => {
  const own = await openHouse()
  counted = countingDb((await own.tenant('east')).db)
  region = countingDb(own.region)
  house = {
    ...own,
    regionCtx: (...asked) => ({ ...own.regionCtx(...asked), region: region.db }),
    ctx: async (...asked) => ({ ...(await own.ctx(...asked)), db: counted.db }),
  }
  desk = deskOf(house, 'east', at)
  for (let n = 0; n < standing; n += 1) {
    await submitted()
    await desk.draft({ title: `第${n}项通知` })
  }
})
afterAll(() => house.close())

async function submitted(): Promise<{ receipt: string; secret: string }> {
  const done = await submit()
  if (!done.ok) throw new Error(done.refusal.code)
  const ctx = await house.ctx('east', { type: 'system', job: 'register' }, at)
  await registerApplication(ctx, done.value.receipt)
  return done.value
}

async function submit(): ReturnType<typeof receiveApplication> {
  const ctx = await house.ctx('east', { type: 'public' }, at)
  const rest = { files: [], idempotencyKey: null, clientKey: null }
  return receiveApplication(ctx, { raw: personForm(), ...rest })
}

const staff = (): Promise<Ctx> => house.ctx('east', officer('registrar', 'head'), at)

/** Runs a verb that must succeed and holds it to its budget. */
async function within(
  [rowsRead, rowsWritten]: readonly [number, number],
  run: () => Promise<Result<unknown>>,
): Promise<void> {
  counted.reset()
  const result = await run()
  expect(result).toMatchObject({ ok: true })
  const cost = counted.cost()
  expect(cost.rowsRead).toBeLessThanOrEqual(rowsRead)
  expect(cost.rowsWritten).toBeLessThanOrEqual(rowsWritten)
}

it('an application is submitted: no row read, at most 8 written', async () => {
  await within([0, 8], submit)
})

it('a citizen asks for the state: at most 12 rows', async () => {
  const { receipt, secret } = await submitted()
  const ctx = await house.ctx('east', { type: 'public' }, at)
  await within([12, 0], () => showStatus(ctx, receipt, secret))
})

it('the officers’ queue with its counts: at most 30 rows beside 30 open cases', async () => {
  const ctx = await staff()
  await within([30, 0], () => listCases(ctx, {}))
})

it('a step of a case: at most 5 rows read, 11 written', async () => {
  const { receipt } = await submitted()
  const ctx = await staff()
  const later = { ...ctx, now: ctx.now + 86_400_000 }
  await within([5, 11], () => takeCaseStep(later, receipt, 'confirm-receipt', {}))
})

it('a case is opened: at most 70 rows, 20 others of its applicant and how often he applied among them', async () => {
  const { receipt } = await submitted()
  const ctx = await staff()
  await within([70, 0], () => showCase(ctx, receipt))
})

it('cases whose term is over, with the lists so far: at most 30 rows beside 300 of them', async () => {
  const { db } = await house.tenant('east')
  await db
    .prepare(
      `WITH RECURSIVE n (k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM n WHERE k < 299)
       INSERT INTO application (id, version, state, channel, applicant_class, arrived_at, number_year,
         number_serial, received_on, ledger, decided_on, ended_on, outcome, sealed)
       SELECT printf('SQ-%05d-RRRRR-RRRRR-RRRRR', k), 2, 'archived', 'in-person', 'naturalPerson', 0,
         2012, k + 1, '2012-03-01', '[]', '2012-03-20', '2012-03-21', 'granted', '{}' FROM n`,
    )
    .run()
  await within([30, 0], async () => listRetention(await staff()))
})

it.each(deskViews)('the editors’ queue with its counts: at most 30 rows (%s)', async (view) => {
  const ctx = await house.ctx('east', people.author, at)
  await within([30, 0], () => listDeskItems(ctx, { view }))
})

it('today’s counts: at most 100 rows beside 300 matters, whose guides are whole, waiting for others or just checked', async () => {
  const { db } = await house.tenant('east')
  const numbers = 'WITH RECURSIVE n (k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM n WHERE k < 299)'
  await db.batch([
    db.prepare(
      `${numbers} INSERT INTO service_guide (power_id, version, state, text, written_by, edition,
         published, published_on, lacking, is_poor)
       SELECT 'p' || k, 3, iif(k % 2, 'published', 'draft'), '{}', 'another', 1, '{}', '2026-01-06', 0, 0
       FROM n`,
    ),
    db.prepare(
      `${numbers} INSERT INTO power_edition (power_id, n, code, name, type, unit, basis, valid_from)
       SELECT 'p' || k, 1, 'P-' || k, '事项' || k, 'licence', '审批股', '[]', '2026-01-05' FROM n`,
    ),
  ])
  await within([100, 0], async () => showToday(await staff()))
})

describe('row 89: reviews of closed cases beside 40 others of 50 sheets and 300 closed cases', () => {
  const period = { fromDay: '2011-01-01', toDay: '2011-12-31' }
  let id: string
  beforeAll(async () => {
    const { db } = await house.tenant('east')
    const to = (k: number): string =>
      `WITH RECURSIVE n (k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM n WHERE k < ${k})`
    await db.batch([
      db.prepare(
        `${to(299)} INSERT INTO application (id, version, state, channel, applicant_class, arrived_at, number_year,
           number_serial, received_on, ledger, decided_on, ended_on, outcome, sealed)
         SELECT printf('SQ-%05d-PPPPP-PPPPP-PPPPP', k), 2, 'archived', 'in-person', 'naturalPerson', 0,
           2011, k + 1, '2011-03-01', '[]', '2011-03-20', '2011-03-21', 'granted', '{}' FROM n`,
      ),
      db.prepare(
        `${to(39)} INSERT INTO case_review (id, version, state, from_day, to_day, size, seed, rule, population,
           population_digest, started_by, started_at, remarks, drawn_by)
         SELECT 'review-' || k, 1, iif(k < 4, 'open', 'issued'), '2010-01-01', '2010-01-31', 50, 's', 'r', 50, '',
           'x', k, '', '[]' FROM n`,
      ),
      db.prepare(
        `${to(1999)} INSERT INTO case_review_sheet (review_id, n, receipt, number, unit, version, state, barred,
           handlers, proposed, marks, texts)
         SELECT 'review-' || (k / 50), k % 50 + 1, NULL, k, 'x', 1, iif(k < 200, 'draft', 'finished'), '[]', '[]',
           '[]', '[]', '{}' FROM n`,
      ),
    ])
    const started = await startReview(await staff(), { ...period, size: 50 })
    if (!started.ok) throw new Error(started.refusal.code)
    id = started.value.id
  })

  it('the list: at most 45 rows', async () => {
    await within([45, 0], async () => listReviews(await staff()))
  })

  it('a review of 50 sheets: at most 60 rows; one sheet: at most 4', async () => {
    await within([60, 0], async () => showReview(await staff(), id))
    await within([4, 0], async () => showSheet(await staff(), id, 1))
  })

  it('a draw of 50 out of 300 cases: at most 820 rows read, two for each case and some of those drawn, 160 written', async () => {
    const again = { ...period, toDay: '2011-12-30', size: 50, reason: '扩大抽查' }
    await within([820, 160], async () => startReview(await staff(), again))
  })

  it('a sheet is saved and finished: at most 12 rows read and 6 written each', async () => {
    await within([12, 6], async () => actOnSheet(await staff(), id, 1, 'save', { rows: [] }))
    await within([12, 6], async () => actOnSheet(await staff(), id, 1, 'finish', {}))
  })

  it('today’s counts keep their budget beside 300 sheets that wait', async () => {
    await within([100, 0], async () => showToday(await staff()))
  })
})

it('a draft is handed in: at most 4 rows read, 8 written', async () => {
  const { id } = await desk.draft()
  await within([4, 8], () => step(id, 'submit', people.author))
})

describe('beside 300 items that went out this year', () => {
  beforeAll(async () => {
    const many = Array.from({ length: 300 }, (_, n) => ({
      title: `第${n}项公示`,
      publishedOn: '2026-02-02',
      column: '规划计划',
    }))
    expect(await importInto(house, 'east', many)).toMatchObject({ committed: true })
  })

  it('an item is published: at most 13 rows read and 32 written', async () => {
    const { id } = await desk.draft()
    await desk.approve(id)
    await within([13, 32], () => step(id, 'publish', people.head))
  })

  it('an item is withdrawn: at most 82 rows read and 24 written with its way to the region, there 170 and 24', async () => {
    const withdrawn = async (own: readonly [number, number]): Promise<Cost> => {
      const { id } = await desk.publish()
      region.reset()
      await within(own, () => step(id, 'withdraw', people.head, { reason: '内容有误，另行公布' }))
      return region.cost()
    }
    // The first one brings the region up to all that the agency did before.
    const tenant = await house.tenant('east')
    for (let more = true; more;) {
      const synced = await syncAgency(tenant, house.regionCtx(at))
      more = synced.ok && synced.value.hasMore
    }
    await withdrawn([Infinity, Infinity])
    for (let round = 0; round < 2; round += 1) {
      const { rowsRead, rowsWritten } = await withdrawn([82, 24])
      expect(rowsRead).toBeLessThanOrEqual(170)
      expect(rowsWritten).toBeLessThanOrEqual(24)
    }
  })
})

async function step(
  id: string,
  action: string,
  who: Actor,
  raw: object = {},
): ReturnType<typeof workOnItem> {
  return workOnItem(await house.ctx('east', who, at), house.regionCtx(at), id, action, raw)
}
