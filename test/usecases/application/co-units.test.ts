import { afterAll, beforeAll, expect, test } from 'vitest'
import { toText } from '../../../src/domain/document/to-text.ts'
import type { Role } from '../../../src/domain/shared/actor.ts'
import { actOnCase } from '../../../src/usecases/application/act.ts'
import { enterApplication } from '../../../src/usecases/application/enter.ts'
import { listCases } from '../../../src/usecases/application/list-cases.ts'
import { readInstrument } from '../../../src/usecases/application/instrument/read-instrument.ts'
import { showCase } from '../../../src/usecases/application/show-case.ts'
import { showToday } from '../../../src/usecases/desk/show-today.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { entry } from '../../support/application-form.ts'
import { crashing, Died } from '../../support/crash.ts'
import { type House, officer, openHouse } from '../../support/house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const by = (role: Role, day: string): Promise<Ctx> =>
  house.ctx('east', officer(role), `${day}T09:00:00+08:00`)

async function accepted(): Promise<string> {
  const head = await by('head', '2026-03-02')
  const done = await enterApplication(head, entry('in-person', { receivedOn: '2026-03-02' }))
  if (!done.ok) throw new Error(done.refusal.code)
  await actOnCase(head, done.value.receipt, 'accept', {})
  return done.value.receipt
}

const asked = { unit: '法规科', what: '核对依据', coDueOn: '2026-03-06' }
const answer = { outcome: 'granted', text: '见附件' }

test('rows 37–41: a co-unit has a day of its own; while it is silent nothing is drawn up, unless the head says why', async () => {
  const receipt = await accepted()
  const handler = await by('handler', '2026-03-03')
  const late = { ...asked, coDueOn: '2026-04-30' }
  expect(await actOnCase(handler, receipt, 'ask-co-unit', late)).toMatchObject({
    refusal: { errors: [{ pointer: '/coDueOn', problem: 'above' }] },
  })
  const past = { ...asked, coDueOn: '2026-03-02' }
  expect(await actOnCase(handler, receipt, 'ask-co-unit', past)).toMatchObject({
    refusal: { errors: [{ pointer: '/coDueOn', problem: 'not-ahead' }] },
  })
  const first = await actOnCase(handler, receipt, 'ask-co-unit', asked)
  expect(first).toMatchObject({ value: { coUnitsDueOn: '2026-03-06', coUnitsLate: false } })
  expect(await actOnCase(handler, receipt, 'ask-co-unit', asked)).toMatchObject({
    refusal: { errors: [{ pointer: '/unit', problem: 'duplicate' }] },
  })
  await actOnCase(handler, receipt, 'ask-co-unit', {
    ...asked,
    unit: '档案室',
    coDueOn: '2026-03-09',
  })
  for (const [action, role] of [
    ['draft', 'handler'],
    ['reply', 'head'],
  ] as const) {
    expect(await actOnCase(await by(role, '2026-03-04'), receipt, action, answer)).toMatchObject({
      refusal: { code: 'not-allowed', why: 'co-unit-open' },
    })
  }
  const words = { coUnit: 1, answer: '依据充分' }
  const one = await actOnCase(handler, receipt, 'answer-co-unit', words)
  expect(one).toMatchObject({ value: { coUnitsDueOn: '2026-03-09' } })
  expect(await actOnCase(handler, receipt, 'answer-co-unit', words)).toMatchObject({
    refusal: { errors: [{ pointer: '/coUnit' }] },
  })
  const waive = { coUnit: 2, why: '档案室停电，答复期限将到' }
  expect(await actOnCase(handler, receipt, 'waive-co-unit', waive)).toMatchObject({
    refusal: { code: 'forbidden' },
  })
  const waived = await actOnCase(await by('head', '2026-03-11'), receipt, 'waive-co-unit', waive)
  if (!waived.ok) throw new Error(JSON.stringify(waived.refusal))
  expect(waived.value.coUnitsDueOn).toBeNull()
  expect(waived.value.notes.flatMap(({ fields }) => Object.values(fields))).toEqual([
    '核对依据',
    '核对依据',
    '依据充分',
    '档案室停电，答复期限将到',
  ])
  expect(await actOnCase(handler, receipt, 'draft', answer)).toMatchObject({
    value: { state: 'checking' },
  })
})

test('a co-unit silent past its day stands in the list, in its tab and on the page of the day', async () => {
  const receipt = await accepted()
  await actOnCase(await by('handler', '2026-03-03'), receipt, 'ask-co-unit', asked)
  const on = async (day: string): Promise<unknown[]> => {
    const ctx = await by('head', day)
    const list = await listCases(ctx, { state: 'co-overdue', limit: '1' })
    const today = await showToday(ctx)
    if (!list.ok || !today.ok) throw new Error('not shown')
    return [
      list.value.items.map((one) => [one.receipt, one.coUnitsLate]),
      today.value.cases?.coOverdue,
    ]
  }
  expect(await on('2026-03-06')).toEqual([[], 0])
  expect(await on('2026-03-07')).toEqual([[[receipt, true]], 1])
  const another = await accepted()
  await actOnCase(await by('handler', '2026-03-03'), another, 'ask-co-unit', {
    ...asked,
    coDueOn: '2026-03-05',
  })
  // The longest overdue comes first, and the next page goes on after it.
  const head = await by('head', '2026-03-09')
  const page = await listCases(head, { state: 'co-overdue', limit: '1' })
  if (!page.ok) throw new Error(page.refusal.code)
  const rest = await listCases(head, { state: 'co-overdue', limit: '1', cursor: page.value.next })
  expect(page.value.items.map((one) => one.receipt)).toEqual([another])
  expect(rest).toMatchObject({ value: { items: [{ receipt }], next: null } })
  await actOnCase(head, receipt, 'withdraw', {})
  await actOnCase(head, another, 'withdraw', {})
  expect(await on('2026-03-09')).toEqual([[], 0])
})

test('a crash at any await of asking and answering a co-unit, then the second try: asked and answered once', async () => {
  const handler = await by('handler', '2026-03-03')
  const steps = [
    ['ask-co-unit', asked],
    ['answer-co-unit', { coUnit: 1, answer: '依据充分' }],
  ] as const
  const probe = crashing(handler, null)
  await actOnCase(probe.ctx, await accepted(), 'ask-co-unit', asked)
  for (let count = 0; count < probe.points(); count += 1) {
    for (const when of ['before', 'after'] as const) {
      const receipt = await accepted()
      for (const [action, input] of steps) {
        const { ctx } = crashing(handler, { at: count, when })
        await expect(actOnCase(ctx, receipt, action, input)).rejects.toThrow(Died)
        await actOnCase(handler, receipt, action, input)
      }
      const view = await showCase(handler, receipt)
      expect(view).toMatchObject({
        value: { coUnits: [{ n: 1, answeredOn: '2026-03-03' }], coUnitsDueOn: null },
      })
    }
  }
}, 60_000)

test('a served reply has a service record: what, to whom, how, when, with which proof (国办公开办函〔2016〕235号)', async () => {
  const receipt = await accepted()
  const head = await by('head', '2026-03-10')
  await actOnCase(await by('handler', '2026-03-10'), receipt, 'draft', answer)
  await actOnCase(await by('legal-reviewer', '2026-03-10'), receipt, 'pass-check', {})
  await actOnCase(head, receipt, 'sign', {})
  expect(await readInstrument(head, receipt, 'service-record')).toMatchObject({
    refusal: { code: 'not-found' },
  })
  const served = await actOnCase(head, receipt, 'serve', { route: 'post', proof: '挂号 XA123' })
  if (!served.ok) throw new Error(JSON.stringify(served.refusal))
  expect(served.value.hasServiceRecord).toBe(true)
  const record = await readInstrument(head, receipt, 'service-record')
  if (!record.ok) throw new Error(record.refusal.code)
  const text = toText(record.value.tree)
  const number = served.value.instruments.find(({ isReply }) => isReply)?.number ?? 'none'
  for (const part of [
    '政府信息公开告知书',
    number,
    '王小明',
    '邮政企业',
    '2026年3月10日',
    '挂号 XA123',
    '签名',
  ]) {
    expect(text).toContain(part)
  }
})
