import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { checkTree } from './check-tree.ts'
import { generate } from './generate.ts'
import { describeProblem } from './problem.ts'
import { readTree } from './read-tree.ts'

/** Writes every generated file of a sound tree that differs; answers the names of those written. */
export function sync(root: string): readonly string[] {
  const written: string[] = []
  for (const { file, content } of generate(root, readTree(root).entries)) {
    const path = join(root, file)
    if (existsSync(path) && readFileSync(path, 'utf8') === content) continue
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    written.push(file)
  }
  return written
}

/** `tenants sync`: refuses on a faulty tree, else writes; answers the exit status. */
export function runSync(root: string): number {
  const problems = checkTree(readTree(root))
  if (problems.length > 0) {
    for (const problem of problems) console.error(describeProblem(problem))
    console.error(`共 ${problems.length} 处需要改正，没有写任何文件。`)
    return 1
  }
  const written = sync(root)
  console.log(written.length === 0 ? '已是最新，没有改动。' : `已更新：${written.join('、')}`)
  return 0
}
