import { afterAll, beforeAll, expect, test } from 'vitest'
import { showItem } from '../../../src/usecases/item/show-item.ts'
import { openHouse, type House } from '../../support/house.ts'
import { openDoor } from '../../support/http.ts'
import { originOf } from '../item/import-files.ts'
import { act, publishItem, registered, valueOf } from './norm-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('rows 22, 24: the page of a document tells its unified number, since when and until when it holds', async () => {
  const made = '2026-05-18T10:00:00+08:00'
  const { id } = await registered(house, 'hill', '小山村道管理办法', made)
  const effectiveOn = '2026-07-01'
  const norm = valueOf(await act(house, 'hill', id, 'publish', 'head', { effectiveOn }, made))
  const told = async (at: string): Promise<unknown> => {
    const ctx = await house.ctx('hill', undefined, at)
    return valueOf(await showItem(ctx, norm.itemId ?? '', originOf)).term
  }
  const facts = { number: norm.number, effectiveOn, expiresOn: '2031-06-30' }
  expect(norm.number).not.toBeNull()
  for (const [day, standing] of [
    ['2026-06-30', 'not-yet'],
    ['2026-07-01', 'valid'],
    ['2031-06-30', 'valid'],
    ['2031-07-01', 'expired'],
  ] as const) {
    const at = `${day}T00:01:00+08:00`
    expect(await told(at)).toEqual({ ...facts, standing })
    const page = await (
      await openDoor(house, { at }).request('hill', `/items/${norm.itemId ?? ''}`)
    ).text()
    const said = page.replaceAll(/<[^>]+>/g, '')
    for (const text of [norm.number ?? '', effectiveOn, facts.expiresOn])
      expect(said).toContain(text)
    expect(said.includes(`本文件自 ${effectiveOn} 起施行，现在尚未施行。`)).toBe(
      standing === 'not-yet',
    )
    expect(said.includes('本文件已失效')).toBe(standing === 'expired')
  }
  // What is in no register has nothing of it.
  const other = await publishItem(house, 'hill', '小山村工作安排', '2026-05-18')
  const plain = await house.ctx('hill', undefined, made)
  expect(valueOf(await showItem(plain, other, originOf)).term).toBeNull()
})
