import { afterAll, beforeAll, expect, test } from 'vitest'
import { appointAdmin } from '../../../src/usecases/account/appoint-admin.ts'
import { openSession } from '../../../src/usecases/account/open-session.ts'
import { createSessionTokens } from '../../../src/usecases/account/session-token.ts'
import { setPassword } from '../../../src/usecases/account/set-password.ts'
import type { Actor } from '../../../src/domain/shared/actor.ts'
import { chosen } from '../../http/account-door.ts'
import { officer, openHouse, type House } from '../../support/house.ts'
import { valueOf } from '../norm/norm-house.ts'

const at = '2026-11-20T10:00:00+08:00'
const operator: Actor = { type: 'system', job: 'operator' }
const tokens = createSessionTokens(['appoint-test-secret-0123456789abcdefghijklmnopq'])

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

async function enter(username: string, password: string): Promise<string> {
  const ctx = await house.ctx('east', { type: 'public' }, at)
  const opened = await openSession(ctx, tokens, { username, password }, 'unknown')
  return opened.ok ? opened.value.actor.roles.join() : opened.refusal.code
}

test('security 52: a fresh agency has nobody whose password is known; its first administrator comes by a link', async () => {
  expect(await house.rows('east', 'staff')).toEqual([])
  const ctx = await house.ctx('east', operator, at)
  const link = valueOf(
    await appointAdmin(ctx, { username: 'Zhang', name: '张某', dropFactor: false }),
  )
  expect(link.made).toBe(true)
  const [row] = await house.rows('east', 'staff')
  expect(row).toMatchObject({ username: 'zhang', password: '', roles: '["admin"]' })
  expect(await enter('zhang', '')).toBe('invalid')
  expect(await enter('zhang', chosen)).toBe('wrong-credentials')
  const visitor = await house.ctx('east', { type: 'public' }, at)
  valueOf(await setPassword(visitor, { link: link.secret, newPassword: chosen }))
  expect(await enter('zhang', chosen)).toBe('admin')
})

test('who is there already gets a link and nothing else', async () => {
  const ctx = await house.ctx('east', operator, at)
  const again = valueOf(
    await appointAdmin(ctx, { username: 'zhang', name: '别名', dropFactor: false }),
  )
  expect(again.made).toBe(false)
  expect(await house.rows('east', 'staff')).toMatchObject([{ name: '张某', roles: '["admin"]' }])
})

test('an only administrator who lost the phone is let in again, by link and password alone', async () => {
  const { db } = await house.tenant('east')
  await db.prepare(`INSERT INTO second_factor SELECT id, 'a1.x.y', 0 FROM staff`).run()
  const ctx = await house.ctx('east', operator, at)
  const asked = { username: 'zhang', name: '', dropFactor: true }
  valueOf(await appointAdmin(ctx, asked))
  expect(await house.rows('east', 'second_factor')).toEqual([])
  // There is none to take off any more, and nothing is refused for that.
  valueOf(await appointAdmin(ctx, asked))
  expect(await enter('zhang', chosen)).toBe('admin')
})

test('nobody of the agency makes an administrator this way', async () => {
  for (const actor of [officer('admin'), { type: 'public' } as const]) {
    const ctx = await house.ctx('east', actor, at)
    const made = await appointAdmin(ctx, { username: 'wang', name: '王某', dropFactor: false })
    expect(made.ok).toBe(false)
  }
})
