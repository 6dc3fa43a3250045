import { spawn } from 'node:child_process'

/** Every check that needs no database, all at once; each prints only when it fails. */
const checks: readonly [string, string, ...string[]][] = [
  ['格式', 'oxfmt', '--check', '.'],
  ['规范', 'oxlint', '--type-aware', '--deny-warnings'],
  ['类型（源码）', 'tsc', '-p', 'tsconfig.json'],
  ['类型（全部）', 'tsc', '-p', 'test/tsconfig.json'],
  ['无用代码', 'knip'],
  ['机关清单', 'node', 'scripts/tenants.ts', 'check'],
]

const started = performance.now()
const failed = (await Promise.all(checks.map(run))).filter((name) => name !== null)
const seconds = ((performance.now() - started) / 1000).toFixed(1)
console.log(
  failed.length === 0 ? `检查通过，用时 ${seconds} 秒。` : `没有通过：${failed.join('、')}`,
)
process.exitCode = failed.length === 0 ? 0 : 1

function run([name, command, ...args]: (typeof checks)[number]): Promise<string | null> {
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(command, args)
    const keep = (chunk: Buffer): void => {
      output += chunk.toString()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => {
      console.error(`── ${name}：${error.message}`)
      resolve(name)
    })
    child.on('close', (code) => {
      if (code !== 0) console.error(`── ${name}\n${output}`)
      resolve(code === 0 ? null : name)
    })
  })
}
