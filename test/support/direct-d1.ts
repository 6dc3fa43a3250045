import { Agent, request } from 'node:http'
import type { Miniflare } from 'miniflare'
import * as z from 'zod'

/** A Worker that runs statements on the real databases beside it: one call per batch instead of one per prepare and bind. */
export const directScript = `export default {
  async fetch(request, env) {
    const { binding, statements } = await request.json()
    const db = env[binding]
    try {
      const prepared = statements.map(({ sql, params }) => db.prepare(sql).bind(...params))
      return Response.json({ results: await db.batch(prepared) })
    } catch (error) {
      return Response.json({ error: error.message })
    }
  },
}`

type Row = Record<string, unknown>
const answer = z.union([
  z.object({ error: z.string() }),
  z.object({
    results: z.array(z.looseObject({ results: z.array(z.record(z.string(), z.unknown())) })),
  }),
])

type Held = { sql: string; params: readonly unknown[] }

/** A line to the Worker of {@link directScript}: a socket of its own and connections that stay. */
export type DirectLine = { post(body: string): Promise<string>; close(): void }

/** Opens a line to a Worker of `mf` that has a direct socket: the first one unless named. */
export async function openDirectLine(mf: Miniflare, worker?: string): Promise<DirectLine> {
  const { hostname: host, port } = await mf.unsafeGetDirectURL(worker)
  const agent = new Agent({ keepAlive: true })
  /** Answers null when the connection was stale: one that the other side let go while it was idle. */
  const send = (body: string): Promise<string | null> =>
    new Promise((resolve, reject) => {
      const headers = { 'content-length': Buffer.byteLength(body) }
      const outgoing = request({ host, port, agent, method: 'POST', headers }, (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('error', reject)
        incoming.on('end', () => {
          resolve(Buffer.concat(chunks).toString())
        })
      })
      outgoing.on('error', (error) => {
        const isStale = outgoing.reusedSocket && 'code' in error && error.code === 'ECONNRESET'
        if (isStale) resolve(null)
        else reject(error)
      })
      outgoing.end(body)
    })
  return {
    async post(body) {
      let answered: string | null = null
      while (answered === null) answered = await send(body)
      return answered
    },
    close: () => {
      agent.destroy()
    },
  }
}

/** The database behind a binding of the Worker at the other end of the line. */
export function directD1(line: DirectLine, binding: string): D1Database {
  const held = new WeakMap<object, Held>()
  const run = async (statements: readonly Held[]): Promise<D1Result<Row>[]> => {
    const said = answer.parse(JSON.parse(await line.post(JSON.stringify({ binding, statements }))))
    if ('error' in said) throw new Error(said.error)
    return said.results as unknown as D1Result<Row>[]
  }
  const prepared = (sql: string, params: readonly unknown[]): D1PreparedStatement => {
    const one = async (): Promise<D1Result<Row>> => {
      const [result] = await run([{ sql, params }])
      if (result === undefined) throw new Error('no result')
      return result
    }
    const made = {
      bind: (...values: unknown[]) => prepared(sql, values),
      all: one,
      run: one,
      first: async (column?: string) => {
        const row = (await one()).results[0] ?? null
        return row === null || column === undefined ? row : (row[column] ?? null)
      },
      raw: async () => (await one()).results.map((row) => Object.values(row)),
    }
    held.set(made, { sql, params })
    // The calls that the product makes are all here; sessions are not among them.
    return made as unknown as D1PreparedStatement
  }
  const db = {
    prepare: (sql: string) => prepared(sql, []),
    batch: (statements: D1PreparedStatement[]) =>
      run(statements.map((s) => held.get(s) ?? { sql: '', params: [] })),
  }
  return db as unknown as D1Database
}
