import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { unstable_readConfig } from 'wrangler'
import * as z from 'zod'
import { check } from '../../scripts/tenants/check.ts'
import { runSync, sync } from '../../scripts/tenants/sync.ts'
import { agencyCode } from '../../src/domain/agency/agency-code.ts'
import { columnsOf } from '../../src/domain/catalog/tree.ts'
import { registry } from '../../src/tenancy/registry.generated.ts'
import { copyRepository, edit, quiet, repository } from './copy.ts'

beforeEach(quiet)

const generated = [
  'wrangler.toml',
  'src/tenancy/registry.generated.ts',
  'src/store/schema-version.generated.ts',
  'tenants/manifest.schema.json',
]

test('sync twice writes nothing the second time', () => {
  const root = copyRepository()
  edit(root, 'tenants/suzhou/czj.json', (json) => (json['shortName'] = '财政局'))
  expect(sync(root)).toEqual(['src/tenancy/registry.generated.ts'])
  const before = generated.map((file) => statSync(join(root, file)).mtimeMs)
  expect(runSync(root)).toBe(0)
  expect(generated.map((file) => statSync(join(root, file)).mtimeMs)).toEqual(before)
})

test.each(generated)('check sees that %s is stale and sync mends it', (file) => {
  const root = copyRepository()
  const text = readFileSync(join(root, file), 'utf8')
  writeFileSync(
    join(root, file),
    text.replaceAll('suzhou', 'suzhov').replaceAll('.sql', '.old').replaceAll('机关', '机构'),
  )
  expect(check(root).problems.map((problem) => problem.file)).toEqual([file])
  expect(sync(root)).toEqual([file])
  expect(readFileSync(join(root, file), 'utf8')).toBe(text)
})

test('sync refuses a faulty tree and writes nothing', () => {
  const root = copyRepository()
  const text = readFileSync(join(root, 'wrangler.toml'), 'utf8')
  edit(root, 'tenants/suzhou/czj.json', (json) => delete json['name'])
  expect(runSync(root)).toBe(1)
  expect(readFileSync(join(root, 'wrangler.toml'), 'utf8')).toBe(text)
})

const configSchema = z.object({
  d1_databases: z.array(z.object({ binding: z.string(), database_id: z.string() })),
  queues: z.object({ consumers: z.array(z.object({ queue: z.string() })) }),
})

test('wrangler reads one database per agency and one for the region', () => {
  const config = configSchema.parse(
    unstable_readConfig({ config: join(repository, 'wrangler.toml') }),
  )
  const bindings = config.d1_databases.map(({ binding }) => binding)
  expect(bindings).toEqual(['REGION', ...registry.map(({ binding }) => binding)])
  expect(new Set(config.d1_databases.map((database) => database.database_id)).size).toBe(
    bindings.length,
  )
  expect(config.queues.consumers.map(({ queue }) => queue)).toEqual(['work', 'crowd', 'work-dead'])
})

test('the registry holds each id, slug, host, own code and index code once, parents first', () => {
  const agencies = registry.map(({ agency }) => agency)
  const own = agencies.filter(({ site }) => site.mode === 'own')
  const hosts = agencies.flatMap(({ site }) => (site.mode === 'own' ? site.hosts : []))
  const lists = [
    agencies.map(({ id }) => id),
    agencies.map(({ slug }) => slug),
    hosts,
    own.map(({ siteIdCode }) => siteIdCode),
    agencies.map(agencyCode),
  ]
  for (const list of lists) expect(new Set(list).size).toBe(list.length)
  for (const [at, { parentId, path, id }] of agencies.entries()) {
    const above = agencies.slice(0, at).find((agency) => agency.id === parentId)
    expect(path).toEqual([...(above?.path ?? []), id])
  }
})

test('宿州市: office and twelve bureaus, five counties, 埇桥区 whole on own sites, the rest as channels (国办发〔2017〕47号)', () => {
  const agencies = registry.map(({ agency }) => agency)
  const count = (parentId: string, kind: string): number => {
    return agencies.filter((agency) => agency.parentId === parentId && agency.kind === kind).length
  }
  expect([count('suzhou', 'bureau'), count('suzhou', 'government')]).toEqual([12, 5])
  const townships = ['yongqiao', 'dangshan', 'xiaoxian', 'lingbi', 'sixian'].map((county) => {
    return count(county, 'government')
  })
  expect(townships).toEqual([36, 13, 26, 19, 18])
  expect(count('yongqiao', 'bureau')).toBeGreaterThanOrEqual(25)
  for (const agency of agencies) {
    const channel = agency.level === 'township' && agency.parentId !== 'yongqiao'
    expect([agency.slug, agency.site.mode]).toEqual([agency.slug, channel ? 'channel' : 'own'])
    const above = agencies.find(({ id }) => id === agency.parentId)
    if (channel) expect(agency.siteIdCode).toBe(above?.siteIdCode)
    expect(columnsOf(agency)).not.toHaveLength(0)
  }
})
