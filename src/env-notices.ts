import type { Agency } from './domain/agency/agency.ts'
import { webhookUrlFault, type WebhookUrlFault } from './domain/notice/webhook-url.ts'

/** How notices leave a deployment (通知的运行配置): the keys by slug, the sender of e-mail, private hosts. */
export type NoticeConfig = {
  secrets: ReadonlyMap<string, readonly Uint8Array<ArrayBuffer>[]>
  email: SendEmail | null
  privateHosts: readonly string[]
}

type Env = Readonly<Record<string, unknown>>

const words: Readonly<Record<WebhookUrlFault, string>> = {
  malformed: '不是可用的网址',
  'not-https': '应为 https 网址',
  private: '是内网地址，须由运维人员列入 NOTICE_PRIVATE_HOSTS',
}

/** Reads what the agencies that tell applicants need, and adds what is missing to `faults`. */
export function parseNoticeEnv(
  env: Env,
  agencies: readonly Pick<Agency, 'slug' | 'settings'>[],
  faults: string[],
): NoticeConfig {
  const privateHosts = hostsOf(env['NOTICE_PRIVATE_HOSTS'], faults)
  const email = isSender(env['EMAIL']) ? env['EMAIL'] : null
  if (env['EMAIL'] !== undefined && email === null) faults.push('绑定 EMAIL 应为邮件发送绑定')
  const secrets = new Map<string, readonly Uint8Array<ArrayBuffer>[]>()
  for (const { slug, settings } of agencies) {
    const { webhook, email: sender } = settings.notices ?? {}
    if (sender !== undefined && email === null) {
      faults.push(`机关 ${slug} 开通了邮件通知，缺少邮件发送绑定 EMAIL`)
    }
    if (webhook === undefined) continue
    const fault = webhookUrlFault(webhook, privateHosts)
    if (fault !== null) faults.push(`机关 ${slug} 的通知接口${words[fault]}`)
    const keys = secretsFor(env, slug, faults)
    if (keys !== null) secrets.set(slug, keys)
  }
  return { secrets, email, privateHosts }
}

/** The keys of an agency, its own or those of all; several stand beside each other while they change. */
function secretsFor(
  env: Env,
  slug: string,
  faults: string[],
): readonly Uint8Array<ArrayBuffer>[] | null {
  const own = `NOTICE_SECRET_${slug.toUpperCase().replaceAll('-', '_')}`
  const name = env[own] === undefined ? 'NOTICE_SECRET' : own
  const text = env[name]
  if (text === undefined) {
    faults.push(`机关 ${slug} 开通了通知接口，缺少密钥 NOTICE_SECRET 或者 ${own}`)
    return null
  }
  const keys = typeof text === 'string' ? text.split(' ').map(readSecret) : []
  if (keys.length === 0 || keys.some((key) => key === null)) {
    const fault = `${name} 应形如 whsec_ 加 24 至 64 字节的 base64，更换时可以用空格并列新旧两个`
    if (!faults.includes(fault)) faults.push(fault)
    return null
  }
  return keys.filter((key) => key !== null)
}

function readSecret(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/.test(text)) return null
  try {
    const bytes = Uint8Array.from(atob(text.slice(6)), (char) => char.codePointAt(0) ?? 0)
    return bytes.length >= 24 && bytes.length <= 64 ? bytes : null
  } catch {
    return null
  }
}

function hostsOf(value: unknown, faults: string[]): readonly string[] {
  if (value === undefined || value === '') return []
  const hosts = typeof value === 'string' ? value.split(',').map((host) => host.trim()) : ['']
  if (hosts.every((host) => /^(?:[a-z0-9.-]{1,253}|\[[0-9a-f:]+\])(?::\d{1,5})?$/.test(host))) {
    return hosts
  }
  faults.push('NOTICE_PRIVATE_HOSTS 应为用逗号隔开的主机，例如 127.0.0.1:9000')
  return []
}

function isSender(value: unknown): value is SendEmail {
  return typeof value === 'object' && value !== null && 'send' in value
}
