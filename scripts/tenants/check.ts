import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkTree } from './check-tree.ts'
import { generate } from './generate.ts'
import { describeProblem, wholeFile, type Problem } from './problem.ts'
import { readTree, type Tree } from './read-tree.ts'

/** Everything wrong with the agencies of the repository at `root`, generated files included. */
export function check(root: string): { tree: Tree; problems: readonly Problem[] } {
  const tree = readTree(root)
  const problems = checkTree(tree)
  if (problems.length > 0) return { tree, problems }
  const stale = generate(root, tree.entries).filter(({ file, content }) => {
    const path = join(root, file)
    return !existsSync(path) || readFileSync(path, 'utf8') !== content
  })
  const fix = '请运行 npm run tenants -- sync'
  return {
    tree,
    problems: stale.map(({ file }) => ({ file, field: wholeFile, what: '与机关清单不同步', fix })),
  }
}

/** `tenants check`: prints what is wrong, one line each; answers the exit status. */
export function runCheck(root: string): number {
  const { tree, problems } = check(root)
  for (const problem of problems) console.error(describeProblem(problem))
  if (problems.length > 0) {
    console.error(`共 ${problems.length} 处需要改正。`)
    return 1
  }
  console.log(`机关清单正确：共 ${tree.entries.length} 个机关。`)
  return 0
}
