import { afterAll, beforeAll, expect, test } from 'vitest'
import { actOnCase } from '../../../src/usecases/application/act.ts'
import { receiveApplication } from '../../../src/usecases/application/receive.ts'
import { registerApplication } from '../../../src/usecases/application/register.ts'
import { showCase } from '../../../src/usecases/application/show-case.ts'
import { showStatus } from '../../../src/usecases/application/status.ts'
import { answerComplaint } from '../../../src/usecases/dispute/answer-complaint.ts'
import { enterComplaint } from '../../../src/usecases/dispute/enter-complaint.ts'
import { fileComplaint } from '../../../src/usecases/dispute/file-complaint.ts'
import { listComplaints } from '../../../src/usecases/dispute/list-complaints.ts'
import { showComplaint } from '../../../src/usecases/dispute/show-complaint.ts'
import { showStatistics } from '../../../src/usecases/statistics/show-statistics.ts'
import { personForm } from '../../support/application-form.ts'
import { type House, officer, openHouse } from '../../support/house.ts'
import { answered, officerOn, valueOf } from './dispute-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const at = '2026-03-02T09:00:00+08:00'
const words = { text: '金丝雀：超过期限没有答复。' }

async function submitted(): Promise<{ receipt: string; secret: string }> {
  const citizen = await house.ctx('east', { type: 'public' }, at)
  const done = valueOf(
    await receiveApplication(citizen, {
      raw: personForm(),
      files: [],
      idempotencyKey: null,
      clientKey: null,
    }),
  )
  const job = await house.ctx('east', { type: 'system', job: 'register' }, at)
  valueOf(await registerApplication(job, done.receipt))
  return done
}

async function figures(): Promise<unknown> {
  const ctx = await house.ctx('east', { type: 'public' }, '2026-03-30T09:00:00+08:00')
  const region = house.regionCtx('2026-03-30T09:00:00+08:00')
  return valueOf(await showStatistics(ctx, region, { period: '2026-03', scope: 'own' })).complaints
}

test('rows 42, 82: the applicant complains from the status page, it is answered within its day, and counted (条例第47条)', async () => {
  const { receipt, secret } = await submitted()
  const citizen = await house.ctx('east', { type: 'public' }, '2026-03-06T09:00:00+08:00')
  const status = valueOf(await fileComplaint(citizen, receipt, secret, words))
  expect(status.complaints).toMatchObject([
    { ...words, state: 'filed', madeOn: '2026-03-06', dueOn: '2026-03-27', answer: null },
  ])
  // A double click is the same complaint; another one waits for the answer to the first.
  expect(valueOf(await fileComplaint(citizen, receipt, secret, words)).complaints).toHaveLength(1)
  expect(await fileComplaint(citizen, receipt, secret, { text: '再投诉' })).toMatchObject({
    refusal: { code: 'not-allowed', why: 'complaint-open' },
  })
  const head = await officerOn(house, 'east', '2026-03-20', 'information-officer')
  const [one] = valueOf(await listComplaints(head, {})).items
  expect(one).toMatchObject({ receipt, origin: 'applicant', nearness: { colour: 'blue', left: 5 } })
  const answer = { finding: 'partlyFounded', reply: '已责成办理。' }
  expect(await answerComplaint(head, one?.id ?? '', { ...answer, version: 9 })).toMatchObject({
    refusal: { code: 'stale' },
  })
  valueOf(await answerComplaint(head, one?.id ?? '', answer))
  expect(await answerComplaint(head, one?.id ?? '', answer)).toMatchObject({
    refusal: { code: 'step-not-open' },
  })
  expect(valueOf(await showStatus(citizen, receipt, secret)).complaints).toMatchObject([
    { state: 'answered', finding: 'partlyFounded', answer: '已责成办理。' },
  ])
  expect(valueOf(await fileComplaint(citizen, receipt, secret, words)).complaints).toHaveLength(2)
  expect(await figures()).toEqual({
    filed: 2,
    founded: 0,
    partlyFounded: 1,
    unfounded: 0,
    pending: 1,
  })
})

test('who does not know the password complains of nothing and learns nothing', async () => {
  const { receipt } = await submitted()
  const citizen = await house.ctx('east', { type: 'public' }, at)
  const wrong = await fileComplaint(citizen, receipt, 'AAAA-AAAA-AAAA-AAAA', words)
  const none = await fileComplaint(
    citizen,
    'SQ-00000-00000-00000-00000',
    'AAAA-AAAA-AAAA-AAAA',
    words,
  )
  expect(wrong).toEqual(none)
  expect(wrong).toMatchObject({ refusal: { code: 'not-found' } })
})

test('row 42: a complaint does not exist for whoever handles the application, unless that is the head', async () => {
  const receipt = await answered(house, 'west', {
    receivedOn: '2026-03-02',
    repliedOn: '2026-03-10',
  })
  const other = await answered(house, 'west', { receivedOn: '2026-03-02', repliedOn: '2026-03-10' })
  const clerk = await officerOn(house, 'west', '2026-03-12', 'registrar')
  const { id } = valueOf(await enterComplaint(clerk, { case: receipt, ...words }, 'k'))
  expect(valueOf(await enterComplaint(clerk, { case: receipt, ...words }, 'k')).id).toBe(id)
  valueOf(await enterComplaint(clerk, { case: other, text: '态度不好' }))
  const { db } = await house.tenant('west')
  const accused = await officerOn(house, 'west', '2026-03-12', 'information-officer')
  const by = accused.actor.type === 'staff' ? accused.actor.id : ''
  await db.prepare('UPDATE application SET handler = ? WHERE id = ?').bind(by, receipt).run()
  expect(valueOf(await listComplaints(accused, {})).items.map((one) => one.receipt)).toEqual([
    other,
  ])
  expect(await showComplaint(accused, id)).toMatchObject({ refusal: { code: 'not-found' } })
  expect(valueOf(await showCase(accused, receipt)).complaints).toEqual([])
  expect(
    await answerComplaint(accused, id, { finding: 'unfounded', reply: '不属实' }),
  ).toMatchObject({
    refusal: { code: 'not-found' },
  })
  const leading = officer('head')
  const head = {
    ...accused,
    actor: leading.type === 'staff' ? { ...leading, id: by } : leading,
  }
  expect(valueOf(await showComplaint(head, id))).toMatchObject(words)
  expect(valueOf(await showCase(head, receipt)).complaints).toMatchObject([{ id }])
  const handler = await officerOn(house, 'west', '2026-03-12', 'handler')
  expect(await listComplaints(handler, {})).toMatchObject({ refusal: { code: 'forbidden' } })
})

test('a complaint at the desk has its real day, and its words lie sealed', async () => {
  const receipt = await answered(house, 'hill', {
    receivedOn: '2026-03-02',
    repliedOn: '2026-03-10',
  })
  const clerk = await officerOn(house, 'hill', '2026-03-12', 'registrar')
  for (const [madeOn, problem] of [
    ['2026-03-01', 'before'],
    ['2026-03-13', 'in-future'],
  ]) {
    expect(await enterComplaint(clerk, { case: receipt, ...words, madeOn })).toMatchObject({
      refusal: { errors: [{ pointer: '/madeOn', problem }] },
    })
  }
  const { id } = valueOf(
    await enterComplaint(clerk, { case: receipt, ...words, madeOn: '2026-03-11' }),
  )
  const head = await officerOn(house, 'hill', '2026-03-12', 'head')
  valueOf(await answerComplaint(head, id, { finding: 'founded', reply: '金丝雀答复' }))
  const kept = [await house.rows('hill', 'complaint'), await house.rows('hill', 'event')]
  expect(JSON.stringify(kept)).not.toContain('金丝雀')
  expect(await actOnCase(head, receipt, 'redo', {})).toMatchObject({
    refusal: { code: 'not-found' },
  })
})
