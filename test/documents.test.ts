import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { describe, expect, test } from 'vitest'
import { root } from './architecture/source.ts'

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))

/** What a document names that is not there: files in backticks, relative links, npm commands. */
function missingFrom(document: string, text: string): string[] {
  // A path with a placeholder, a pattern or a data folder names no single file.
  const quoted = [...text.matchAll(/`([\w.@-]+(?:\/[\w.@-]+)*\/?)`/g)].map(([, path = '']) => path)
  const inTree = quoted.filter((path) =>
    path.includes('/')
      ? existsSync(join(root, path.split('/', 1)[0] ?? ''))
      : /\.(?:md|jsonc?|toml|ts|tsx|mjs|sql|css|js)$/.test(path),
  )
  const links = [...text.matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)].map(([, path = '']) => path)
  const commands = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = '']) => name)
  return [
    ...inTree.filter((path) => !existsSync(join(root, path)) && !isGenerated(path)),
    ...links.filter((path) => !existsSync(join(root, dirname(document), path))),
    ...commands.filter((name) => scripts[name] === undefined).map((name) => `npm run ${name}`),
  ]
}

function isGenerated(path: string): boolean {
  return /^(?:node_modules|\.yangguang)/.test(path) || path === 'demo-accounts.json'
}

const documents = ['README.md', 'CONTRIBUTING.md', ...inDocs()].filter((path) =>
  existsSync(join(root, path)),
)

function inDocs(): string[] {
  return readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path}`)
}

describe('documents name only what is there', () => {
  test.each(documents)('%s', (path) => {
    expect(missingFrom(path, readFileSync(join(root, path), 'utf8'))).toEqual([])
  })
  test.each([
    ['See `src/http/gone.ts`.', 'src/http/gone.ts'],
    ['See `gone.toml`.', 'gone.toml'],
    ['See [there](gone/away.md).', 'gone/away.md'],
    ['Run `npm run nothing`.', 'npm run nothing'],
  ])('a missing thing is found: %s', (text, missing) => {
    expect(missingFrom('README.md', text)).toEqual([missing])
  })
})
