import * as z from 'zod'
import { overAll } from '../../scripts/runtime/progress.ts'
import { describeRecomputation, readRecomputation } from '../../scripts/runtime/recomputation.ts'
import { look } from './lag.ts'
import type { Ledger } from './ledger.ts'
import type { Size } from './options.ts'
import type { Prefecture } from './prefecture.ts'
import type { ScaleRuntime } from './runtime.ts'

const sampled = 20

/** What the recomputation found, and the prefecture's totals beside what was put in. */
export type Proof = {
  agencies: number
  events: number
  cells: number
  /** one line for each figure that differs from the journals */ differences: string[]
  /** agencies whose newest events the region did not have */ behind: number
  /** what the offices have beside what was sown and played; null after a day that was begun anew in part */
  totals: { what: string; sown: number; stands: number }[] | null
}

/** Recomputes the prefecture, its first counties and agencies from all over (重算), and counts the totals anew from what was put in. */
export async function prove(
  { operator }: ScaleRuntime,
  { agencies }: Prefecture,
  { size, ledger }: { size: Size; ledger: Ledger },
): Promise<Proof> {
  const step = Math.max(1, Math.floor(agencies.length / sampled))
  const chosen = agencies.filter((_, n) => n % step === 0)
  const proof: Proof = {
    agencies: chosen.length,
    events: 0,
    cells: 0,
    differences: [],
    behind: 0,
    totals: null,
  }
  await overAll('从流水重新计算', chosen, 2, async ({ agency }) => {
    // As every night: what nobody waits for, such as a log-in, is reported as well.
    await operator(`/sync?agency=${agency.id}`)
    const found = readRecomputation(await operator(`/recompute?agency=${agency.id}`))
    proof.events += found.events
    proof.cells += found.cells
    if (found.region === null) proof.behind += 1
    proof.differences.push(...describeRecomputation(agency.name, found))
  })
  if (ledger.begunAnew > 0) return proof
  const played = (verb: string): number =>
    ledger.tenths
      .flatMap(({ events }) => events)
      .filter((event) => event.verb === verb && event.status < 300).length
  const stands = await totalsOf(operator, agencies[0]?.agency.id ?? '')
  const sown: readonly (readonly [string, string, number])[] = [
    ['公开信息', 'items/published', size.documents + played('发布')],
    ['撤回的信息', 'items/withdrawn', played('撤回信息')],
    ['网上提交', 'submitted', played('提交申请')],
    ['新收申请', 'newReceived', size.applications + played('确认收到')],
  ]
  return {
    ...proof,
    totals: sown.map(([what, key, n]) => ({ what, sown: n, stands: stands.get(key) ?? 0 })),
  }
}

const total = z.object({ key: z.string(), n: z.number() })

/** The prefecture's figures of all years by row, those of items by row and column. */
async function totalsOf(
  operator: ScaleRuntime['operator'],
  office: string,
): Promise<Map<string, number>> {
  const rows = await look(
    operator,
    'REGION',
    `SELECT CASE row WHEN 'items' THEN row || '/' || col ELSE row END AS key, sum(n) AS n
     FROM office_cell WHERE office_id = ? AND length(period) = 4 GROUP BY 1`,
    [office],
  )
  return new Map(rows.map((row) => total.parse(row)).map(({ key, n }) => [key, n]))
}
