import type { Agency } from '../../src/domain/agency/agency.ts'
import { ok } from '../../src/domain/shared/refusal.ts'
import { createApp } from '../../src/http/app.tsx'
import { createResolver } from '../../src/tenancy/resolve.ts'
import { agencies } from './agencies.ts'
import type { House } from './house.ts'
import { openDoor } from './http.ts'

/** The product after a reorganisation: the same house, with agencies whose manifests have changed. */
export function reorganised(
  house: House,
  changes: Readonly<Record<string, Partial<Agency>>>,
  at: string,
): (url: string, init?: RequestInit) => Promise<Response> {
  const after = agencies.map((agency) => Object.assign({}, agency, changes[agency.id]))
  const { parts } = openDoor(house, { at })
  const app = createApp({
    ...parts,
    resolver: createResolver(after, null),
    tenancy: {
      open: async (id) => {
        const agency = after.find((one) => one.id === id)
        if (agency === undefined) throw new Error(`no test agency ${id}`)
        return ok({ ...(await house.tenant(id)), agency })
      },
    },
  })
  return (url, init = {}) => {
    const headers = new Headers(init.headers)
    headers.set('host', new URL(url).host)
    return app(new Request(url, { ...init, headers }))
  }
}
