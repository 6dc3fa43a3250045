import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerConsultation } from '../../../src/usecases/consultation/answer.ts'
import { listInner } from '../../../src/usecases/item/list-inner.ts'
import { deliverLetter } from '../../../src/usecases/letter/deliver.ts'
import { handOverLetter } from '../../../src/usecases/letter/hand-over.ts'
import { letterReaders } from '../../../src/usecases/letter/readers.ts'
import { syncAgency } from '../../../src/usecases/region/sync-agency.ts'
import { showDeskItem } from '../../../src/usecases/item/show-desk-item.ts'
import { openHouse, type House } from '../../support/house.ts'
import { deskOf, people, person, type DeskHand } from './desk-items.ts'

const at = '2026-11-20T10:00:00+08:00'
let house: House
let desk: DeskHand
beforeAll(async () => {
  house = await openHouse()
  desk = deskOf(house, 'east', at)
})
afterAll(() => house.close())

/** Carries every letter that is on its way, as the queue would. */
async function carry(): Promise<void> {
  for (let step = 0; step < 10; step += 1) {
    const waiting = house.posted.splice(0)
    for (const message of waiting) {
      if (message.kind !== 'letter' && message.kind !== 'deliver') continue
      const ctx = await house.ctx(message.tenant, { type: 'system', job: message.kind }, at)
      const done =
        message.kind === 'letter'
          ? await handOverLetter(ctx, house.regionCtx(at), message.key)
          : await deliverLetter(ctx, house.regionCtx(at), message.key, letterReaders)
      expect(done).toMatchObject({ ok: true })
    }
    if (house.posted.length === 0) return
  }
}

describe('row 17: publication of what concerns other agencies waits for their answer (条例第11条)', () => {
  it('silence is shown and is no consent; a yes to this very text opens the way', async () => {
    // Named twice, it is asked once and told once.
    const { id } = await desk.draft({ coAgencies: ['west', 'west'] })
    const approved = await desk.approve(id)
    expect(approved.consultations).toEqual([{ agencyId: 'west', standing: 'waiting' }])
    expect(await desk.act(id, 'publish', people.head)).toMatchObject({
      refusal: { code: 'consultation-open', agencies: ['试验市西县人民政府'] },
    })
    const later = '2026-12-28T10:00:00+08:00'
    const late = await showDeskItem(await house.ctx('east', people.head, later), id)
    expect(late).toMatchObject({ value: { consultations: [{ standing: 'overdue' }] } })
    await carry()
    const [letter] = await house.rows('west', 'letter_in')
    const west = await house.ctx('west', person('w-head', 'head'), at)
    const answered = await answerConsultation(west, String(letter?.['id']), { answer: 'agree' })
    expect(answered).toMatchObject({ ok: true })
    await carry()
    const done = await desk.act(id, 'publish', people.head)
    expect(done).toMatchObject({ ok: true, value: { consultations: [{ standing: 'agreed' }] } })
  })

  it('an agency that nobody knows is refused before anything is sent', async () => {
    const { id } = await desk.draft({ coAgencies: ['nowhere'] })
    expect(await desk.act(id, 'submit', people.author)).toMatchObject({
      refusal: { code: 'invalid', errors: [{ pointer: '/coAgencies/0' }] },
    })
  })
})

describe('row 12: upper offices see refusals by ground', () => {
  it('with name and day where it may be told, without a name where the ground is secrecy', async () => {
    const grounds = [
      ['trade-secret', '含商业秘密的报告'],
      ['state-secret', '绝不能出现的名称'],
    ] as const
    for (const [ground, title] of grounds) {
      const { id } = await desk.draft({
        title,
        attribute: 'withheld',
        ground,
        groundReason: '理由',
      })
      await desk.approve(id)
      expect(await desk.act(id, 'hold', people.head)).toMatchObject({ ok: true })
    }
    const tenant = await house.tenant('east')
    await syncAgency(tenant, house.regionCtx(at))
    await syncAgency(tenant, house.regionCtx(at))
    const office = await house.ctx('pref', person('v', 'viewer'), at)
    const listed = await listInner(office, house.regionCtx(at), {})
    expect(listed).toMatchObject({
      ok: true,
      value: { items: [{ agency: { id: 'east' } }, { agency: { id: 'east' } }] },
    })
    expect(JSON.stringify(listed)).toContain('含商业秘密的报告')
    expect(JSON.stringify(listed)).not.toContain('绝不能出现的名称')
    const sibling = await house.ctx('west', person('v', 'viewer'), at)
    expect(await listInner(sibling, house.regionCtx(at), {})).toMatchObject({
      value: { items: [] },
    })
  })
})
