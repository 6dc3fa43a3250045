import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSession } from '../../src/usecases/account/open-session.ts'
import { hashPassword } from '../../src/usecases/account/password.ts'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor, textIn } from '../support/http.ts'
import { chosen } from './account-door.ts'
import { hire, logIn, password, tokenOf } from './desk-door.ts'

let house: House
let door: Door
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at: '2026-11-20T10:00:00+08:00' })
})
afterAll(() => house.close())

async function ask(
  token: string,
  path: string,
  json?: Record<string, unknown>,
): ReturnType<Door['api']> {
  const headers = { authorization: `Bearer ${token}` }
  return door.api(
    'east',
    `/desk/account${path}`,
    json === undefined ? { headers } : { headers, json },
  )
}

/** Asks five routes with a token; answers the statuses that occur. */
async function asks(token: string): Promise<number[]> {
  const paths = ['account', 'applications', 'items', 'letters', 'topics']
  const headers = { authorization: `Bearer ${token}` }
  const answers = await Promise.all(
    paths.map((path) => door.api('east', `/desk/${path}`, { headers })),
  )
  return [...new Set(answers.map(({ status }) => status))]
}

describe('security 54: one’s own password', () => {
  test('changed ends every other session, and this one goes on under a new token', async () => {
    await hire(house, 'east', ['head'], 'own')
    const [here, there] = [await tokenOf(door, 'east', 'own'), await tokenOf(door, 'east', 'own')]
    const done = await ask(here, '/password', { oldPassword: password, newPassword: chosen })
    expect(done.status).toBe(200)
    expect(await asks(here)).toEqual([401])
    expect(await asks(there)).toEqual([401])
    expect(await asks(textIn(done.body, 'token'))).toEqual([200])
    const json = { username: 'own', password }
    expect((await door.api('east', '/session', { json })).status).toBe(401)
    const kinds = (await house.rows('east', 'event')).map(({ kind }) => kind)
    expect(kinds).toContain('staff.password-changed')
  })

  test('on the page: a wrong one, two unlike ones and a common one are told beside the field', async () => {
    await hire(house, 'east', ['viewer'], 'page')
    const visitor = await logIn(door, 'east', 'page')
    const other = await logIn(door, 'east', 'page')
    const tries = [
      [{ oldPassword: 'wrong', newPassword: chosen, repeat: chosen }, '“现在的密码”不对'],
      [{ oldPassword: password, newPassword: chosen, repeat: `${chosen}二` }, '不一致'],
      [{ oldPassword: password, newPassword: 'Password1234', repeat: 'Password1234' }, '太常见'],
      [{ oldPassword: password, newPassword: password, repeat: password }, '重复'],
    ] as const
    for (const [fields, words] of tries) {
      const told = await visitor.post('/desk/account/password', fields)
      expect(told.status).toBe(422)
      const html = await told.text()
      expect(html).toContain(words)
      expect(html).not.toContain(chosen)
    }
    const before = [...visitor.cookies.values()]
    const fields = { oldPassword: password, newPassword: chosen, repeat: chosen }
    const done = await visitor.post('/desk/account/password', fields)
    expect(done.headers.get('location')).toBe('/desk/account?done=password')
    expect([...visitor.cookies.values()]).not.toEqual(before)
    expect(await (await visitor.get('/desk/account?done=password')).text()).toContain('密码已修改')
    expect((await other.get('/desk/account')).status).toBe(303)
  })

  test('security 50: is not to be guessed by who found a desk unlocked', async () => {
    await hire(house, 'east', ['viewer'], 'left-open')
    const token = await tokenOf(door, 'east', 'left-open')
    const tries = await Promise.all(
      Array.from({ length: 14 }, (_, n) =>
        ask(token, '/password', { oldPassword: `guess-${n}`, newPassword: chosen }),
      ),
    )
    const count = (wanted: number): number => tries.filter(({ status }) => status === wanted).length
    expect([count(400), count(429)]).toEqual([10, 4])
  })

  test('a log-in that was under way while the password changed opens nothing', async () => {
    await hire(house, 'east', ['viewer'], 'racing')
    const ctx = await house.ctx('east')
    const hash = await hashPassword(ctx.keys, chosen)
    let batches = 0
    const db = new Proxy(ctx.db, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name)
        if (name !== 'batch') return typeof value === 'function' ? value.bind(target) : value
        return async (statements: D1PreparedStatement[]) => {
          batches += 1
          // The tries were counted and the password was right; now it changes.
          if (batches === 2) {
            const sql = `UPDATE staff SET password = ? WHERE username = 'racing'`
            await target.prepare(sql).bind(hash).run()
          }
          return target.batch(statements)
        }
      },
    })
    const json = { username: 'racing', password }
    const opened = await openSession({ ...ctx, db }, door.parts.tokens, json, 'unknown')
    expect([opened.ok, batches]).toEqual([true, 3])
    if (opened.ok) expect(await asks(opened.value.token)).toEqual([401])
  })
})

describe('one’s own sessions', () => {
  test('are listed with their times, and the others end at a word', async () => {
    await hire(house, 'east', ['viewer'], 'many')
    const tokens = [
      await tokenOf(door, 'east', 'many'),
      await tokenOf(door, 'east', 'many'),
    ] as const
    const { body } = await ask(tokens[0], '')
    expect(body).toMatchObject({ username: 'many', roles: ['viewer'] })
    expect(JSON.stringify(body).match(/"current":true/g)).toHaveLength(1)
    expect(JSON.stringify(body).match(/"since":"2026-11-20T10:00:00\+08:00"/g)).toHaveLength(2)
    const headers = { authorization: `Bearer ${tokens[0]}` }
    const ended = await door.api('east', '/desk/account/sessions', { method: 'DELETE', headers })
    expect(JSON.stringify(ended.body).match(/"since"/g)).toHaveLength(1)
    expect([(await ask(tokens[0], '')).status, (await ask(tokens[1], '')).status]).toEqual([
      200, 401,
    ])
  })

  test('by the page as well, and logging out still works afterwards', async () => {
    await hire(house, 'east', ['viewer'], 'paged')
    const [here, there] = [await logIn(door, 'east', 'paged'), await logIn(door, 'east', 'paged')]
    expect(await (await here.get('/desk/account')).text()).toContain('退出其他登录')
    const done = await here.post('/desk/account/sessions', {})
    expect(done.headers.get('location')).toBe('/desk/account?done=sessions')
    expect((await there.get('/desk/account')).status).toBe(303)
    expect((await here.post('/desk/logout', {})).status).toBe(303)
    expect(here.cookies.size).toBe(0)
  })
})
