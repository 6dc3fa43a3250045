import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../../src/domain/shared/actor.ts'
import { closeSession } from '../../../src/usecases/account/close-session.ts'
import { createStaff } from '../../../src/usecases/account/create-staff.ts'
import { openSession } from '../../../src/usecases/account/open-session.ts'
import { readActor } from '../../../src/usecases/account/read-actor.ts'
import { createSessionTokens } from '../../../src/usecases/account/session-token.ts'
import { type House, openHouse } from '../../support/house.ts'

const password = '春风又绿江南岸-2026!'
const tokens = createSessionTokens(['account-test-secret-0123456789abcdefghijklmnopq'])
// The token package compares with the machine's clock, so the story begins now.
const startMs = Math.floor(Date.now() / 1000) * 1000
const minute = 60_000

let house: House
beforeAll(async () => {
  house = await openHouse()
  for (const agency of ['east', 'west']) await hire(agency, 'clerk', ['registrar'])
})
afterAll(() => house.close())

async function hire(agency: string, username: string, roles: readonly Role[]): Promise<string> {
  const ctx = await house.ctx(agency, { type: 'system', job: 'test' })
  const made = await createStaff(ctx, { username, name: '经办人', roles, password })
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value.id
}

async function logIn(agency: string, username: string, at = startMs): Promise<string> {
  const ctx = { ...(await house.ctx(agency)), now: at }
  const opened = await openSession(ctx, tokens, { username, password }, 'client-1')
  if (!opened.ok) throw new Error(opened.refusal.code)
  return opened.value.token
}

async function whoIs(agency: string, token: string | null, at: number): Promise<string> {
  const tenant = await house.tenant(agency)
  return (await readActor({ ...tenant, now: at }, tokens, token)).actor.type
}

async function lastUses(): Promise<unknown[]> {
  return (await house.rows('east', 'session')).map((row) => row['seen_at'])
}

describe('session life (ASVS 7.3.1, 7.3.2)', () => {
  test('rests 30 minutes at most', async () => {
    const token = await logIn('east', 'clerk')
    expect(await whoIs('east', token, startMs + 30 * minute + 1000)).toBe('public')
    expect(await whoIs('east', token, startMs + 30 * minute - 1000)).toBe('staff')
    // That use counted: the rest starts anew from it.
    expect(await whoIs('east', token, startMs + 60 * minute - 2000)).toBe('staff')
  })

  test('lasts 12 hours at most, however busy', async () => {
    const token = await logIn('east', 'clerk')
    for (let at = 29; at < 720; at += 29) {
      expect(await whoIs('east', token, startMs + at * minute)).toBe('staff')
    }
    expect(await whoIs('east', token, startMs + 720 * minute - 1000)).toBe('staff')
    expect(await whoIs('east', token, startMs + 720 * minute + 1000)).toBe('public')
  })

  test('writes its last use at most every five minutes', async () => {
    const token = await logIn('east', 'clerk')
    await whoIs('east', token, startMs + 4 * minute)
    expect(await lastUses()).not.toContain(startMs + 4 * minute)
    await whoIs('east', token, startMs + 6 * minute)
    expect(await lastUses()).toContain(startMs + 6 * minute)
  })
})

describe('a session ends at the next request (ASVS 7.4.1, 7.4.2, 8.3.2)', () => {
  test('by log-out, which the journal keeps', async () => {
    const token = await logIn('east', 'clerk')
    const tenant = await house.ctx('east')
    const { actor } = await readActor({ ...tenant, now: startMs }, tokens, token)
    const closed = await closeSession({ ...tenant, actor, now: startMs })
    expect(closed.ok).toBe(true)
    expect(await whoIs('east', token, startMs)).toBe('public')
    const id = actor.type === 'staff' ? actor.sessionId : ''
    const events = (await house.rows('east', 'event')).filter((row) => row['entity_id'] === id)
    expect(events.map((row) => row['kind'])).toEqual(['session.opened', 'session.closed'])
  })

  test('when the account is switched off, and its roles change at once', async () => {
    const id = await hire('east', 'leaver', ['head'])
    const token = await logIn('east', 'leaver')
    const { db } = await house.tenant('east')
    await db.prepare('UPDATE staff SET roles = ? WHERE id = ?').bind('["viewer"]', id).run()
    const tenant = await house.tenant('east')
    const { actor } = await readActor({ ...tenant, now: startMs }, tokens, token)
    expect(actor).toMatchObject({ type: 'staff', roles: ['viewer'] })
    await db.prepare('UPDATE staff SET active = 0 WHERE id = ?').bind(id).run()
    expect(await whoIs('east', token, startMs)).toBe('public')
    const again = await openSession(
      await house.ctx('east'),
      tokens,
      { username: 'leaver', password },
      'client-2',
    )
    expect(again).toMatchObject({ ok: false, refusal: { code: 'wrong-credentials' } })
  })
})

describe('a session is one agency’s (ASVS 8.4.1, API1)', () => {
  test('another agency does not know its token, even with a namesake on staff', async () => {
    const token = await logIn('east', 'clerk')
    expect(await whoIs('west', token, startMs)).toBe('public')
  })

  test('a token for the right agency without a session row is nobody’s', async () => {
    const token = await tokens.issue(
      { sessionId: 'made-up', staffId: 's1', agencyId: 'east', exp: startMs / 1000 + 600 },
      startMs,
    )
    expect(await whoIs('east', token, startMs)).toBe('public')
  })

  test('the database holds neither token nor session id, only a digest', async () => {
    const token = await logIn('east', 'clerk')
    const claims = await tokens.read(token, 'east', startMs)
    const dump = JSON.stringify(await house.rows('east', 'session'))
    expect(dump).not.toContain(claims?.sessionId)
  })
})
