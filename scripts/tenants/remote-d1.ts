/* oxlint-disable typescript/no-unsafe-type-assertion, typescript/no-unnecessary-type-assertion, typescript/no-redundant-type-constituents -- the linter does not know the platform's types in this folder, the compiler does */
import * as z from 'zod'
import { askWrangler, type Wrangler } from './remote-databases.ts'

type Row = Record<string, unknown>
type Held = { sql: string; params: readonly unknown[] }

const answers = z.array(
  z.object({ results: z.array(z.record(z.string(), z.unknown())).default([]) }),
)

/**
 * A database on the platform (平台上的数据库) as the product's own verbs ask it, for what an operator does now
 * and then: each call is one `wrangler d1 execute`, a batch one command of several statements.
 */
export function remoteD1(database: string, wrangler: Wrangler): D1Database {
  const held = new WeakMap<object, Held>()
  const run = async (statements: readonly Held[]): Promise<D1Result<Row>[]> => {
    const command = statements.map(spelled).join(';\n')
    const words = ['d1', 'execute', database, '--json', '--yes', '--command', command]
    const told = await askWrangler(wrangler, words)
    if (!told.ok) throw new Error(told.text)
    const found = answers.parse(JSON.parse(told.text))
    // Of a result the verbs read the rows alone.
    return found.map(({ results }) => ({
      success: true,
      results,
      meta: {},
    })) as unknown as D1Result<Row>[]
  }
  const prepared = (sql: string, params: readonly unknown[]): D1PreparedStatement => {
    const one = async (): Promise<D1Result<Row> | undefined> => (await run([{ sql, params }]))[0]
    const rows = async (): Promise<Row[]> => (await one())?.results ?? []
    const made = {
      bind: (...values: unknown[]) => prepared(sql, values),
      all: one,
      run: one,
      first: async () => (await rows())[0] ?? null,
      raw: async () => (await rows()).map((row) => Object.values(row)),
    }
    held.set(made, { sql, params })
    // The calls that the verbs make are all here.
    return made as unknown as D1PreparedStatement
  }
  const db = {
    prepare: (sql: string) => prepared(sql, []),
    batch: (statements: D1PreparedStatement[]) =>
      run(statements.map((one) => held.get(one) ?? { sql: '', params: [] })),
  }
  return db as unknown as D1Database
}

/** A statement with its values written out, because the command line binds none. */
function spelled({ sql, params }: Held): string {
  let next = 0
  return sql.replaceAll(/'(?:[^']|'')*'|"[^"]*"|\?(\d*)/g, (part, number: string | undefined) => {
    if (number === undefined) return part
    const at = number === '' ? next : Number(number) - 1
    next = at + 1
    return literal(params[at])
  })
}

function literal(value: unknown): string {
  if (value === null) return 'NULL'
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value === 'string' && !value.includes('\0')) return `'${value.replaceAll("'", "''")}'`
  throw new Error(`no literal for ${typeof value}`)
}
