import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerConsultation } from '../../../src/usecases/consultation/answer.ts'
import { standingsOf } from '../../../src/usecases/consultation/consultations-of.ts'
import { listLetters } from '../../../src/usecases/letter/list-letters.ts'
import { showLetter } from '../../../src/usecases/letter/show-letter.ts'
import { hire, logIn, readable, tokenOf } from '../../http/desk-door.ts'
import { carryAll } from '../../jobs/carry.ts'
import { openDoor } from '../../support/http.ts'
import { officer, openHouse, type House } from '../../support/house.ts'
import { ask, askedItem } from './ask.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const friday = '2026-09-25T10:00:00+08:00'

async function standing(item: string, digest: string, at: string): Promise<string | undefined> {
  const [one] = await standingsOf(await house.ctx('east', undefined, at), item, digest, ['purse'])
  return one?.standing
}

async function openAt(agency: string, at = friday): Promise<string> {
  const listed = await listLetters(await house.ctx(agency, officer('head'), at), {})
  if (!listed.ok) throw new Error(listed.refusal.code)
  return listed.value.open.at(-1)?.id ?? ''
}

test('row 17: publication waits for the answer to this very text; silence past due is shown, never taken for consent', async () => {
  const item = askedItem('joint-1', 'd'.repeat(64))
  await carryAll(house, await ask(house, 'east', item, ['purse'], friday), friday)
  expect(await standing('joint-1', item.digest, friday)).toBe('waiting')
  // 15 working days over the holidays of 中秋 and 国庆 2026 and the working weekends around them.
  const letter = await showLetter(
    await house.ctx('purse', officer('viewer'), friday),
    await openAt('purse'),
  )
  expect(letter).toMatchObject({ ok: true, value: { dueOn: '2026-10-22', actions: [] } })
  expect(await standing('joint-1', item.digest, '2026-10-22T23:00:00+08:00')).toBe('waiting')
  expect(await standing('joint-1', item.digest, '2026-10-23T00:30:00+08:00')).toBe('overdue')
  const late = '2026-12-01T10:00:00+08:00'
  expect(await standing('joint-1', item.digest, late)).toBe('overdue')
  const ctx = await house.ctx('purse', officer('head'), late)
  const id = await openAt('purse', late)
  expect(await answerConsultation(ctx, id, { answer: 'disagree' })).toMatchObject({
    refusal: { code: 'invalid', errors: [{ pointer: '/reason', problem: 'required' }] },
  })
  const viewer = await house.ctx('purse', officer('viewer'), late)
  expect(await answerConsultation(viewer, id, { answer: 'agree' })).toMatchObject({
    refusal: { code: 'forbidden' },
  })
  expect(
    await answerConsultation(ctx, id, { answer: 'disagree', reason: '金额与预算不符' }),
  ).toMatchObject({ ok: true })
  await carryAll(house, house.posted.splice(0), late)
  expect(await standing('joint-1', item.digest, late)).toBe('disagreed')
  // Asked again about the same text, they agree; about another text they have not been asked.
  await carryAll(house, await ask(house, 'east', item, ['purse'], late), late)
  await answerConsultation(ctx, await openAt('purse', late), { answer: 'agree' })
  await carryAll(house, house.posted.splice(0), late)
  expect(await standing('joint-1', item.digest, late)).toBe('agreed')
  expect(await standing('joint-1', 'e'.repeat(64), late)).toBe('not-asked')
  expect(await ask(house, 'east', item, ['purse'], late)).toEqual([])
})

test('row 17: two officers answering at once give one answer', async () => {
  const item = askedItem('joint-2')
  await carryAll(house, await ask(house, 'east', item, ['west'], friday), friday)
  const id = await openAt('west')
  const ctx = await house.ctx('west', officer('head'), friday)
  const done = await Promise.all([
    answerConsultation(ctx, id, { answer: 'agree' }),
    answerConsultation(ctx, id, { answer: 'disagree', reason: '不同意' }),
  ])
  expect(done.filter((one) => one.ok)).toHaveLength(1)
  expect(done.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'stale' } })
  const sent = (await house.rows('west', 'letter_out')).filter((row) => row['reply_to'] === id)
  expect(sent).toHaveLength(1)
  await carryAll(house, house.posted.splice(0), friday)
  const row = (await house.rows('east', 'letter_out')).find((one) => one['id'] === id)
  expect(row?.['answered_by']).toBe(sent[0]?.['id'])
})

test('row 17: the desk of the agency that was asked shows the letter and answers it; both ends see how it stands', async () => {
  const door = openDoor(house, { at: '2026-10-30T10:00:00+08:00' })
  await hire(house, 'river', ['information-officer'])
  await hire(house, 'east', ['head'])
  await carryAll(
    house,
    await ask(house, 'east', askedItem('joint-3'), ['river'], friday),
    '2026-09-25T10:01:00+08:00',
  )
  const id = await openAt('river')
  const visitor = await logIn(door, 'river', 'information-officer')
  const list = readable(await (await visitor.get('/desk/letters')).text())
  expect(list).toContain('等待本机关答复')
  expect(list).toContain('逾期未复')
  const refused = await visitor.post(`/desk/letters/${id}/answer`, { answer: 'disagree' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('请填写“理由”')
  const taken = await visitor.post(`/desk/letters/${id}/answer`, { answer: 'agree' })
  expect(taken.status).toBe(303)
  const again = await visitor.post(`/desk/letters/${id}/answer`, { answer: 'agree' })
  expect(again.status).toBe(409)
  await carryAll(house, house.posted.splice(0))
  const token = await tokenOf(door, 'east', 'head')
  const headers = { authorization: `Bearer ${token}` }
  const sent = await door.api('east', '/desk/letters?box=sent', { headers })
  expect(sent.body).toMatchObject({
    items: expect.arrayContaining([expect.objectContaining({ id, state: 'answered' })]),
  })
  const shown = await door.api('east', `/desk/letters/${id}`, { headers })
  expect(shown.body).toMatchObject({ agencyId: 'river', content: { item: 'joint-3' } })
  const hidden = await door.api('west', `/desk/letters/${id}`, { headers })
  expect(hidden.status).toBe(401)
})
