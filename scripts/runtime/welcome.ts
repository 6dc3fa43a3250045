import { join, relative } from 'node:path'
import { registry } from '../../src/tenancy/registry.generated.ts'
import { createResolver } from '../../src/tenancy/resolve.ts'
import type { StartOptions } from './options.ts'

const shown = ['suzhou', 'yongqiao', 'czj', 'zhuxianzhuang', 'yq-czj', 'dangshan']

/** Prints where the service is and where the accounts stand, once it answers. */
export function printWelcome(options: StartOptions, demonstration: boolean): void {
  const { port, data, hosts } = options
  const resolver = createResolver(
    registry.map(({ agency }) => agency),
    hosts === 'manifest' ? null : `http://{slug}.localhost:${port}`,
  )
  const lines = shown.flatMap((slug) => {
    const row = registry.find(({ agency }) => agency.slug === slug)
    return row === undefined ? [] : [`  ${row.agency.name}  ${resolver.originOf(row.agency)}/`]
  })
  console.log(`\n阳光公开已启动，共 ${registry.length} 个机关。例如：\n${lines.join('\n')}`)
  const top = resolver.all.find(({ parentId }) => parentId === null)
  if (top !== undefined) console.log(`\n全部机关：${resolver.originOf(top)}/agencies`)
  console.log(`工作台：任一机关网址后加 /desk`)
  if (demonstration) {
    console.log(`演示账号：${relative(process.cwd(), join(data, 'demo-accounts.json'))}`)
  } else {
    console.log('机关还没有账号的：npm run admin -- --help')
  }
  console.log('按 Ctrl+C 停止。\n')
}
