import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** What `npm start` was asked. */
export type StartOptions = {
  port: number
  data: string
  demo: 'full' | 'none'
  limits: boolean
  /** `local`: <slug>.localhost; `manifest`: the hosts that the agencies' manifests name */
  hosts: 'local' | 'manifest'
  /** Address of the proxy in front, whose X-Forwarded-For is believed; null for none */
  trustedProxy: string | null
}

export const startHelp = `用法：npm start -- [选项]

准备数据库并启动整个地区的政府信息公开服务。首次启动会填入演示数据。

  --port 8787         对外端口
  --data .yangguang   数据文件夹；重启后数据仍在
  --demo full|none    full（默认）：空文件夹填入演示地区；none：只建机关和账号
  --limits on|off     off：不限制同一地址的提交次数，只对演示文件夹有效
  --hosts local|manifest   local（默认）：<机关>.localhost；manifest：机关清单里的正式网址
  --trusted-proxy 地址     前面的反向代理地址；只相信它给出的 X-Forwarded-For
  --help              显示这段说明`

/** Reads the options of `npm start`: options, or a sentence that says what is wrong. */
export function readStartOptions(
  args: readonly string[],
): StartOptions | 'help' | { fault: string } {
  let values: Record<string, string | boolean | undefined>
  try {
    values = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '8787' },
        data: { type: 'string', default: '.yangguang' },
        demo: { type: 'string', default: 'full' },
        limits: { type: 'string', default: 'on' },
        hosts: { type: 'string', default: 'local' },
        'trusted-proxy': { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
  if (values['help'] === true) return 'help'
  const port = Number(values['port'])
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    return { fault: '--port 应是 1 到 65535 的整数' }
  }
  const { demo, limits } = values
  if (demo !== 'full' && demo !== 'none') return { fault: '--demo 只能是 full 或 none' }
  if (limits !== 'on' && limits !== 'off') return { fault: '--limits 只能是 on 或 off' }
  const { hosts } = values
  if (hosts !== 'local' && hosts !== 'manifest')
    return { fault: '--hosts 只能是 local 或 manifest' }
  const proxy = values['trusted-proxy']
  if (proxy !== undefined && isIP(String(proxy)) === 0) {
    return { fault: '--trusted-proxy 应是一个 IP 地址，例如 127.0.0.1' }
  }
  return {
    port,
    data: resolve(String(values['data'])),
    demo,
    limits: limits === 'on',
    hosts,
    trustedProxy: proxy === undefined ? null : String(proxy),
  }
}
