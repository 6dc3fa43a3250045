import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'

/** What `npm start` was asked; the port's, hosts' and proxy's meanings stand in the help. */
export type StartOptions = z.infer<typeof schema>

export const startHelp = `用法：npm start -- [选项]

准备数据库并启动整个地区的政府信息公开服务。首次启动会填入演示数据；正式使用请写 --demo off，
再用 npm run admin 给各机关建立第一名管理员。

  --port 8787         对外端口
  --data .yangguang   数据文件夹；重启后数据仍在
  --demo full|none|off   full（默认）：空文件夹填入演示地区；none：只建机关和演示账号；
                      off：正式使用，没有演示数据，也没有任何账号
  --limits on|off     off：不限制同一地址的提交次数，只对演示文件夹有效
  --hosts local|manifest   local（默认）：<机关>.localhost；manifest：机关清单里的正式网址
  --trusted-proxy 地址     前面的反向代理地址；只相信它给出的 X-Forwarded-For
  --help              显示这段说明`

const schema = z.object({
  port: z.coerce
    .number()
    .int('--port 应是 1 到 65535 的整数')
    .min(1, '--port 应是 1 到 65535 的整数')
    .max(65_535, '--port 应是 1 到 65535 的整数')
    .default(8787),
  data: z
    .string()
    .default('.yangguang')
    .transform((folder) => resolve(folder)),
  demo: z.enum(['full', 'none', 'off'], '--demo 只能是 full、none 或 off').default('full'),
  limits: z
    .enum(['on', 'off'], '--limits 只能是 on 或 off')
    .default('on')
    .transform((limits) => limits === 'on'),
  /** `local`: <slug>.localhost; `manifest`: the hosts that the agencies' manifests name */
  hosts: z.enum(['local', 'manifest'], '--hosts 只能是 local 或 manifest').default('local'),
  /** Address of the proxy in front, whose X-Forwarded-For is believed; null for none */
  'trusted-proxy': z
    .string()
    .refine((address) => isIP(address) !== 0, '--trusted-proxy 应是一个 IP 地址，例如 127.0.0.1')
    .nullable()
    .default(null),
})

/** Reads the options of `npm start`: options, or a sentence that says what is wrong. */
export function readStartOptions(
  args: readonly string[],
): StartOptions | 'help' | { fault: string } {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: text,
        data: text,
        demo: text,
        limits: text,
        hosts: text,
        'trusted-proxy': text,
        help: { type: 'boolean' },
      },
    })
    if (values.help === true) return 'help'
    const parsed = schema.safeParse({ ...values })
    return parsed.success ? parsed.data : { fault: parsed.error.issues[0]?.message ?? '选项有误' }
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) }
  }
}
