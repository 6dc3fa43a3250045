import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { sbomOf } from '../../scripts/sbom/cyclone-dx.ts'
import { readLockFile } from '../../scripts/sbom/lock-file.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (name: string): string => readFileSync(join(root, name), 'utf8')
const lock = read('package-lock.json')
const manifest = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(read('package.json')))

test('security 84: the bill of materials is the lock file, package by package, hash by hash', () => {
  const raw = z
    .object({ packages: z.record(z.string(), z.record(z.string(), z.unknown())) })
    .parse(JSON.parse(lock))
  const { components } = sbomOf(readLockFile(lock))
  const wanted = Object.entries(raw.packages).filter(([path]) => path !== '')
  expect(components).toHaveLength(wanted.length)
  for (const [at, [path, { version, integrity }]] of wanted.entries()) {
    const hash = Buffer.from(String(integrity).replace('sha512-', ''), 'base64').toString('hex')
    const one = components[at]
    expect(one?.['bom-ref']).toBe(`${path}@${String(version)}`)
    // The registry that the file was written from lacks the packages of some platforms, and their hashes.
    if (integrity === undefined) expect(one).toMatchObject({ scope: 'optional' })
    else expect(one?.hashes).toEqual([{ alg: 'SHA-512', content: hash }])
  }
})

test('security 84: npm itself lists the same packages', () => {
  const words = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--offline']
  const npm = spawnSync('npm', words, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
  const told = z
    .object({ components: z.array(z.object({ purl: z.string() })) })
    .parse(JSON.parse(npm.stdout))
  const theirs = new Set(told.components.map(({ purl }) => purl))
  const ours = new Set(sbomOf(readLockFile(lock)).components.map(({ purl }) => purl))
  expect([...ours].toSorted()).toEqual([...theirs].toSorted())
})

test('security 84: what runs is what the manifest names and what that asks for, every version pinned', () => {
  const sbom = sbomOf(readLockFile(lock))
  const graph = new Map(sbom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]))
  const refs = new Set(sbom.components.map((one) => one['bom-ref']))
  for (const ref of [...graph.values()].flat()) expect(refs.has(ref)).toBe(true)
  const reached = new Set<string>()
  const reach = (ref: string): void => {
    if (reached.has(ref)) return
    reached.add(ref)
    for (const next of graph.get(ref) ?? []) reach(next)
  }
  for (const [name, version] of Object.entries(manifest.dependencies)) {
    reach(`node_modules/${name}@${version}`)
  }
  const required = sbom.components.filter(({ scope }) => scope === 'required')
  for (const one of required) expect(reached.has(one['bom-ref'])).toBe(true)
  const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies })
  for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
})

test('security 84: of the install scripts in the lock file one is allowed, which brings Node', () => {
  const scripts = readLockFile(lock).filter((one) => one.hasInstallScript === true)
  expect(Object.keys(manifest.allowScripts)).toEqual(scripts.map(({ name }) => name).toSorted())
  expect(manifest.allowScripts).toEqual({ esbuild: false, node: true, workerd: false })
})

test('security 84: hono is past its advisories on tokens, caches, body limits and cross-site requests', () => {
  const [major, minor, patch] = (manifest.dependencies['hono'] ?? '').split('.').map(Number)
  expect([major, minor]).toEqual([4, 13])
  expect(patch).toBeGreaterThanOrEqual(5)
})
