import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Result } from '../../../src/domain/shared/refusal.ts'
import { receiveApplication } from '../../../src/usecases/application/receive.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { actOnDispute } from '../../../src/usecases/dispute/act.ts'
import { addDisputeFile } from '../../../src/usecases/dispute/add-file.ts'
import { answerComplaint } from '../../../src/usecases/dispute/answer-complaint.ts'
import { fileComplaint } from '../../../src/usecases/dispute/file-complaint.ts'
import { enterComplaint } from '../../../src/usecases/dispute/enter-complaint.ts'
import { registerDispute } from '../../../src/usecases/dispute/register.ts'
import { recompute } from '../../../src/usecases/statistics/recompute.ts'
import { bytesOf, personForm } from '../../support/application-form.ts'
import { type Crash, crashing, Died } from '../../support/crash.ts'
import { type House, openHouse } from '../../support/house.ts'
import { answered, officerOn, registered, review, step, valueOf } from './dispute-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** One trial of a verb: what it is given, freshly made, and the call. */
type Trial = (n: string) => Promise<(ctx: Ctx) => Promise<Result<unknown>>>

/** What a repeated step may be told when the first one landed. */
const landed = new Set(['stale', 'step-not-open'])

/** Dies at every await, before and after, then asks again as a client would; answers how many points. */
async function crashEverywhere(clean: Ctx, trial: Trial): Promise<number> {
  const probe = crashing(clean, null)
  const whole = await trial('probe')
  expect((await whole(probe.ctx)).ok).toBe(true)
  for (let at = 0; at < probe.points(); at += 1) {
    for (const when of ['before', 'after'] as const) {
      const crash: Crash = { at, when }
      const call = await trial(`${String(at)}-${when}`)
      await expect(call(crashing(clean, crash).ctx)).rejects.toThrow(Died)
      const retried = await call(clean)
      if (!retried.ok) expect(landed).toContain(retried.refusal.code)
    }
  }
  return probe.points()
}

async function facts(kind: string): Promise<number> {
  return (await house.rows('east', 'event')).filter((event) => event['kind'] === kind).length
}

const days = { receivedOn: '2026-03-02', repliedOn: '2026-03-10' }

test('a crash at any await of any verb of the room, then the retry: nothing lost, nothing counted twice (security 18)', async () => {
  const clean = await officerOn(house, 'east', '2026-04-01', 'head')
  const points = new Map<string, number>()
  const receipt = await answered(house, 'east', days)

  const register: Trial = async (n) => (ctx) =>
    registerDispute(ctx, { ...review, caseNumber: `登${n}`, case: receipt }, `register-${n}`)
  points.set('register', await crashEverywhere(clean, register))
  const tries = (verb: string): number => 2 * (points.get(verb) ?? 0) + 1
  expect(await facts('dispute.registered')).toBe(tries('register'))
  expect(await house.rows('east', 'dispute')).toHaveLength(tries('register'))

  const answer: Trial = async (n) => {
    const id = await registered(clean, { ...review, caseNumber: `答${n}` })
    return (ctx) => actOnDispute(ctx, id, 'answer', { note: '已答复' })
  }
  points.set('answer', await crashEverywhere(clean, answer))
  expect(await facts('dispute.answered')).toBe(tries('answer'))

  const decide: Trial = async (n) => {
    const id = await registered(clean, { ...review, caseNumber: `决${n}` })
    return (ctx) => actOnDispute(ctx, id, 'decide', { result: 'other' })
  }
  points.set('decide', await crashEverywhere(clean, decide))
  expect(await facts('dispute.decided')).toBe(tries('decide'))

  const amend: Trial = async (n) => {
    const id = await registered(clean, { ...review, caseNumber: `更${n}` })
    await step(clean, id, 'decide', { result: 'other' })
    const right = { result: 'upheld', decidedOn: '2026-04-01', note: '录入有误', version: 2 }
    return (ctx) => actOnDispute(ctx, id, 'amend', right)
  }
  points.set('amend', await crashEverywhere(clean, amend))
  expect(await facts('dispute.amended')).toBe(tries('amend'))

  const cancel: Trial = async (n) => {
    const id = await registered(clean, { ...review, caseNumber: `撤${n}` })
    return (ctx) => actOnDispute(ctx, id, 'cancel', { note: '误登' })
  }
  points.set('cancel', await crashEverywhere(clean, cancel))
  expect(await facts('dispute.cancelled')).toBe(tries('cancel'))

  const redo: Trial = async (n) => {
    const about = await answered(house, 'east', days)
    const id = await registered(clean, { ...review, caseNumber: `重${n}`, case: about })
    await step(clean, id, 'decide', { result: 'corrected' })
    return (ctx) => actOnDispute(ctx, id, 'redo', {})
  }
  points.set('redo', await crashEverywhere(clean, redo))
  expect(await facts('dispute.redone')).toBe(tries('redo'))
  expect(await facts('application.redo-ordered')).toBe(tries('redo'))
  const open = (await house.rows('east', 'application')).filter(
    (row) => row['state'] === 'accepted',
  )
  expect(open).toHaveLength(tries('redo'))

  const paper: Trial = async (n) => {
    const id = await registered(clean, { ...review, caseNumber: `材${n}` })
    const file = { name: '副本.txt', bytes: bytesOf(`副本${n}`) }
    return (ctx) => addDisputeFile(ctx, id, file, { purpose: 'claim' })
  }
  points.set('file', await crashEverywhere(clean, paper))
  expect(await house.rows('east', 'dispute_file')).toHaveLength(tries('file'))

  const complain: Trial = async (n) => (ctx) =>
    enterComplaint(ctx, { case: receipt, text: `投诉${n}` }, `complaint-${n}`)
  points.set('complaint', await crashEverywhere(clean, complain))
  expect(await facts('complaint.filed')).toBe(tries('complaint'))

  const settle: Trial = async (n) => {
    const { id } = valueOf(await enterComplaint(clean, { case: receipt, text: `另一件${n}` }))
    return (ctx) => answerComplaint(ctx, id, { finding: 'unfounded', reply: '不属实' })
  }
  points.set('settle', await crashEverywhere(clean, settle))
  expect(await facts('complaint.answered')).toBe(tries('settle'))

  const citizen = await house.ctx('east', { type: 'public' }, '2026-04-01T09:00:00+08:00')
  const own: Trial = async (n) => {
    const sent = valueOf(
      await receiveApplication(citizen, {
        raw: personForm(),
        files: [],
        idempotencyKey: `sent-${n}`,
        clientKey: null,
      }),
    )
    return (ctx) => fileComplaint(ctx, sent.receipt, sent.secret, { text: `超期${n}` })
  }
  points.set('own', await crashEverywhere(citizen, own))
  const byApplicant = (await house.rows('east', 'complaint')).filter(
    (row) => row['origin'] === 'applicant',
  )
  expect(byApplicant).toHaveLength(tries('own'))

  console.log([...points].map(([verb, n]) => `${verb}: ${String(2 * n)} crash points`).join(', '))
  const tenant = await house.tenant('east')
  expect((await recompute(tenant, house.regionCtx())).own).toEqual([])
})

test('two officers decide at once: one is told that the other was faster, and it is counted once', async () => {
  const one = await officerOn(house, 'west', '2026-04-01', 'head')
  const two = await officerOn(house, 'west', '2026-04-01', 'legal-reviewer')
  const receipt = await answered(house, 'west', days)
  const id = await registered(one, { ...review, case: receipt })
  const end = { result: 'corrected', version: 1 }
  const done = await Promise.all([
    actOnDispute(one, id, 'decide', end),
    actOnDispute(two, id, 'decide', end),
  ])
  expect(done.filter(({ ok }) => ok)).toHaveLength(1)
  const redone = await Promise.all([
    actOnDispute(one, id, 'redo', {}),
    actOnDispute(two, id, 'redo', {}),
  ])
  expect(redone.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await house.rows('west', 'cell')).toContainEqual({
    period: '2026',
    row: 'dispute.review',
    col: 'corrected',
    n: 1,
  })
})
