import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import type { Agency } from '../../src/domain/agency/agency.ts'
import { databasesOf } from './databases.ts'
import { manifestSchema } from './manifest.ts'
import type { Entry } from './read-tree.ts'
import { resolveAgencies } from './resolve.ts'

/** A file that `sync` writes from the manifests, with what it should hold now. */
export type GeneratedFile = { file: string; content: string }

/** Lines of wrangler.toml between which `sync` writes the D1 blocks. */
export const markers = {
  begin: '# >>> D1 数据库：由 npm run tenants -- sync 生成，请勿手改',
  end: '# <<< D1 数据库',
} as const

const notice = '// 由 npm run tenants -- sync 从 tenants/ 和 migrations/ 生成，请勿手改。\n'

/** Works out every generated file of the repository at `root` from a sound tree. */
export function generate(root: string, entries: readonly Entry[]): readonly GeneratedFile[] {
  return [
    { file: 'wrangler.toml', content: wranglerToml(root, entries) },
    { file: 'src/tenancy/registry.generated.ts', content: registry(entries) },
    { file: 'src/store/schema-version.generated.ts', content: schemaVersion(root) },
    { file: 'tenants/manifest.schema.json', content: manifestJsonSchema() },
  ]
}

/** Names of the migration files (`*.sql`) of a folder in the order in which they apply. */
export function migrationNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .toSorted()
  } catch {
    return []
  }
}

function wranglerToml(root: string, entries: readonly Entry[]): string {
  const text = readFileSync(join(root, 'wrangler.toml'), 'utf8')
  const [begin, end] = [text.indexOf(markers.begin), text.indexOf(markers.end)]
  if (begin === -1 || end < begin) {
    throw new Error(`wrangler.toml 里找不到生成区的首尾标记：${markers.begin} …… ${markers.end}`)
  }
  const blocks = databasesOf(entries).map(({ binding, name, id, migrations }) => {
    return [
      '[[d1_databases]]',
      `binding = "${binding}"`,
      `database_name = "${name}"`,
      `database_id = "${id}"`,
      `migrations_dir = "${migrations}"`,
    ].join('\n')
  })
  const head = text.slice(0, begin)
  return `${head}${markers.begin}\n${blocks.join('\n\n')}\n${text.slice(end)}`
}

function registry(entries: readonly Entry[]): string {
  const agencies = resolveAgencies(entries)
  const names = namesOfRepeated(agencies.flatMap(({ agency }) => factsOf(agency)))
  const written = (fact: unknown): string => {
    const text = JSON.stringify(fact)
    return names.get(text) ?? text
  }
  const rows = agencies.map(({ agency, binding }) => {
    const { settings, footer, guide, ...rest } = agency
    const own = JSON.stringify({ binding, agency: rest }).slice(0, -2)
    const told = Object.entries(guide).map(([name, fact]) => `"${name}":${written(fact)}`)
    return `  ${own},"settings":${written(settings)},"footer":${written(footer)},"guide":{${told.join(',')}}}},\n`
  })
  return [
    notice,
    "import type { RegisteredAgency } from './registered-agency.ts'\n\n",
    ...[...names].map(([text, name]) => `const ${name} = ${text} as const\n`),
    '\n/** Every agency (机关) of this deployment, parents before children. */\n',
    `export const registry: readonly RegisteredAgency[] = [\n${rows.join('')}]\n`,
  ].join('')
}

/** What agencies of one place have in common with each other. */
function factsOf({ settings, footer, guide }: Agency): readonly unknown[] {
  return [settings, footer, ...Object.values(guide)]
}

/** Gives a name to every fact that several agencies share, so that it is written once. */
function namesOfRepeated(facts: readonly unknown[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const seen = new Set<string>()
  for (const text of facts.map((fact) => JSON.stringify(fact))) {
    if (seen.has(text) && text.length > 8 && !names.has(text)) {
      names.set(text, `shared${names.size + 1}`)
    }
    seen.add(text)
  }
  return names
}

function schemaVersion(root: string): string {
  const last = (kind: string): string => migrationNames(join(root, 'migrations', kind)).at(-1) ?? ''
  const names = migrationNames(join(root, 'migrations', 'tenant'))
    .map((name) => `  '${name}',\n`)
    .join('')
  return [
    notice,
    '/** Every migration that an agency database must have. */\n',
    `export const tenantSchema: readonly string[] = [\n${names}]\n\n`,
    '/** Last migration that the region database must have. */\n',
    `export const regionSchema: string = '${last('region')}'\n`,
  ].join('')
}

function manifestJsonSchema(): string {
  const schema = z.toJSONSchema(manifestSchema, { target: 'draft-7' })
  return `${JSON.stringify({ title: '机关清单', ...schema }, null, 2)}\n`
}
