// Runs on whatever Node the machine has: brings node_modules in line with the lock file, then steps aside.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

if (!isInstalled()) {
  console.error('正在安装依赖（首次运行或依赖有变动）……')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], { stdio: 'inherit' })
  if (status !== 0) {
    console.error('依赖安装失败。请检查网络后重新运行同一条命令。')
    process.exit(status ?? 1)
  }
}

/** Whether what npm wrote down as installed, by whichever command, is what the lock file asks for. */
function isInstalled() {
  const wanted = packagesOf('package-lock.json')
  const present = packagesOf('node_modules/.package-lock.json')
  if (wanted === null || present === null || !existsSync('node_modules/.bin/node')) return false
  return Object.entries(wanted).every(([path, { integrity, optional }]) => {
    if (path === '') return true
    const found = present[path]
    return found === undefined ? optional === true : found.integrity === integrity
  })
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}
