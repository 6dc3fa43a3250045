import * as z from 'zod'
import type { Role } from '../../src/domain/shared/actor.ts'
import type { Door, DoorInit } from '../support/http.ts'
import { tokenOf } from './desk-door.ts'

/** A new password of tests. */
export const chosen = '潮平两岸阔，风正一帆悬 2027'

const person = z.object({ id: z.string(), version: z.int(), hasPassword: z.boolean() })
const stepped = person.extend({
  link: z.object({ url: z.string(), expiresAt: z.string() }).nullable(),
})
type Stepped = z.infer<typeof stepped>

/** What an administrator does with accounts by the JSON face. */
export type Keeper = {
  ask(path: string, init?: DoorInit): ReturnType<Door['api']>
  add(username: string, roles: readonly Role[]): Promise<z.infer<typeof person>>
  /** takes a step that must succeed */
  step(id: string, action: string, body?: Record<string, unknown>): Promise<Stepped>
  /** makes a link and answers its address */
  link(id: string): Promise<URL>
}

/** Logs an administrator in who keeps accounts. */
export async function keeperOf(door: Door, agency: string, username: string): Promise<Keeper> {
  const token = await tokenOf(door, agency, username)
  const ask: Keeper['ask'] = (path, init = {}) =>
    door.api(agency, path, {
      ...init,
      headers: { authorization: `Bearer ${token}`, ...init.headers },
    })
  const step: Keeper['step'] = async (id, action, body = {}) => {
    const { status, body: told } = await ask(`/desk/staff/${id}/actions/${action}`, { json: body })
    if (status !== 200) throw new Error(`${action}: ${status} ${JSON.stringify(told)}`)
    return stepped.parse(told)
  }
  return {
    ask,
    step,
    async add(login, roles) {
      const json = { username: login, name: `试用${login}`, roles }
      const { body } = await ask('/desk/staff', { json })
      return person.parse(body)
    },
    async link(id) {
      const { link } = await step(id, 'make-link')
      return new URL(link?.url ?? '')
    },
  }
}

/** The secret of a link. */
export function secretOf(link: URL): string {
  return link.searchParams.get('link') ?? ''
}
