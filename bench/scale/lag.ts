import * as z from 'zod'
import type { Operator } from '../../scripts/runtime/operator-client.ts'
import type { Statement } from '../../scripts/tenants/local-databases.ts'
import { pause } from './pause.ts'

const rowsOf = z.object({ rows: z.array(z.array(z.record(z.string(), z.unknown()))) })
const longest = 120_000
const every = 25

/** Where an event stands in its agency's journal, and when its verb answered. */
type Awaited = { agency: string; id: number; since: number; told: (lag: number | null) => void }

/** Watches how far the region has followed; its own reading stands in no account. */
export type LagWatch = {
  /** ms until the region holds the latest event of an entity; null after two minutes */
  follow(place: { agency: string; binding: string; entity: string }): Promise<number | null>
  stop(): Promise<void>
}

/** Runs statements as one batch on one database past the account; answers the rows of each. */
export async function batch(
  operator: Operator,
  binding: string,
  statements: readonly Statement[],
): Promise<Record<string, unknown>[][]> {
  const body = JSON.stringify({ binding, statements })
  return rowsOf.parse(await operator('/batch', body)).rows
}

/** Asks one question of one database past the account. */
export async function look(
  operator: Operator,
  binding: string,
  sql: string,
  values: readonly string[],
): Promise<Record<string, unknown>[]> {
  const [rows = []] = await batch(operator, binding, [{ sql, values }])
  return rows
}

/** Begins to watch the region's positions, forty times a second while somebody waits. */
export function watchLag(operator: Operator): LagWatch {
  const waiting = new Set<Awaited>()
  const end = new AbortController()
  const run = async (): Promise<void> => {
    while (!end.signal.aborted) {
      if (waiting.size > 0) await settle(operator, waiting)
      await pause(every)
    }
  }
  const running = run()
  return {
    async follow({ agency, binding, entity }) {
      const since = performance.now()
      const sql = 'SELECT max(id) AS id FROM event WHERE entity_id = ?'
      const [row] = await look(operator, binding, sql, [entity])
      return new Promise((told) => waiting.add({ agency, id: Number(row?.['id']), since, told }))
    },
    async stop() {
      end.abort()
      await running
    },
  }
}

async function settle(operator: Operator, waiting: Set<Awaited>): Promise<void> {
  const asked = [...waiting]
  const rows = await look(
    operator,
    'REGION',
    `SELECT agency_id AS agency, position FROM agency_sync
     WHERE agency_id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify([...new Set(asked.map(({ agency }) => agency))])],
  )
  const positions = new Map(rows.map(({ agency, position }) => [agency, Number(position)]))
  const now = performance.now()
  for (const one of asked) {
    const isIn = (positions.get(one.agency) ?? -1) >= one.id
    if (!isIn && now - one.since < longest) continue
    waiting.delete(one)
    one.told(isIn ? now - one.since : null)
  }
}
