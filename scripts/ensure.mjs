// Runs on whatever Node the machine has: brings node_modules in line with the lock file, then steps aside.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const stamp = 'node_modules/.lock-digest'
const digest = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
if (installed !== digest || !existsSync('node_modules/.bin/node')) {
  console.error('正在安装依赖（首次运行或依赖有变动）……')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], { stdio: 'inherit' })
  if (status !== 0) {
    console.error('依赖安装失败。请检查网络后重新运行同一条命令。')
    process.exit(status ?? 1)
  }
  writeFileSync(stamp, digest)
}
