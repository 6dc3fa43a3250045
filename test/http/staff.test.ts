import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor } from '../support/http.ts'
import { chosen, type Keeper, keeperOf, secretOf } from './account-door.ts'
import { hire, logIn, password, tokenOf, visit } from './desk-door.ts'

const start = Date.parse('2026-11-20T10:00:00+08:00')
const minute = 60_000

let house: House
let door: Door
let keeper: Keeper
let now = start
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at: () => now })
  await hire(house, 'east', ['admin'])
  keeper = await keeperOf(door, 'east', 'admin')
})
afterAll(() => house.close())

/** Sets a password by a link as the JSON face does; answers the status. */
async function set(link: URL, newPassword = chosen): Promise<number> {
  const json = { link: secretOf(link), newPassword }
  return (await door.api('east', '/password', { json })).status
}

async function logInStatus(username: string, given: string): Promise<number> {
  return (await door.api('east', '/session', { json: { username, password: given } })).status
}

/** Asks five routes of the desk with a token; answers the statuses that occur. */
async function asks(token: string): Promise<number[]> {
  const paths = ['/account', '/applications', '/items', '/letters', '/topics']
  const answers = await Promise.all(
    paths.map((path) =>
      door.api('east', `/desk${path}`, { headers: { authorization: `Bearer ${token}` } }),
    ),
  )
  return [...new Set(answers.map(({ status }) => status))]
}

describe('security 52: nobody knows the password of a new account', () => {
  test('it opens nothing before its link is used, by whatever password', async () => {
    const { id, hasPassword } = await keeper.add('zhang', ['handler'])
    expect(hasPassword).toBe(false)
    for (const guess of ['', 'zhang', '试用zhang', password]) {
      expect(await logInStatus('zhang', guess)).not.toBe(200)
    }
    expect(await set(await keeper.link(id))).toBe(204)
    expect(await logInStatus('zhang', chosen)).toBe(200)
  })

  test('a user name that is taken is refused, also in another spelling', async () => {
    const json = { username: 'ＺＨＡＮＧ', name: '另一人', roles: ['viewer'] }
    const { status, body } = await keeper.ask('/desk/staff', { json })
    expect(status).toBe(400)
    expect(body).toMatchObject({ errors: [{ pointer: '/username' }] })
  })
})

describe('security 53: links that set a password', () => {
  test('have 256 random bits, and only a digest of them is stored', async () => {
    const { id } = await keeper.add('li', ['handler'])
    const [first, second] = [await keeper.link(id), await keeper.link(id)]
    expect(secretOf(first)).toMatch(/^[\w-]{43}$/)
    expect(secretOf(first)).not.toBe(secretOf(second))
    const stored = JSON.stringify([
      await house.rows('east', 'password_link'),
      await house.rows('east', 'event'),
    ])
    expect(stored).not.toContain(secretOf(second))
    // A second link takes the place of the first.
    expect(await set(first)).toBe(410)
    expect(await set(second)).toBe(204)
  })

  test('work once, also when they come twice at the same moment', async () => {
    const { id } = await keeper.add('qian', ['handler'])
    const link = await keeper.link(id)
    const both = await Promise.all([set(link), set(link, `${chosen}二`)])
    expect(both.toSorted((a, b) => a - b)).toEqual([204, 410])
    expect(await set(link)).toBe(410)
  })

  test('work for half an hour: at 29 minutes still, at 31 no more', async () => {
    const { id } = await keeper.add('sun', ['handler'])
    const late = await keeper.link(id)
    now = start + 31 * minute
    expect(await set(late)).toBe(410)
    now = start
    const early = await keeper.link(id)
    now = start + 29 * minute
    expect(await set(early)).toBe(204)
    now = start
  })

  test.each([
    ['Host', { host: 'evil.example' }, [404]],
    ['X-Forwarded-Host', { 'x-forwarded-host': 'evil.example' }, [200]],
    ['Forwarded', { forwarded: 'host=evil.example;proto=http' }, [200]],
  ])('never bear a host that %s names', async (_, headers, statuses) => {
    const { id } = await keeper.add(`host-${Object.keys(headers)[0]}`, ['viewer'])
    const path = `/desk/staff/${id}/actions/make-link`
    const { status, body } = await keeper.ask(path, { json: {}, headers })
    expect(statuses).toContain(status)
    expect(JSON.stringify(body)).not.toContain('evil.example')
    if (status !== 200) return
    const site = door.resolver.byId('east')
    expect(JSON.stringify(body)).toContain(
      `${site === null ? '' : door.resolver.originOf(site)}/desk/password?link=`,
    )
  })

  test('end every session of the person, and open none of another agency', async () => {
    const { id } = await keeper.add('zhou', ['registrar', 'handler', 'information-officer'])
    expect(await set(await keeper.link(id))).toBe(204)
    const { body } = await door.api('east', '/session', {
      json: { username: 'zhou', password: chosen },
    })
    const token = JSON.parse(JSON.stringify(body)).token as string
    expect(await asks(token)).toEqual([200])
    const link = await keeper.link(id)
    // Until it is used nothing changes for who is at work.
    expect(await asks(token)).toEqual([200])
    const json = { link: secretOf(link), newPassword: chosen }
    expect((await door.api('west', '/password', { json })).status).toBe(410)
    expect(await set(link, `${chosen}二`)).toBe(204)
    expect(await asks(token)).toEqual([401])
    expect(await logInStatus('zhou', chosen)).toBe(401)
  })

  test('are nobody’s to guess: what is no secret of ours is told like one that is over', async () => {
    for (const secret of ['', 'x', 'A'.repeat(43), '../../etc', 'A'.repeat(64)]) {
      const json = { link: secret, newPassword: chosen }
      expect((await door.api('east', '/password', { json })).status).toBe(410)
    }
  })

  test('leave no cookie behind when they are none of ours', async () => {
    const visitor = visit(door, 'east')
    const told = await visitor.get(`/desk/password?link=${'A'.repeat(4000)}`)
    expect([told.status, visitor.cookies.size]).toEqual([410, 0])
  })

  test('lead in a browser to a page without the secret in its address', async () => {
    const { id } = await keeper.add('wu', ['handler'])
    const link = await keeper.link(id)
    const visitor = visit(door, 'east')
    const arrived = await visitor.get(`${link.pathname}${link.search}`)
    expect([arrived.status, arrived.headers.get('location')]).toEqual([303, '/desk/password'])
    expect(arrived.headers.getSetCookie().join()).toMatch(/HttpOnly; Secure; SameSite=Lax/)
    const page = await visitor.get('/desk/password')
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(await page.text()).not.toContain(secretOf(link))
    const unlike = await visitor.post('/desk/password', { newPassword: chosen, repeat: 'x' })
    expect(unlike.status).toBe(422)
    expect(await unlike.text()).not.toContain(chosen)
    const fields = { newPassword: chosen, repeat: chosen }
    const done = await visitor.post('/desk/password', fields)
    expect(done.headers.get('location')).toBe('/desk/login?set=password')
    expect(visitor.cookies.size).toBe(0)
    expect(await (await visitor.get('/desk/login?set=password')).text()).toContain('密码已设定')
    expect((await visitor.post('/desk/password', fields)).status).toBe(410)
    expect(await logInStatus('wu', chosen)).toBe(200)
  })
})

describe('security 54: a change of rights is in force on the next request', () => {
  test('a role that was taken away', async () => {
    await hire(house, 'east', ['head'], 'demoted')
    const token = await tokenOf(door, 'east', 'demoted')
    const { body } = await keeper.ask('/desk/staff')
    const items = (
      JSON.parse(JSON.stringify(body)) as { items: { id: string; username: string }[] }
    ).items
    const id = items.find(({ username }) => username === 'demoted')?.id ?? ''
    expect(await asks(token)).toEqual([200])
    await keeper.step(id, 'change-roles', { roles: ['statistician'] })
    expect((await asks(token)).toSorted((a, b) => a - b)).toEqual([200, 403])
  })

  test('an account that was closed: on five routes, by token and by cookie; opened again it logs in', async () => {
    const { id } = await keeper.add('zheng', ['registrar', 'handler', 'information-officer'])
    await set(await keeper.link(id))
    const visitor = visit(door, 'east')
    await visitor.post('/desk/login', { username: 'zheng', password: chosen, next: '' })
    const [token = ''] = visitor.cookies.values()
    expect(await asks(token)).toEqual([200])
    const open = await keeper.link(id)
    await keeper.step(id, 'deactivate')
    expect(await asks(token)).toEqual([401])
    expect((await visitor.get('/desk/account')).headers.get('location')).toContain('/desk/login')
    expect(await set(open)).toBe(410)
    expect(await logInStatus('zheng', chosen)).toBe(401)
    await keeper.step(id, 'activate')
    expect(await asks(token)).toEqual([401])
    expect(await logInStatus('zheng', chosen)).toBe(200)
  })

  test('a version that somebody else was faster with is stale', async () => {
    const { id, version } = await keeper.add('wang', ['viewer'])
    await keeper.step(id, 'change-roles', { roles: ['handler'], version })
    const json = { roles: ['head'], version }
    const late = await keeper.ask(`/desk/staff/${id}/actions/change-roles`, { json })
    expect([late.status, late.body]).toMatchObject([409, { code: 'stale' }])
  })
})

describe('security 64: somebody always administers the system', () => {
  test('the last administrator neither leaves nor lays the post down', async () => {
    const { body } = await keeper.ask('/desk/staff')
    const text = JSON.stringify(body)
    const id = /"id":"([^"]+)","version":\d+,"username":"admin"/.exec(text)?.[1] ?? ''
    for (const [action, json] of [
      ['deactivate', {}],
      ['change-roles', { roles: ['viewer'] }],
    ] as const) {
      const told = await keeper.ask(`/desk/staff/${id}/actions/${action}`, { json })
      expect([told.status, told.body]).toMatchObject([409, { code: 'last-admin' }])
    }
    const second = await keeper.add('admin-2', ['admin'])
    // Each takes the post from the other at the same moment: one of them keeps it.
    const tries = await Promise.all(
      [id, second.id].map((one) =>
        keeper.ask(`/desk/staff/${one}/actions/deactivate`, { json: {} }),
      ),
    )
    // Who has just left is a stranger already, if the other act comes after it.
    const [done, refused] = tries.map(({ status }) => status).toSorted((a, b) => a - b)
    expect(done).toBe(200)
    expect([401, 409]).toContain(refused)
    const left = (await house.rows('east', 'staff')).filter(
      ({ roles, active }) => String(roles).includes('admin') && active === 1,
    )
    expect(left).toHaveLength(1)
  })
})

test('security 87: every act stands in the journal, with nothing personal and no secret', async () => {
  const events = (await house.rows('east', 'event')).filter(({ entity }) => entity === 'staff')
  const kinds = new Set(events.map(({ kind }) => kind))
  for (const kind of [
    'staff.created',
    'staff.link-made',
    'staff.password-set',
    'staff.roles-changed',
    'staff.deactivated',
    'staff.activated',
    'staff.admin-left',
  ]) {
    expect(kinds).toContain(kind)
  }
  const text = JSON.stringify(events)
  for (const word of ['试用', 'zhang', 'scrypt', chosen]) expect(text).not.toContain(word)
})

test('the pages of an administrator: add, see the link once, take steps', async () => {
  await hire(house, 'west', ['admin'])
  const visitor = await logIn(door, 'west', 'admin')
  const bad = await visitor.post('/desk/staff/new', { name: '', username: '!' })
  expect(bad.status).toBe(422)
  const added = await visitor.post('/desk/staff/new', {
    name: '冯某',
    username: 'feng',
    roles: 'handler',
  })
  const place = added.headers.get('location') ?? ''
  expect(place).toMatch(/^\/desk\/staff\/\w+\?added=1$/)
  const [path = ''] = place.split('?')
  const html = await (await visitor.get(place)).text()
  expect(html).toContain('还没有设密码')
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
  const linked = await visitor.post(`${path}/actions/make-link`, { version })
  expect(await linked.text()).toContain('/desk/password?link=')
  expect(linked.headers.get('cache-control')).toBe('no-store')
  expect(await (await visitor.get(path)).text()).not.toContain('link=')
  const stale = await visitor.post(`${path}/actions/deactivate`, { version })
  expect(stale.status).toBe(409)
  const next = String(Number(version) + 1)
  expect((await visitor.post(`${path}/actions/deactivate`, { version: next })).status).toBe(303)
  expect(await (await visitor.get('/desk/staff')).text()).toContain('已停用')
})

test('今日待办: whom nothing waits for is told so, and where to go', async () => {
  await hire(house, 'hill', ['admin'])
  const admin = await logIn(door, 'hill', 'admin')
  const html = await (await admin.get('/desk/today')).text()
  expect(html).toContain('您的岗位没有待办事项')
  expect(html).toContain('/desk/staff"')
})
