import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Root of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** One import of a file: `target` is a path from the root, or the name of a package. */
export type Import = { target: string; isPackage: boolean; isTypeOnly: boolean }

/** A source file as the rules see it: `code` is the text without comments, strings and patterns. */
export type Source = { path: string; text: string; code: string; imports: readonly Import[] }

const literal = new RegExp(
  [
    String.raw`\/\*[\s\S]*?\*\/`,
    String.raw`\/\/[^\n]*`,
    String.raw`'(?:\\.|[^'\\\n])*'`,
    String.raw`"(?:\\.|[^"\\\n])*"`,
    // A template stays: what it computes is code.
    '`(?:\\\\.|[^`\\\\])*`',
    String.raw`(?<=(?:[=(,:?&|!\[{;]|\breturn|=>)\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*`,
  ].join('|'),
  'g',
)
const importStatement = /^(import|export)\s+(type\s+)?([^'"`;]*?\bfrom\s*)?['"]([^'"\n]+)['"]/gm
const lazyImport = /\bimport\(\s*['"]([^'"\n]+)['"]\s*\)/g

/** Reads one file's text the way the rules want it. */
export function parseSource(path: string, text: string): Source {
  const imports: Import[] = []
  for (const [, word, type, clause = '', name = ''] of text.matchAll(importStatement)) {
    if (word === 'export' && clause === '') continue
    imports.push({
      ...targetOf(path, name),
      isTypeOnly: type !== undefined || takesOnlyTypes(clause),
    })
  }
  for (const [, name = ''] of text.matchAll(lazyImport)) {
    imports.push({ ...targetOf(path, name), isTypeOnly: false })
  }
  const code = text.replaceAll(literal, (found) => (found.startsWith('`') ? found : "''"))
  return { path, text, code, imports }
}

/** Reads every TypeScript file below the named folders of the repository. */
export function readSources(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !file.includes('node_modules'))
      .map((file) =>
        parseSource(posix.normalize(file.slice(root.length)), readFileSync(file, 'utf8')),
      ),
  )
}

function takesOnlyTypes(clause: string): boolean {
  const names = /^\{([^}]*)\}/.exec(clause.trim())?.[1]
  if (names === undefined) return false
  const taken = names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return taken.length > 0 && taken.every((name) => name.startsWith('type '))
}

function targetOf(path: string, name: string): { target: string; isPackage: boolean } {
  if (name.startsWith('.')) {
    return { target: posix.normalize(posix.join(dirname(path), name)), isPackage: false }
  }
  const parts = name.split('/')
  const isWhole = name.startsWith('node:') || !name.includes('/')
  const target = isWhole ? name : parts.slice(0, name.startsWith('@') ? 2 : 1).join('/')
  return { target, isPackage: true }
}
