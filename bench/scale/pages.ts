import * as z from 'zod'
import type { Client, Told } from './client.ts'
import type { Cost } from './cost.ts'
import type { Prefecture } from './prefecture.ts'
import type { ScaleRuntime } from './runtime.ts'

/** A page that the prefecture opens: ms when nothing of it is kept and the middle of several openings, and what the first cost. */
export type PageLine = { page: string; firstMs: number; ms: number; kilobytes: number; cost: Cost }

const times = 7
const token = z.object({ officer: z.string() })

/** Opens what the prefecture's people open, several times each. */
export async function measurePages(
  { operator }: ScaleRuntime,
  client: Client,
  { agencies }: Prefecture,
): Promise<PageLine[]> {
  const top = agencies[0]?.agency
  if (top === undefined) throw new Error('there is no prefecture')
  const { officer } = token.parse(await operator(`/people?agency=${top.id}`))
  const authorization = `Bearer ${officer}`
  const year = new Date().getFullYear() - 1
  // Begun once; a later run finds it there.
  await client.ask({
    agency: top,
    method: 'POST',
    path: '/api/v1/desk/reports',
    authorization,
    body: { year },
  })
  const pages: readonly (readonly [string, string, string?])[] = [
    ['统计页（本级及下级）', '/statistics?scope=subtree'],
    ['统计接口（本级及下级）', '/api/v1/statistics?scope=subtree'],
    ['上级办公室 /desk/office', '/desk/office?scope=subtree', authorization],
    ['增量变更一页', '/api/v1/changes?scope=subtree&limit=100'],
    ['年度报告编制', `/api/v1/desk/reports/${year}`, authorization],
  ]
  const lines: PageLine[] = []
  for (const [page, path, shown] of pages) {
    const told: Told[] = []
    for (let n = 0; n < times; n += 1) {
      const one = await client.ask({ agency: top, method: 'GET', path, authorization: shown })
      if (one.status !== 200) throw new Error(`${page}：${one.status} ${one.text.slice(0, 200)}`)
      told.push(one)
    }
    const [first] = told
    const sorted = told.map(({ ms }) => ms).toSorted((a, b) => a - b)
    if (first === undefined) continue
    lines.push({
      page,
      firstMs: first.ms,
      ms: sorted[Math.floor(times / 2)] ?? 0,
      kilobytes: Buffer.byteLength(first.text) / 1024,
      cost: first.cost,
    })
  }
  return lines
}
