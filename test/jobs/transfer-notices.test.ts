import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse, type House } from '../support/house.ts'
import { telling } from '../usecases/notice/notice-house.ts'
import { carryAll } from './carry.ts'
import { headOf, receivedCase, sendAway } from './transfer-house.ts'

const at = '2026-03-02T09:00:00+08:00'
const sent = '2026-03-10T09:00:00+08:00'
const later = '2026-03-10T09:20:00+08:00'
const within = { to: 'purse', basis: 'one-government' }

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** Sends a case away whose applicant agreed or did not; answers what its new agency keeps of that. */
async function keptAfterTransfer(place: House, agreed: 0 | 1): Promise<unknown> {
  const { receipt } = await receivedCase(place, at)
  const { db } = await house.tenant('east')
  await db.prepare('UPDATE application SET notices = ? WHERE id = ?').bind(agreed, receipt).run()
  const head = await headOf(place, 'east', sent)
  await carryAll(place, await sendAway(place, head, receipt, within), later)
  const out = await house.rows('east', 'application_transfer')
  const letter = out.find((row) => row['application_id'] === receipt)?.['id']
  const taken = await house.rows('purse', 'application_transfer')
  const there = taken.find((row) => row['id'] === letter)?.['application_id']
  const cases = await house.rows('purse', 'application')
  return cases.find((row) => row['id'] === there)?.['notices']
}

test('that the applicant agreed to be told travels with his case and is kept where the new agency tells applicants', async () => {
  const told = telling(house, 'https://receiver.gov.test/notices')
  expect(await keptAfterTransfer(told, 1)).toBe(1)
  expect(await keptAfterTransfer(told, 0)).toBe(0)
  expect(await keptAfterTransfer(house, 1)).toBe(0)
  // It lies in the sealed dossier alone: no letter at either end tells it.
  const letters = [await house.rows('east', 'letter_out'), await house.rows('purse', 'letter_in')]
  expect(JSON.stringify(letters)).not.toContain('notices')
})
