import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { sbomOf } from './sbom/cyclone-dx.ts'
import { readLockFile } from './sbom/lock-file.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const usual = '.yangguang-build/sbom.cdx.json'
const help = `用法：npm run sbom -- [选项]

由依赖锁定文件 package-lock.json 写出软件物料清单（CycloneDX 1.5，JSON）。不联网。
同一份锁定文件总是得出同一份清单；scope 为 required 的是服务运行时用到的。

  --out ${usual}   写到哪个文件
  --help                               显示这段说明`

try {
  const { values } = parseArgs({
    options: { out: { type: 'string', default: join(root, usual) }, help: { type: 'boolean' } },
  })
  if (values.help === true) {
    console.log(help)
  } else {
    const sbom = sbomOf(readLockFile(readFileSync(join(root, 'package-lock.json'), 'utf8')))
    const file = resolve(values.out)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`)
    const required = sbom.components.filter(({ scope }) => scope === 'required').length
    console.log(`${file}：${sbom.components.length} 个组件，其中运行时 ${required} 个。`)
  }
} catch (error) {
  console.error(
    `清单没有写成：${error instanceof Error ? error.message : String(error)}\n\n${help}`,
  )
  process.exitCode = 2
}
