import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import {
  type AdminWanted,
  appointAdmin,
  type Appointed,
} from '../src/usecases/account/appoint-admin.ts'
import { passwordLinkUrl } from '../src/http/password-link-url.ts'
import { refusalWords } from '../src/http/ui/words/refusal.ts'
import { registry } from '../src/tenancy/registry.generated.ts'
import { createResolver } from '../src/tenancy/resolve.ts'
import { databasesOf } from './tenants/databases.ts'
import { operatorCtx } from './tenants/operator-ctx.ts'
import { readTree } from './tenants/read-tree.ts'
import { platformWrangler } from './tenants/remote-databases.ts'
import { remoteD1 } from './tenants/remote-d1.ts'
import { openFolder } from './runtime/open-folder.ts'

const help = `用法：npm run admin -- --agency <机关> --username <用户名> [选项]

给一个机关建立第一名系统管理员，打印设密码链接：30 分钟内有效，只能用一次，没有初始密码。
用户名已经有了的，不改岗位，只给这个账号重新打印一个链接。其他人由管理员在工作台“人员”里添加。

  --agency yongqiao        机关代号
  --username zhangsan      用户名
  --name 张三              姓名；新建时必填
  --drop-factor            唯一的管理员丢了手机的：同时解除这个账号的动态口令
  --hosts manifest|local   链接用的网址：manifest（默认）：机关清单里的正式网址；local：<机关>.localhost
  --port 8787              --hosts local 的端口
  --data .yangguang        数据文件夹；有服务在运行就经由它办理，没有就直接写入
  --remote                 部署在 Cloudflare 的：通过 wrangler 写入平台上的数据库
  --help                   显示这段说明`

const schema = z.object({
  agency: z.string('请用 --agency 指明机关'),
  username: z.string('请写 --username'),
  name: z.string().default(''),
  'drop-factor': z.boolean().default(false),
  remote: z.boolean().default(false),
  hosts: z.enum(['manifest', 'local'], '--hosts 只能是 manifest 或 local').default('manifest'),
  port: z.coerce.number('--port 应是整数').int('--port 应是整数').default(8787),
  data: z
    .string()
    .default('.yangguang')
    .transform((folder) => resolve(folder)),
})
type Asked = z.infer<typeof schema>

const answer = z.union([
  z.object({
    ok: z.literal(true),
    value: z.object({ secret: z.string(), expiresAt: z.string(), made: z.boolean() }),
  }),
  z.object({ ok: z.literal(false), words: z.string() }),
])

function read(): Asked | 'help' | { fault: string } {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({
      options: {
        agency: text,
        username: text,
        name: text,
        'drop-factor': { type: 'boolean' },
        remote: { type: 'boolean' },
        hosts: text,
        port: text,
        data: text,
        help: { type: 'boolean' },
      },
    })
    if (values.help === true) return 'help'
    const parsed = schema.safeParse({ ...values })
    return parsed.success ? parsed.data : { fault: parsed.error.issues[0]?.message ?? '选项有误' }
  } catch (error) {
    return { fault: `看不懂的选项：${error instanceof Error ? error.message : String(error)}` }
  }
}

async function run(asked: Asked): Promise<void> {
  const { agency: slug, username, hosts, port } = asked
  const agencies = registry.map((row) => row.agency)
  const agency = agencies.find((one) => one.slug === slug)
  if (agency === undefined) throw new Error(`没有机关 ${slug}`)
  const pattern = hosts === 'manifest' ? null : `http://{slug}.localhost:${port}`
  const origin = createResolver(agencies, pattern).originOf(agency)
  const done = await (asked.remote ? appointRemotely(asked) : appointIn(asked, agency.id))
  const what = done.made ? '已建立系统管理员' : '账号已经有了，只生成链接'
  console.log(`${agency.name}：${what}（${username}）。`)
  console.log(`设密码链接，${done.expiresAt.slice(0, 16).replace('T', ' ')} 以前用一次：`)
  console.log(passwordLinkUrl({ origin }, done.secret))
}

function wanted({ username, name, 'drop-factor': dropFactor }: Asked): AdminWanted {
  return { username, name, dropFactor }
}

async function appointIn(asked: Asked, agency: string): Promise<Appointed> {
  const folder = await openFolder(asked.data)
  try {
    const path = `/admin?agency=${encodeURIComponent(agency)}`
    const done = answer.parse(await folder.operator(path, JSON.stringify(wanted(asked))))
    if (!done.ok) throw new Error(done.words)
    return done.value
  } finally {
    await folder.close()
  }
}

async function appointRemotely(asked: Asked): Promise<Appointed> {
  const root = fileURLToPath(new URL('..', import.meta.url))
  const database = databasesOf(readTree(root).entries).find(({ slug }) => slug === asked.agency)
  if (database === undefined) throw new Error(`没有机关 ${asked.agency}`)
  const db = remoteD1(database.name, platformWrangler(root))
  const done = await appointAdmin(await operatorCtx(db, Date.now()), wanted(asked))
  if (!done.ok) throw new Error(refusalWords(done.refusal).detail)
  return done.value
}

const given = read()
if (given === 'help') {
  console.log(help)
} else if ('fault' in given) {
  console.error(`${given.fault}\n\n${help}`)
  process.exitCode = 2
} else {
  try {
    await run(given)
  } catch (error) {
    console.error(`没有办成：${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}
