import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest } from './manifest.ts'
import { parseManifest } from './parse-manifest.ts'
import { wholeFile, type Problem } from './problem.ts'

/** An agency's file in the tree: its place there gives its slug and its parent's. */
export type Entry = { file: string; slug: string; parent: string | null; manifest: Manifest }

/** The tree as it stands on disk: every file that could be read, and what is wrong with the rest. */
export type Tree = { entries: readonly Entry[]; problems: readonly Problem[] }

const ownFile = 'agency.json'
const schemaFile = 'manifest.schema.json'

/** Reads `tenants/` below `root`: a folder is an agency with others under it, a file is a leaf. */
export function readTree(root: string): Tree {
  const entries: Entry[] = []
  const problems: Problem[] = []

  function readFile(file: string, slug: string, parent: string | null): void {
    const json = parseJson(readFileSync(join(root, file), 'utf8'))
    if (json === null) {
      problems.push({ file, field: wholeFile, what: '不是合法的 JSON', fix: '请检查逗号和引号' })
      return
    }
    const parsed = parseManifest(file, json.value)
    problems.push(...parsed.problems)
    if (parsed.manifest !== null) entries.push({ file, slug, parent, manifest: parsed.manifest })
  }

  function readFolder(folder: string, slug: string | null, parent: string | null): void {
    if (slug !== null) readOwn(folder, slug, parent)
    for (const child of readdirSync(join(root, folder), { withFileTypes: true }).toSorted(byName)) {
      const path = `${folder}/${child.name}`
      if (child.isDirectory()) readFolder(path, child.name, slug)
      else if (child.name === schemaFile && slug === null) continue
      else if (child.name === ownFile && slug !== null) continue
      else if (child.name.endsWith('.json')) readFile(path, child.name.slice(0, -5), slug)
      else
        problems.push({ file: path, field: wholeFile, what: '不是清单文件', fix: '请移出 tenants' })
    }
  }

  function readOwn(folder: string, slug: string, parent: string | null): void {
    const file = `${folder}/${ownFile}`
    if (existsSync(join(root, file))) readFile(file, slug, parent)
    else
      problems.push({ file, field: wholeFile, what: '缺少上级机关的清单', fix: `请补上 ${file}` })
  }

  readFolder('tenants', null, null)
  return { entries, problems }
}

function byName(one: { name: string }, other: { name: string }): number {
  return one.name < other.name ? -1 : 1
}

function parseJson(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}
