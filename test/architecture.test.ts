import { describe, expect, test } from 'vitest'
import {
  inPlace,
  noBarrels,
  noBareLimit,
  noBuiltSql,
  noCycles,
  noEmptyNames,
  noLongFiles,
  noModuleState,
  shortByHalf,
  throughDoors,
  type Rule,
} from './architecture/rules.ts'
import { parseSource, readSources } from './architecture/source.ts'

const product = readSources('src')
const everything = [...product, ...readSources('scripts', 'test', 'bench')]

type Case = { rule: Rule; over: typeof product; planted: readonly (readonly [string, string])[] }

/** Each rule with files that break it; a rule that lets one of them pass is no rule. */
const cases: Readonly<Record<string, Case>> = {
  'imports go through the doors': {
    rule: throughDoors,
    over: product,
    planted: [
      ['src/domain/item/x.ts', "import { a } from '../application/a.ts'"],
      ['src/domain/item/x.ts', "import { commit } from '../../store/commit.ts'"],
      ['src/domain/item/x.ts', "import type { Context } from 'hono'"],
      ['src/store/x.ts', "import type { Ctx } from '../usecases/context.ts'"],
      ['src/usecases/x.ts', "import {\n  eq,\n  and,\n} from 'drizzle-orm'"],
      ['src/usecases/x.ts', "import { open } from '../tenancy/open.ts'"],
      ['src/usecases/account/x.ts', "import jwt from '@tsndr/cloudflare-worker-jwt'"],
      ['src/usecases/item/x.ts', "import { createHash } from 'node:crypto'"],
      ['src/tenancy/x.ts', "import { newId } from '../usecases/new-id.ts'"],
      ['src/tenancy/x.ts', "import { type Ctx, newId } from '../usecases/context.ts'"],
      ['src/http/x.ts', "import { commit } from '../store/commit.ts'"],
      ['src/http/x.ts', "export * from '../store/commit.ts'"],
      ['src/http/x.ts', "const a = await import('../store/commit.ts')"],
      ['src/http/x.ts', "import { drizzle } from 'drizzle-orm/d1'"],
      ['src/jobs/x.ts', "import { Hono } from 'hono'"],
      ['src/elsewhere/x.ts', 'export const a = 1'],
    ],
  },
  'clock, chance, bindings, console and network stand in their places': {
    rule: inPlace,
    over: product,
    planted: [
      ['src/usecases/x.ts', 'export const at = (): number => Date.now()'],
      ['src/http/x.ts', 'export const at = `${new Date().toISOString()}`'],
      ['src/domain/x.ts', 'export const n = Math.random()'],
      ['src/http/x.ts', "const db = env['DB_SUZHOU']"],
      ['src/http/x.ts', 'const db = c.env.DB_SUZHOU'],
      ['src/usecases/x.ts', 'console.log(1)'],
      ['src/usecases/x.ts', "await fetch('https://example.org')"],
      ['src/store/x.ts', 'await drizzle(db).transaction(run)'],
    ],
  },
  'SQL is never assembled': {
    rule: noBuiltSql,
    over: product,
    planted: [
      ['src/store/x.ts', 'db.prepare(`SELECT * FROM ${table}`)'],
      ['src/store/x.ts', "const a = ''\nstatement(`UPDATE t SET n = ${n} WHERE x = ${a}`)"],
      ['src/store/x.ts', 'const part = `x = ${n}`\ndb.prepare(`SELECT 1 WHERE ${part}`)'],
      ['src/store/x.ts', 'query(sql.raw(text))'],
      ['src/store/x.ts', 'ctx.db.exec(text)'],
    ],
  },
  'a bound number of rows does not make statements ready anew': {
    rule: noBareLimit,
    over: product,
    planted: [
      ['src/store/x.ts', 'const a = `SELECT id FROM t ORDER BY id LIMIT ?`'],
      ['src/store/x.ts', "const a = 'SELECT id FROM t ORDER BY id LIMIT ?12'"],
    ],
  },
  'modules keep no state': {
    rule: noModuleState,
    over: product,
    planted: [
      ['src/http/x.ts', 'let count = 0'],
      ['src/http/x.ts', 'export let count = 0'],
      ['src/http/x.ts', 'const pages = new Map<string, string>()'],
      ['src/http/x.ts', 'const pages: Map<string, string> = new Map()'],
    ],
  },
  'no file only passes on exports': {
    rule: noBarrels,
    over: everything,
    planted: [
      ['src/http/index.ts', "/** All. */\nexport * from './a.ts'\nexport { b } from './b.ts'\n"],
      ['src/http/index.ts', "export {\n  a,\n  b,\n} from './a.ts'\n"],
    ],
  },
  'names say what a thing is': {
    rule: noEmptyNames,
    over: everything,
    planted: [
      ['src/http/utils.ts', ''],
      ['src/usecases/item/item-service.ts', ''],
      ['src/helpers/date.ts', ''],
      ['test/support/test-helper.ts', ''],
    ],
  },
  'files stay below 300 lines': {
    rule: noLongFiles,
    over: everything,
    planted: [['src/http/x.ts', 'a\n'.repeat(301)]],
  },
  'imports make no circles': {
    rule: noCycles,
    over: everything,
    planted: [['src/a.ts', "import { a } from './a.ts'"]],
  },
  'half of the files fit on one screen': {
    rule: shortByHalf,
    over: product,
    planted: [['src/a.ts', 'a\n'.repeat(71)]],
  },
}

describe.each(Object.entries(cases))('%s', (_, { rule, over, planted }) => {
  test('everywhere', () => {
    expect(over.length).toBeGreaterThan(50)
    expect(rule(over)).toEqual([])
  })
  test.each(planted)('and is refused in %s: %s', (path, text) => {
    expect(rule([parseSource(path, text)])).not.toEqual([])
  })
})

test('a circle over several files is found', () => {
  const texts = [
    "import { b } from './b.ts'",
    "export { c } from './c.ts'\nexport const b = 1",
    "import type { A } from './a.ts'",
  ]
  const files = texts.map((text, i) => parseSource(`src/${'abc'.charAt(i)}.ts`, text))
  expect(noCycles(files)).toEqual(['src/a.ts → src/b.ts → src/c.ts → src/a.ts'])
})

test('words in comments, strings and patterns break no rule', () => {
  const text =
    "// Date\n/** console */\nconst a = 'Date' + \"console\"\nconst b = /Date'/.test(a)\nconst d: LocalDate = a"
  expect(inPlace([parseSource('src/usecases/x.ts', text)])).toEqual([])
})

test('a statement may take in a constant of its own file', () => {
  const text = "const columns = 'id, title'\ndb.prepare(`SELECT ${columns} FROM item WHERE id = ?`)"
  expect(noBuiltSql([parseSource('src/store/x.ts', text)])).toEqual([])
})
