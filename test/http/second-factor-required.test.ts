import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../../src/domain/shared/actor.ts'
import { ok } from '../../src/domain/shared/refusal.ts'
import { createApp } from '../../src/http/app.tsx'
import { createResolver } from '../../src/tenancy/resolve.ts'
import { agencies } from '../support/agencies.ts'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor, textIn } from '../support/http.ts'
import { mountedRoutes } from '../support/mounted-routes.ts'
import { codeAt, offerSchema } from './account-door.ts'
import { hire, tokenOf } from './desk-door.ts'

const at = '2026-11-20T10:00:00+08:00'

let house: House
let door: Door
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house, { at })
})
afterAll(() => house.close())

describe('security 49: an agency that requires a second factor', () => {
  const required = agencies.map((agency) => {
    const settings = Object.assign({}, agency.settings, { secondFactor: 'required' })
    return Object.assign({}, agency, { settings })
  })
  let ask: (agency: string, path: string, init: RequestInit) => Promise<Response>
  beforeAll(async () => {
    const resolver = createResolver(required, null)
    const app = createApp({
      ...door.parts,
      resolver,
      tenancy: {
        open: async (id) => {
          const agency = required.find((one) => one.id === id)
          if (agency === undefined) throw new Error(id)
          return ok({ ...(await house.tenant(id)), agency })
        },
      },
    })
    ask = (id, path, init) => {
      const agency = resolver.byId(id)
      if (agency === null) throw new Error(id)
      const url = new URL(`${resolver.originOf(agency)}${path}`)
      const headers = new Headers(init.headers)
      headers.set('host', url.host)
      return app(new Request(url, { ...init, headers }))
    }
    for (const id of ['west', 'hill']) await hire(house, id, [...roles], 'strict')
  })

  test.each(['west', 'hill'])(
    'at %s opens no route of the desk to a session of one factor, but the way to turn it on',
    async (id) => {
      const token = await tokenOf(door, id, 'strict')
      const open: string[] = []
      const told = new Set<string>()
      for (const { method, path } of mountedRoutes(door.parts)) {
        if (method === 'ALL' || !/^(?:\/api\/v1)?\/desk(?:\/|$)/.test(path)) continue
        if (['/desk/login', '/desk/logout', '/desk/password'].includes(path)) continue
        const address = path.replaceAll(/:\w+(?:\{[^}]*\})?/g, 'x')
        const isChange = method !== 'GET'
        const answer = await ask(id, address, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            ...(isChange ? { 'content-type': 'application/json' } : {}),
          },
          ...(isChange ? { body: '{}' } : {}),
        })
        const text = await answer.text()
        if (answer.status !== 403) open.push(`${method} ${path} ${answer.status}`)
        else told.add(text.includes('请先开通动态口令') ? 'told' : `${method} ${path}`)
      }
      expect([...told]).toEqual(['told'])
      expect(open.toSorted()).toEqual([
        'GET /api/v1/desk/account 200',
        'GET /desk/account 200',
        'GET /desk/account/second-factor 200',
        'POST /api/v1/desk/account/second-factor 200',
        'POST /api/v1/desk/account/second-factor/confirmation 400',
        'POST /desk/account/second-factor/confirmation 415',
      ])
    },
    60_000,
  )

  test('the refusal leads to the page, and from its first code on the desk is open', async () => {
    const token = await tokenOf(door, 'west', 'strict')
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const shut = await ask('west', '/desk/applications', { headers })
    expect(await shut.text()).toContain('href="/desk/account/second-factor"')
    const refused = await ask('west', '/api/v1/desk/applications', { headers })
    expect(await refused.json()).toMatchObject({ code: 'second-factor-required' })
    const path = '/api/v1/desk/account/second-factor'
    const offered = await ask('west', path, { method: 'POST', headers, body: '{}' })
    const { secret, offer } = offerSchema.parse(await offered.json())
    const body = JSON.stringify({ offer, otp: await codeAt(secret, Date.parse(at)) })
    const on = await ask('west', `${path}/confirmation`, { method: 'POST', headers, body })
    const next = { authorization: `Bearer ${textIn(await on.json(), 'token')}` }
    expect((await ask('west', '/api/v1/desk/applications', { headers: next })).status).toBe(200)
    expect((await ask('west', '/api/v1/desk/applications', { headers })).status).toBe(401)
  })
})
