import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { bundleOnce } from '../../scripts/runtime/kept-bundle.ts'
import { passingFolder } from '../support/database-files.ts'

let root: string
let made: number
beforeEach(() => {
  root = passingFolder('bundle')
  made = 0
  for (const path of [
    'node_modules/esbuild/package.json',
    'package-lock.json',
    'tsconfig.json',
    'src/a.ts',
    'src/b.ts',
  ])
    write(path, path)
})

/** Writes a source as somebody did a while ago. */
function write(path: string, text: string): void {
  const file = join(root, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  utimesSync(file, 1, 1)
}

function ask(key: unknown = 'worker', meanwhile = () => {}): Promise<string> {
  return bundleOnce(root, key, async () => {
    made += 1
    meanwhile()
    return { text: `bundle ${made}`, sources: ['src/a.ts', 'src/b.ts'] }
  })
}

test('a bundle is made once while every source is what it was', async () => {
  expect([await ask(), await ask()]).toEqual(['bundle 1', 'bundle 1'])
  expect(await ask('another')).toBe('bundle 2')
  expect(await ask()).toBe('bundle 1')
})

test.each(['src/b.ts', 'package-lock.json', 'tsconfig.json', 'node_modules/esbuild/package.json'])(
  'it is made anew after a change of %s, be it one letter at the same instant',
  async (path) => {
    await ask()
    write(path, `${path.slice(0, -1)}!`)
    expect([await ask(), await ask()]).toEqual(['bundle 2', 'bundle 2'])
  },
)

test('it is made anew when a source is gone', async () => {
  await ask()
  rmSync(join(root, 'src/b.ts'))
  expect([await ask(), await ask()]).toEqual(['bundle 2', 'bundle 3'])
})

test('a source that changes while it is bundled is not taken for the one that was read', async () => {
  const change = (): void => {
    writeFileSync(join(root, 'src/a.ts'), 'written meanwhile')
  }
  expect(await ask('worker', change)).toBe('bundle 1')
  utimesSync(join(root, 'src/a.ts'), 1, 1)
  expect(await ask()).toBe('bundle 2')
})

test('where nothing can be kept it is made each time', async () => {
  writeFileSync(join(root, 'node_modules/.cache'), 'a file where the folder should be')
  expect([await ask(), await ask()]).toEqual(['bundle 1', 'bundle 2'])
})
