import { searchWords } from './documents.ts'
import type { BenchAgency } from './house.ts'

/** One kind of request that is measured. */
export type BenchRequest = {
  name: string
  /** Documents of the agency that is asked; null where their number plays no part */
  size: number | null
  side: 'product' | 'floor'
  method: 'GET' | 'POST'
  host: string
  path: string
  headers: Readonly<Record<string, string>>
  body: string | null
  expected: number
  /** Name of the floor (下限) to compare with, of the same size where it has one */
  floor: string | null
  /** Most milliseconds of processor time, and most of the floor's, that are aimed at */
  target: { cpu: number; ratio: number } | null
}

type Draft = Partial<BenchRequest> & Pick<BenchRequest, 'name' | 'path'>

/** A visitor with a cookie is never served from the isolate's memory: that is what "cold" means here. */
const cold = { cookie: 'bench=1' }

const application = JSON.stringify({
  applicant: {
    class: 'naturalPerson',
    name: '测试申请人',
    idType: 'passport',
    idNumber: 'E00000000',
    phone: '13800000000',
    address: '试验路 1 号',
  },
  request: { subject: '某项工程的验收结论', description: '请提供该工程竣工验收的结论性文件。' },
  delivery: { form: 'electronic', route: 'online' },
})

const posted = { method: 'POST', body: application, expected: 202 } as const

/** The floor: what nobody can do with less. `itemId` is a document of the agency. */
export function floorRequests(sizes: readonly { size: number; itemId: string }[]): BenchRequest[] {
  return [
    floor({ name: '空应答（Hono）', path: '/text' }),
    floor({ name: '内存页面', path: '/kept' }),
    floor({ name: '写三行', path: '/submit', ...posted }),
    floor({ name: '写三行并发一条消息', path: '/submit-post', ...posted }),
    ...sizes.flatMap(({ size, itemId }) => [
      floor({ name: '按索引读一行', size, path: `/row/${size}/${itemId}` }),
      floor({ name: '按索引读二十行', size, path: `/list/${size}` }),
      floor({
        name: '全文索引读二十行',
        size,
        path: `/search/${size}?q=${encodeURIComponent(searchWords.everywhere)}`,
      }),
    ]),
  ]
}

function floor(draft: Draft): BenchRequest {
  return { ...usual, side: 'floor', host: 'floor.localhost', ...draft }
}

function search(word: string): string {
  return `/search?q=${encodeURIComponent(word)}`
}

/** What the product is asked, as visitors and programs ask it. */
export function productRequests(
  { agency, size }: BenchAgency,
  itemId: string,
  ladenId: string,
): BenchRequest[] {
  const host = `${agency.slug}.localhost`
  const product = (draft: Draft): BenchRequest => ({
    ...usual,
    size,
    host,
    headers: cold,
    ...draft,
  })
  const list = { floor: '按索引读二十行', target: { cpu: 1, ratio: 1.2 } }
  const found = { floor: '全文索引读二十行', target: { cpu: 1, ratio: 1.35 } }
  return [
    product({ name: '首页', path: '/', floor: list.floor }),
    product({ name: '列表页', path: '/items', ...list }),
    product({ name: '栏目列表页', path: '/items?category=plans', ...list }),
    product({
      name: '信息页',
      path: `/items/${itemId}`,
      floor: '按索引读一行',
      target: { cpu: 0.95, ratio: 1.3 },
    }),
    product({
      name: '信息页：三张表、六个附件',
      path: `/items/${ladenId}`,
      floor: '按索引读一行',
    }),
    product({ name: '检索：处处有的词', path: search(searchWords.everywhere), ...found }),
    product({ name: '检索：少见的词', path: search(searchWords.rare), ...found }),
    product({ name: '检索：没有的词', path: search(searchWords.nowhere), ...found }),
    product({
      name: '接口：列表',
      path: '/api/v1/items',
      floor: list.floor,
      target: { cpu: 0.95, ratio: 1.15 },
    }),
    product({
      name: '接口：信息',
      path: `/api/v1/items/${itemId}`,
      floor: '按索引读一行',
      target: { cpu: 0.8, ratio: 1.15 },
    }),
    product({
      name: '接口：检索',
      path: `/api/v1/items?q=${encodeURIComponent(searchWords.everywhere)}`,
      ...found,
    }),
    product({ name: '接口：分类件数', path: '/api/v1/items/facets', floor: '按索引读一行' }),
    product({
      name: '接口：检索的分类件数',
      path: `/api/v1/items/facets?q=${encodeURIComponent(searchWords.everywhere)}`,
      floor: found.floor,
    }),
    product({
      name: '接口：检索建议',
      path: `/api/v1/suggestions?q=${encodeURIComponent(searchWords.everywhere)}`,
      floor: found.floor,
    }),
    product({
      name: '提交申请',
      path: '/api/v1/applications',
      method: 'POST',
      headers: {},
      body: application,
      expected: 202,
      floor: '写三行并发一条消息',
      target: { cpu: 1.3, ratio: 1.5 },
    }),
    product({
      name: '热首页',
      path: '/',
      headers: {},
      floor: '内存页面',
      target: { cpu: 0.085, ratio: 1.25 },
    }),
  ]
}

/** The request as it goes over the wire. */
export function wireText({ method, path, host, headers, body }: BenchRequest): string {
  const all: Record<string, string> = { host, ...headers }
  if (body !== null) {
    all['content-type'] = 'application/json'
    all['content-length'] = String(Buffer.byteLength(body))
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`
}

const usual: Omit<BenchRequest, 'name' | 'path'> = {
  size: null,
  side: 'product',
  method: 'GET',
  host: '',
  headers: {},
  body: null,
  expected: 200,
  floor: null,
  target: null,
}
