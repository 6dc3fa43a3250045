import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromiumPath } from './chromium-path.ts'

const chromium = chromiumPath()
if (!existsSync(chromium)) {
  console.error(
    `测试需要 Chromium（找过 ${chromium}）。Debian、Ubuntu：apt-get install chromium-headless-shell fonts-noto-cjk；` +
      '别处请用环境变量 CHROMIUM 指明路径。',
  )
  process.exit(1)
}
const { status } = spawnSync(
  'vitest',
  ['run', '-c', 'test/vitest.config.ts', ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, CHROMIUM: chromium } },
)
process.exit(status ?? 1)
