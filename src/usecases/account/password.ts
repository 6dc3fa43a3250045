import { scrypt, timingSafeEqual } from 'node:crypto'
import { fromBase64Url, toBase64Url, type Keyring } from '../../store/keyring.ts'

type Cost = { N: number; r: number; p: number }

const cost: Cost = { N: 2 ** 14, r: 8, p: 5 }
const saltBytes = 16
const keyBytes = 32
const shape = /^scrypt\$(\d{4,7})\$(\d{1,2})\$(\d{1,2})\$([\w-]{22})\$([\w-]{43})$/

/**
 * A hash that no password has: checking against it costs what a real check costs, so an unknown
 * user cannot be told from a wrong password by the clock.
 */
export const nobodysHash: string = `scrypt$16384$8$5$${'A'.repeat(22)}$${'A'.repeat(43)}`

/**
 * Hashes a password (密码) as `scrypt$N$r$p$salt$key`; it is keyed with the agency's secret first,
 * so a stolen database alone cannot be tried against a word list.
 */
export async function hashPassword(keys: Keyring, password: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes))
  const key = await derive(keys, password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, toBase64Url(salt), toBase64Url(key)].join('$')
}

/** Checks a password against a stored hash in constant time; an unknown form matches nothing. */
export async function passwordMatches(
  keys: Keyring,
  password: string,
  stored: string,
): Promise<boolean> {
  const [, N, r, p, salt, key] = shape.exec(stored) ?? []
  if (salt === undefined || key === undefined) return false
  const made = await derive(keys, password, fromBase64Url(salt), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  })
  return timingSafeEqual(made, fromBase64Url(key))
}

async function derive(
  keys: Keyring,
  password: string,
  salt: Uint8Array,
  { N, r, p }: Cost,
): Promise<Uint8Array> {
  const peppered = new TextEncoder().encode(await keys.mac('password', password.normalize('NFC')))
  return new Promise((resolve, reject) => {
    scrypt(peppered, salt, keyBytes, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
      if (error === null) resolve(new Uint8Array(key))
      else reject(error)
    })
  })
}
