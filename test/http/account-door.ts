import * as z from 'zod'
import type { Role } from '../../src/domain/shared/actor.ts'
import { totpAt } from '../../src/usecases/account/totp.ts'
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

/** What an offer of a second factor is made of. */
export const offerSchema = z.object({ secret: z.string(), uri: z.string(), offer: z.string() })

/** The secret of a link. */
export function secretOf(link: URL): string {
  return link.searchParams.get('link') ?? ''
}

/** The code of a secret as an authenticator shows it at an instant (epoch ms). */
export async function codeAt(secret: string, at: number): Promise<string> {
  const letters = secret.replaceAll(' ', '').split('')
  const bits = letters.map((letter) => base32.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const bytes = Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
  return String(await totpAt(bytes, Math.floor(at / 30_000))).padStart(6, '0')
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
