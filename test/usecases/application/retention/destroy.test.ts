import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCertificate } from '../../../../src/usecases/application/retention/certificate.ts'
import { decideOnDestruction } from '../../../../src/usecases/application/retention/decide.ts'
import {
  destroyCases,
  resumeDestructions,
} from '../../../../src/usecases/application/retention/destroy.ts'
import { listRetention } from '../../../../src/usecases/application/retention/list.ts'
import { proposeDestruction } from '../../../../src/usecases/application/retention/propose.ts'
import { showDestruction } from '../../../../src/usecases/application/retention/show.ts'
import { openPackage } from '../../../../src/usecases/application/open-package.ts'
import { showCase } from '../../../../src/usecases/application/show-case.ts'
import { showStatus } from '../../../../src/usecases/application/status.ts'
import { recompute } from '../../../../src/usecases/statistics/recompute.ts'
import type { Actor } from '../../../../src/domain/shared/actor.ts'
import { type Crash, crashing, Died } from '../../../support/crash.ts'
import { type House, openHouse } from '../../../support/house.ts'
import { registered, review, step } from '../../dispute/dispute-house.ts'
import { endedCase, officerNamed, valueOf } from './ended-case.ts'

const then = '2016-03-01T09:00:00+08:00'
const lastDay = '2026-03-01T23:00:00+08:00'
const due = '2026-03-02T09:00:00+08:00'
const clerk = officerNamed('clerk', 'registrar')
const head = officerNamed('head', 'head')
const dates = { acceptedOn: '2016-04-01', receivedOn: '2016-04-02' }
const job: Actor = { type: 'system', job: 'destroy' }

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

async function approved(agency: string, receipts: readonly string[]): Promise<string> {
  const proposed = valueOf(
    await proposeDestruction(await house.ctx(agency, clerk, due), { receipts }),
  )
  valueOf(await decideOnDestruction(await house.ctx(agency, head, due), proposed.id, 'approve', {}))
  return proposed.id
}

describe('issue 4, 8: destruction after the term (机关档案管理规定; experiment 22)', () => {
  test('only ended cases over their term are listed: not the last day of ten years, none open, none disputed', async () => {
    const at = await house.ctx('east', { type: 'public' }, then)
    const ended = await endedCase(at, '甲')
    await endedCase(at, '乙', [])
    await endedCase(at, '丙', ['reply'])
    const disputed = await endedCase(at, '丁')
    const withdrawn = await endedCase(at, '戊', ['withdraw'])
    const clerkNow = await house.ctx('east', clerk, due)
    const lawyer = await house.ctx('east', officerNamed('lawyer', 'legal-reviewer'), due)
    const suit = { ...review, caseNumber: '复1', ...dates, case: disputed.receipt }
    const dispute = await registered(lawyer, suit)
    const early = valueOf(await listRetention(await house.ctx('east', clerk, lastDay)))
    expect(early.due).toEqual([])
    const now = valueOf(await listRetention(clerkNow))
    expect(now.due.map(({ receipt }) => receipt).toSorted()).toEqual(
      [ended.receipt, withdrawn.receipt].toSorted(),
    )
    expect(now.due[0]).toMatchObject({ years: 10, endedOn: '2016-03-01', keptUntil: '2026-03-01' })
    await step(lawyer, dispute, 'decide', { result: 'upheld', decidedOn: '2016-05-08' })
    expect(valueOf(await listRetention(clerkNow)).due).toHaveLength(2)
    const later = await house.ctx('east', clerk, '2046-03-02T09:00:00+08:00')
    expect(valueOf(await listRetention(later)).due).toHaveLength(3)
    const wrong = await proposeDestruction(clerkNow, { receipts: [disputed.receipt] })
    expect(wrong.ok).toBe(false)
  })

  test('two persons: who proposed never approves; a returned list frees its cases', async () => {
    const { receipt } = await endedCase(await house.ctx('west', { type: 'public' }, then), '甲')
    const both = officerNamed('both', 'registrar', 'head')
    const ctx = await house.ctx('west', both, due)
    const proposed = valueOf(await proposeDestruction(ctx, { receipts: [receipt] }))
    expect(proposed.actions).toEqual([])
    expect(await decideOnDestruction(ctx, proposed.id, 'approve', {})).toMatchObject({
      refusal: { code: 'same-person' },
    })
    expect(await proposeDestruction(ctx, { receipts: [receipt] })).toMatchObject({ ok: false })
    const other = await house.ctx('west', head, due)
    valueOf(await decideOnDestruction(other, proposed.id, 'return', { version: 1 }))
    expect(valueOf(await listRetention(ctx)).due).toHaveLength(1)
    valueOf(await destroyCases(await house.ctx('west', job, due), proposed.id))
    expect(valueOf(await showCase(other, receipt)).state).toBe('archived')
  })

  test('what was personal is gone, numbers and figures stay, the status page says so, the list is certified', async () => {
    const at = await house.ctx('purse', { type: 'public' }, then)
    const [one, two] = [await endedCase(at, '甲'), await endedCase(at, '乙')]
    const id = await approved('purse', [one.receipt, two.receipt])
    const lawyer = await house.ctx('purse', officerNamed('lawyer', 'legal-reviewer'), due)
    await registered(lawyer, { ...review, caseNumber: '复2', ...dates, case: two.receipt })
    const figures = await house.rows('purse', 'cell')
    const ctx = await house.ctx('purse', job, due)
    valueOf(await destroyCases(ctx, id))
    valueOf(await destroyCases(ctx, id))
    const desk = await house.ctx('purse', head, due)
    const shown = valueOf(await showDestruction(desk, id))
    expect(shown.state).toBe('done')
    const states = new Map(shown.cases.map(({ receipt, state }) => [receipt, state]))
    expect(states).toEqual(
      new Map([
        [one.receipt, 'destroyed'],
        [two.receipt, 'kept'],
      ]),
    )
    const gone = valueOf(await showCase(desk, one.receipt))
    expect(gone).toMatchObject({ state: 'destroyed', outcome: 'granted', personal: {}, files: [] })
    expect(gone.instruments).toEqual([])
    expect(gone.number).not.toBeNull()
    expect(await openPackage(desk, one.receipt)).toMatchObject({ refusal: { code: 'gone' } })
    expect(valueOf(await showCase(desk, two.receipt)).state).toBe('archived')
    const status = valueOf(await showStatus(ctx, one.receipt, one.secret))
    expect(status).toMatchObject({ state: 'destroyed', letters: [], hasReceipt: false })
    expect(status.reply?.text).toBeNull()
    expect(await house.rows('purse', 'cell')).toEqual(figures)
    expect((await recompute(ctx, house.regionCtx(due))).own).toEqual([])
    const { document, csv } = valueOf(await readCertificate(desk, id))
    expect(document.docNumber).toBe('销毁〔2026〕1号')
    expect(createHash('sha256').update(csv).digest('hex')).toBe(shown.digest)
    expect(JSON.stringify(document)).toContain(shown.digest)
    expect(new TextDecoder().decode(csv)).not.toMatch(/甲|乙/)
  })

  test('a crash at any await of the job, then the sweep: every case destroyed once, one number each (experiment 2)', async () => {
    const at = await house.ctx('hill', { type: 'public' }, then)
    const clean = await house.ctx('hill', job, due)
    const probe = crashing(clean, null)
    const first = await approved('hill', [(await endedCase(at, '甲')).receipt])
    valueOf(await destroyCases(probe.ctx, first))
    const crashes = Array.from({ length: probe.points() }, (_, index): Crash[] => [
      { at: index, when: 'before' },
      { at: index, when: 'after' },
    ]).flat()
    for (const crash of crashes) {
      const { receipt } = await endedCase(at, '甲')
      const id = await approved('hill', [receipt])
      await expect(destroyCases(crashing(clean, crash).ctx, id)).rejects.toThrow(Died)
      await resumeDestructions(clean)
      const shown = valueOf(await showDestruction(await house.ctx('hill', head, due), id))
      expect(shown.state).toBe('done')
      expect(shown.cases).toMatchObject([{ state: 'destroyed', files: 1 }])
    }
    console.log(`destruction: ${crashes.length} crash points`)
    const lists = await house.rows('hill', 'destruction')
    const serials = lists.map(({ serial }) => Number(serial)).toSorted((a, b) => a - b)
    expect(serials).toEqual(Array.from({ length: crashes.length + 1 }, (_, index) => index + 1))
    expect(await house.rows('hill', 'application_file')).toEqual([])
    expect(await house.rows('hill', 'application_note')).toEqual([])
    expect(await house.rows('hill', 'filler')).toEqual([])
    expect((await clean.files.list(Date.now() + 60_000)).keys).toEqual([])
    const events = await house.rows('hill', 'event')
    expect(events.filter(({ kind }) => kind === 'application.destroyed')).toHaveLength(
      crashes.length + 1,
    )
  }, 120_000)
})
