import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { check, runCheck } from '../../scripts/tenants/check.ts'
import { runTenants } from '../../scripts/tenants/command-line.ts'
import { copyRepository, edit, quiet } from './copy.ts'

beforeEach(quiet)

const bureau = [
  '--slug',
  'yq-ggb',
  '--name',
  '宿州市埇桥区公共资源交易管理办公室',
  '--kind',
  'bureau',
]

test('one command adds an agency and leaves the tree sound and synchronised', async () => {
  const root = copyRepository()
  expect(await runTenants(root, ['new', '--under', 'yongqiao', ...bureau])).toBe(0)
  expect(check(root).problems).toEqual([])
  const { entries } = check(root).tree
  const added = entries.find(({ slug }) => slug === 'yq-ggb')
  expect(added?.parent).toBe('yongqiao')
  expect(added?.manifest.level).toBe('county')
  expect(added?.manifest.guide.supervision.body).toBe('宿州市埇桥区人民政府办公室')
  expect(readFileSync(join(root, 'wrangler.toml'), 'utf8')).toContain('binding = "DB_YQ_GGB"')
})

test('a leaf that gets its first child becomes a folder; a bureau may be a channel beside others', async () => {
  const root = copyRepository()
  const under = ['new', '--under', 'yq-czj', '--kind', 'bureau']
  const one = [...under, '--slug', 'yq-gkzx', '--name', '埇桥区国库支付中心', '--channel', 'gkzx']
  const two = [...under, '--slug', 'yq-pszx', '--name', '埇桥区财政评审中心', '--channel', 'pszx']
  expect(await runTenants(root, one)).toBe(0)
  expect(await runTenants(root, two)).toBe(0)
  expect(existsSync(join(root, 'tenants/suzhou/yongqiao/yq-czj.json'))).toBe(false)
  const schema = '"$schema": "../../../manifest.schema.json"'
  const moved = readFileSync(join(root, 'tenants/suzhou/yongqiao/yq-czj/agency.json'), 'utf8')
  expect(moved).toContain(schema)
  expect(runCheck(root)).toBe(0)
})

test.each([
  ['an unknown parent', ['--under', 'nobody', ...bureau], 1],
  [
    'a slug that is taken',
    ['--under', 'yongqiao', '--slug', 'fuli', '--name', '新', '--kind', 'bureau'],
    1,
  ],
  [
    'a slug that leaves the tree',
    ['--under', 'yongqiao', '--slug', '../x', '--name', '新', '--kind', 'bureau'],
    1,
  ],
  [
    'a township without a division code',
    ['--under', 'yongqiao', '--slug', 'xin', '--name', '新镇', '--kind', 'government'],
    1,
  ],
  ['a missing flag', ['--under', 'yongqiao'], 2],
  ['an unknown flag', ['--undre', 'yongqiao', ...bureau], 2],
])('%s is refused and nothing is written', async (_name, args, status) => {
  const root = copyRepository()
  expect(await runTenants(root, ['new', ...args])).toBe(status)
  expect(check(root).problems).toEqual([])
  expect(check(root).tree.entries).toHaveLength(161)
})

test('a dry run and a faulty tree write nothing', async () => {
  const root = copyRepository()
  expect(await runTenants(root, ['new', '--dry-run', '--under', 'yongqiao', ...bureau])).toBe(0)
  expect(check(root).tree.entries).toHaveLength(161)
  edit(root, 'tenants/suzhou/czj.json', (json) => delete json['name'])
  expect(await runTenants(root, ['new', '--under', 'yongqiao', ...bureau])).toBe(1)
  expect(existsSync(join(root, 'tenants/suzhou/yongqiao/yq-ggb.json'))).toBe(false)
})

test.each(['check', 'sync', 'new', 'migrate'])(
  '%s --help answers without doing anything',
  async (command) => {
    expect(await runTenants('/nowhere', [command, '--help'])).toBe(0)
  },
)
