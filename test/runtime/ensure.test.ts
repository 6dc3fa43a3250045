import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { onTestFinished, test } from 'vitest'

const run = promisify(execFile)
const script = new URL('../../scripts/ensure.mjs', import.meta.url).pathname
const lock = { hono: '4.13.19', workerd: '1.0.0' }

/** A checkout whose `npm` only says that it was called; `present` are the installed packages. */
async function install(present: Record<string, string> | null): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'yangguang-ensure-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const bin = join(folder, 'node_modules/.bin')
  await mkdir(bin, { recursive: true })
  await writeFile(join(bin, 'node'), '')
  await writeFile(join(folder, 'npm'), '#!/bin/sh\necho "npm $1"\n', { mode: 0o755 })
  await writeFile(join(folder, 'package-lock.json'), packages(lock))
  if (present !== null) {
    await writeFile(join(folder, 'node_modules/.package-lock.json'), packages(present))
  }
  const env = { ...process.env, PATH: `${folder}:${process.env['PATH']}` }
  return (await run(process.execPath, [script], { cwd: folder, env })).stdout.trim()
}

function packages(versions: Record<string, string>): string {
  const entries = Object.entries(versions).map(([name, version]) => [
    `node_modules/${name}`,
    { version, integrity: `sha512-${version}`, ...(name === 'workerd' ? { optional: true } : {}) },
  ])
  return JSON.stringify({ packages: { '': {}, ...Object.fromEntries(entries) } })
}

test('README: after `npm ci` by hand nothing is installed a second time', async ({ expect }) => {
  expect(await install(lock)).toBe('')
  expect(await install({ hono: '4.13.19' }), 'a platform that is not this one').toBe('')
})

test('README: what is missing or older than the lock file is installed', async ({ expect }) => {
  expect(await install(null)).toBe('npm ci')
  expect(await install({ workerd: '1.0.0' })).toBe('npm ci')
  expect(await install({ ...lock, hono: '4.13.18' })).toBe('npm ci')
})
