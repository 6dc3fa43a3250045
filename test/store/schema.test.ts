import { readdirSync } from 'node:fs'
import { is, Table } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse, type House } from '../support/house.ts'

type Described = { name: string; type: string; notNull: boolean; primary: boolean }

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** Tables that the code describes to drizzle, by kind of database. */
async function described(kind: 'tenant' | 'region'): Promise<Map<string, Described[]>> {
  const folder = new URL(`../../src/store/${kind}/`, import.meta.url)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^schema(?:\/.*)?\.ts$/.test(path.replaceAll('\\', '/')),
  )
  const tables = new Map<string, Described[]>()
  for (const file of files) {
    const module: Record<string, unknown> = await import(new URL(file, folder).href)
    for (const value of Object.values(module)) {
      if (!is(value, Table) || !is(value, SQLiteTable)) continue
      const { name, columns, primaryKeys } = getTableConfig(value)
      const keyed = new Set(primaryKeys.flatMap((key) => key.columns.map((column) => column.name)))
      tables.set(
        name,
        columns.map((column) => ({
          name: column.name,
          type: column.getSQLType().toUpperCase(),
          notNull: column.notNull,
          primary: column.primary || keyed.has(column.name),
        })),
      )
    }
  }
  return tables
}

/** Columns of a table as the migrations made them. */
async function migrated(db: D1Database, table: string): Promise<Described[]> {
  const { results } = await db
    .prepare('SELECT name, type, "notnull" AS required, pk FROM pragma_table_info(?) ORDER BY name')
    .bind(table)
    .all<{ name: string; type: string; required: number; pk: number }>()
  return results.map(({ name, type, required, pk }) => ({
    name,
    type,
    // SQLite's row id needs no NOT NULL to be one.
    notNull: required === 1 || (pk === 1 && type === 'INTEGER'),
    primary: pk > 0,
  }))
}

describe('what the code says of the tables is what the migrations made', () => {
  test.each(['tenant', 'region'] as const)('%s', async (kind) => {
    const db = kind === 'region' ? house.region : (await house.tenant('river')).db
    for (const [table, columns] of await described(kind)) {
      const names = new Set(columns.map(({ name }) => name))
      const known = (await migrated(db, table)).filter(({ name }) => names.has(name))
      const sorted = columns.toSorted((a, b) => (a.name < b.name ? -1 : 1))
      expect({ table, columns: sorted }).toEqual({ table, columns: known })
    }
  })

  test('there are tables to compare', async () => {
    expect([...(await described('tenant')).keys()]).toContain('staff')
  })
})
