import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { checkTree } from './check-tree.ts'
import { draftManifest, type NewAgency } from './draft-manifest.ts'
import type { Manifest } from './manifest.ts'
import { parseManifest } from './parse-manifest.ts'
import { describeProblem } from './problem.ts'
import { readTree, type Entry } from './read-tree.ts'
import { resolveAgencies } from './resolve.ts'
import { sync } from './sync.ts'

/** `tenants new`: adds an agency below `under` and brings the generated files up to date. */
export function runNew(root: string, under: string, wanted: NewAgency, dryRun: boolean): number {
  const tree = readTree(root)
  if (refuse(checkTree(tree).map(describeProblem), '现有清单有错，请先改正。')) return 1
  const parent = tree.entries.find((entry) => entry.slug === under)
  const all = resolveAgencies(tree.entries)
  const above = all.find(({ agency }) => agency.slug === under)?.agency
  if (parent === undefined || above === undefined) {
    console.error(`没有代号为 ${under} 的上级机关（--under）。`)
    return 1
  }
  const manifest = draftManifest(wanted, above, all)
  const folder = dirname(folderFile(parent.file, under))
  const entry: Entry = {
    file: `${folder}/${wanted.slug}.json`,
    slug: wanted.slug,
    parent: under,
    manifest,
  }
  const text = manifestText(entry.file, manifest)
  const faults = problemsOf(tree.entries, entry, text)
  if (refuse(faults, '没有写任何文件。')) return 1
  if (dryRun) {
    console.log(`将写入 ${entry.file}：\n${text}`)
    return 0
  }
  if (folderFile(parent.file, under) !== parent.file) moveIntoFolder(root, parent.file, under)
  mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, entry.file), text)
  console.log(`已写入 ${entry.file}，并更新 ${sync(root).join('、')}`)
  console.log(
    `联系方式等暂取自上级，请核对；然后运行 npm run tenants -- migrate --only ${wanted.slug}`,
  )
  return 0
}

function problemsOf(entries: readonly Entry[], entry: Entry, text: string): readonly string[] {
  const parsed = parseManifest(entry.file, JSON.parse(text))
  const problems = checkTree({ entries: [...entries, entry], problems: parsed.problems })
  return problems.map(describeProblem)
}

function refuse(lines: readonly string[], ending: string): boolean {
  if (lines.length === 0) return false
  for (const line of lines) console.error(line)
  console.error(ending)
  return true
}

function folderFile(file: string, slug: string): string {
  return file.endsWith('/agency.json') ? file : `${dirname(file)}/${slug}/agency.json`
}

function moveIntoFolder(root: string, file: string, slug: string): void {
  const target = folderFile(file, slug)
  const text = readFileSync(join(root, file), 'utf8')
  mkdirSync(dirname(join(root, target)), { recursive: true })
  const schema = `"$schema": "${schemaPath(target)}"`
  writeFileSync(
    join(root, target),
    text.replace(/"\$schema": "[^"]*"/u, () => schema),
  )
  rmSync(join(root, file))
}

function schemaPath(file: string): string {
  return `${'../'.repeat(file.split('/').length - 2)}manifest.schema.json`
}

function manifestText(file: string, manifest: Manifest): string {
  return `${JSON.stringify({ $schema: schemaPath(file), ...manifest }, null, 2)}\n`
}
