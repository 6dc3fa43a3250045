import type { Agency } from '../../../domain/agency/agency.ts'
import { facet, matchQuery } from '../../../domain/item/search-query.ts'
import { readBatch } from '../../../store/read.ts'
import { addressTail, selectByAddress } from '../../../store/tenant/item/address.ts'
import type { Ctx } from '../../context.ts'

/** Longest old address that is looked for. */
const longest = 1000

/**
 * Finds the item that stood at an address of the agency's earlier website (旧网址), by the address with which it
 * was imported; null for any other. Only addresses on the agency's present and former hosts lead on.
 */
export async function findOldAddress(
  { agency, db }: Pick<Ctx, 'agency' | 'db'>,
  { pathname, search }: URL,
): Promise<string | null> {
  const asked = pathname + search
  const hosts = hostsOf(agency)
  if (hosts.length === 0 || asked.length > longest) return null
  const addresses = new Set(
    hosts.flatMap((host) =>
      waysOf(asked).flatMap((way) => [`http://${host}${way}`, `https://${host}${way}`]),
    ),
  )
  const tails = [...addresses].map(tailOf)
  const tokens = [...new Set(tails)].map((tail) => facet('address', tail))
  const match = matchQuery(null, [tokens])
  if (match === null) return null
  const [rows] = await readBatch<[{ id: string; sourceUrl: string }]>(db, [selectByAddress(match)])
  return rows.find(({ sourceUrl }) => addresses.has(hostLowered(sourceUrl)))?.id ?? null
}

function hostsOf({ site }: Agency): readonly string[] {
  return site.mode === 'own' ? [...site.hosts, ...(site.formerHosts ?? [])] : []
}

/** An address as browsers send it and as people write it. */
function waysOf(asked: string): string[] {
  try {
    return [asked, decodeURI(asked)]
  } catch {
    return [asked]
  }
}

/** As the database writes it: by characters, and only ASCII is folded. */
function tailOf(address: string): string {
  const characters = Array.from(address.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()))
  return characters.slice(-addressTail).join('')
}

function hostLowered(address: string): string {
  return address.replace(/^https?:\/\/[^/?#]*/i, (start) => start.toLowerCase())
}
