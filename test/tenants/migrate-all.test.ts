import { expect, test } from 'vitest'
import { migrateAll } from '../../scripts/tenants/migrate-all.ts'
import { describeOutcomes, isBehind, progressLine } from '../../scripts/tenants/migrate-report.ts'
import type { Migration, MigrationTarget } from '../../scripts/tenants/migration-target.ts'

const migrations: readonly Migration[] = ['0001.sql', '0002.sql', '0003.sql'].map((name) => {
  return { name, statements: ['SELECT 1'] }
})

/** A target that stands in memory; `refuses` fails at one migration, once or always. */
function target(name: string, had: string[], refuses: Set<string> = new Set()): MigrationTarget {
  return {
    name,
    migrations,
    applied: () => Promise.resolve([...had]),
    async apply(pending) {
      for (const migration of pending) {
        await Promise.resolve()
        if (refuses.has(migration.name)) throw new Error(`no ${migration.name}`)
        had.push(migration.name)
      }
    },
  }
}

const options = { jobs: 4, dryRun: false }

test('one that fails stops neither the others nor a later run from where it stood', async () => {
  const refuses = new Set(['0002.sql'])
  const had: string[] = []
  const targets = [target('a', []), target('b', had, refuses), target('c', ['0001.sql'])]
  const [a, b, c] = await migrateAll(targets, options)
  expect([a?.applied, b?.applied, c?.applied]).toEqual([3, 1, 2])
  expect(b?.left).toEqual(['0002.sql', '0003.sql'])
  expect(b?.failure).toBe('no 0002.sql')
  expect(describeOutcomes([b].flatMap((one) => one ?? [])).at(-1)).toBe(
    'b：缺 0002.sql、0003.sql；原因：no 0002.sql',
  )
  refuses.clear()
  const again = await migrateAll(targets, options)
  expect(again.filter(isBehind)).toEqual([])
  expect(had).toEqual(['0001.sql', '0002.sql', '0003.sql'])
})

test('a database that knows more than the folder is reported and left as it is', async () => {
  const had = ['0001.sql', '0009_other.sql']
  const [outcome] = await migrateAll([target('a', had)], options)
  expect(outcome?.unknown).toEqual(['0009_other.sql'])
  expect(had).toEqual(['0001.sql', '0009_other.sql'])
  expect(outcome === undefined || isBehind(outcome)).toBe(true)
})

test('a database that cannot be asked is a failure of its own', async () => {
  const closed = { ...target('a', []), applied: () => Promise.reject(new Error('closed')) }
  const outcomes = await migrateAll([closed, target('b', [])], options)
  expect(outcomes.map(isBehind)).toEqual([true, false])
})

test('an error that comes after the commit counts as done', async () => {
  const had: string[] = []
  const inner = target('a', had)
  const apply = async (pending: readonly Migration[]): Promise<void> => {
    await inner.apply(pending)
    throw new Error('connection lost')
  }
  const [outcome] = await migrateAll([{ ...inner, apply }], options)
  expect([outcome?.failure, outcome?.applied]).toEqual([null, 3])
})

test('a dry run names what is lacking and applies nothing', async () => {
  const had: string[] = []
  const [outcome] = await migrateAll([target('a', had)], { jobs: 1, dryRun: true })
  expect([outcome?.left.length, had.length]).toEqual([3, 0])
})

test('never more than --jobs at a time, and all of them get their turn', async () => {
  let [now, most] = [0, 0]
  const targets = Array.from({ length: 30 }, (_, at): MigrationTarget => {
    return {
      ...target(`t${at}`, []),
      async apply() {
        now += 1
        most = Math.max(most, now)
        await new Promise((resolve) => setImmediate(resolve))
        now -= 1
      },
    }
  })
  const outcomes = await migrateAll(targets, { jobs: 5, dryRun: false })
  expect([outcomes.length, most]).toEqual([30, 5])
})

test('the progress line counts to the end, on a terminal in one place', async () => {
  const [lines, places]: [string[], string[]] = [[], []]
  const targets = ['a', 'b'].map((name) => target(name, []))
  const line = progressLine(2, { isTTY: false, write: (text) => void lines.push(text) })
  const place = progressLine(2, { isTTY: true, write: (text) => void places.push(text) })
  await migrateAll(targets, { ...options, onDone: line })
  await migrateAll(targets, { ...options, onDone: place })
  expect(lines.at(-1)).toMatch(/^\[2\/2\] 落后 0.*\n$/u)
  expect(places.every((text) => text.startsWith('\r'))).toBe(true)
})
