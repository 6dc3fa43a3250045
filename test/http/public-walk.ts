import type { Door } from '../support/http.ts'
import { mountedRoutes } from '../support/mounted-routes.ts'

/** An item whose words are looked for, with what its addresses are made from. */
export type Marked = { id: string; file: string; indexNumber: string }

/** The site as its visitors reach it: pages that an isolate keeps included. */
export type Public = {
  door: Door
  memo: (request: Request) => Promise<Response>
  /** id of another item, whose page leads to this one */ neighbour: string
}

/** Words that stand nowhere but in one part of one item. */
export const words = {
  title: '鸑鷟甲子题名',
  summary: '鸑鷟乙丑概述',
  body: '鸑鷟丙寅正文',
  second: '鸑鷟丁卯次版',
  fileName: '鸑鷟戊辰附件',
  fileWords: '鸑鷟己巳内页',
  docNumber: '鸑鷟〔2026〕97531号',
} as const
/** All of them. */
export const texts: readonly string[] = Object.values(words)

const offices = ['east', 'pref'] as const

/** Asks an office as a visitor does, or as staff with a token. */
export function ask(
  { door, memo }: Public,
  office: string,
  path: string,
  init: { method?: string; headers?: Readonly<Record<string, string>>; body?: string } = {},
): Promise<Response> {
  const agency = door.resolver.byId(office)
  if (agency === null) throw new Error(office)
  const url = new URL(`${door.resolver.originOf(agency)}${path}`)
  return memo(new Request(url, { ...init, headers: { host: url.host, ...init.headers } }))
}

/** Every address that the public may ask, filled with what is known of the item. */
function addresses({ door, neighbour }: Public, { id, file, indexNumber }: Marked): string[] {
  const filled = mountedRoutes(door.parts)
    .filter(({ method, path }) => method === 'GET' && !/\/desk(\/|$)/.test(path))
    .map(({ path }) =>
      path
        .replaceAll(/:n(?=\/|$)|\{n\}/g, '1')
        .replaceAll(/:file(\{[^}]*\})?/g, file)
        .replaceAll(/:format(\{[^}]*\})?/g, 'docx')
        .replaceAll(/:id(\{[^}]*\})?/g, id)
        .replaceAll(/:[a-zA-Z]+(\{[^}]*\})?/g, id),
    )
  const editions = [1, 2].flatMap((n) => [
    `/items/${id}/editions/${n}`,
    `/api/v1/items/${id}/editions/${n}`,
  ])
  const files = ['docx', 'pdf', 'txt'].map((kind) => `/items/${id}/document.${kind}`)
  const searches = [...texts, indexNumber]
    .filter((word) => word !== '')
    .flatMap((word) => {
      const q = encodeURIComponent(word)
      const everywhere = [`/search?q=${q}&scope=subtree`, `/api/v1/items?q=${q}`]
      const more = [
        `/items?q=${q}`,
        `/api/v1/items?q=${q}&scope=subtree`,
        `/api/v1/items/facets?q=${q}`,
        `/api/v1/suggestions?q=${q}`,
        `/feed.xml?q=${q}`,
        `/feed.atom?q=${q}`,
        `/feed.json?q=${q}`,
      ]
      return word === words.title || word === words.fileWords ? everywhere.concat(more) : everywhere
    })
  const rest = [
    '/search?q=%E9%B8%91%E9%B7%9F',
    '/feed.xml',
    '/feed.atom',
    '/feed.json',
    '/feeds.opml',
    '/sitemap.xml?page=1',
    '/api/v1/items?scope=subtree',
    '/api/v1/changes?scope=subtree&limit=100',
    '/items?theme=' + encodeURIComponent('农业、林业、水利'),
    `/items/${neighbour}`,
    `/items/${neighbour}/print`,
    `/api/v1/items/${neighbour}`,
    `/items/${id}/files/${file}`,
    `/items/${id}/files/${file}/preview`,
    `/api/v1/items/${id}/files/${file}`,
  ]
  return [...new Set([...filled, ...editions, ...files, ...searches, ...rest])]
}

/** What one address answered; `where` is the office and the path. */
export type Seen = { where: string; status: number; text: string; etag: string | null }

export async function walk(site: Public, marked: Marked, office: string): Promise<Seen[]> {
  const seen: Seen[] = []
  for (const path of addresses(site, marked)) {
    const response = await ask(site, office, path)
    const text = await response.text()
    seen.push({
      where: `${office} ${path}`,
      status: response.status,
      text,
      etag: response.headers.get('etag'),
    })
  }
  return seen
}

/** Where the public finds a word of the item that it did not type itself. */
export async function leaks(
  site: Public,
  marked: Marked,
  told: readonly string[] = [],
): Promise<string[]> {
  const found: string[] = []
  for (const office of offices) {
    for (const { where, status, text } of await walk(site, marked, office)) {
      if (status >= 500) found.push(`${where}: ${status}`)
      const typed = decodeURIComponent(where)
      for (const word of texts) {
        if (!typed.includes(word) && !told.includes(word) && text.includes(word)) {
          found.push(`${where}: ${word}`)
        }
      }
      const isFound = withoutTombstones(text).includes(marked.id) && !where.includes(marked.id)
      if (isFound) found.push(`${where}: id`)
    }
  }
  return found
}

/** A tombstone of the change feed says that a published item is gone, by its id and nothing else. */
function withoutTombstones(text: string): string {
  return text.replaceAll(
    /\{"change":"gone","agency":\{[^{}]*\},"id":"[^"]*","item":null\}/g,
    '{"change":"gone"}',
  )
}
