import type { Agency } from './domain/agency/agency.ts'
import { type NoticeConfig, parseNoticeEnv } from './env-notices.ts'
import type { SessionSecrets } from './usecases/account/session-token.ts'
import { builtInScanner, remoteScanner, type Scanner } from './usecases/scanner.ts'

/** What a deployment tells the service; secrets come from the platform's secret store. */
export type Config = {
  /** how applicants are told of the progress (通知) */ notices: NoticeConfig
  region: D1Database
  files: R2Bucket
  work: Queue
  /** where what one agency sends in a crowd waits apart (大量消息) */ crowd: Queue
  assets: Fetcher
  /** the service bound as SCANNER, or the built-in one */ scanner: Scanner
  masterKey: Uint8Array<ArrayBuffer>
  /** the key that signs sessions, and one more that is accepted while it changes (会话密钥) */ sessionKeys: SessionSecrets
  /** Pattern of local or wildcard addresses, such as http://{slug}.localhost:8787; null when only manifests name hosts */
  hostPattern: string | null
  /** Whether submissions are limited per address; only a demonstration may lift it */
  limits: boolean
}

/** Typed configuration, or what is missing, in words an operator understands. */
export type EnvResult = { ok: true; config: Config } | { ok: false; faults: string[] }

/**
 * Reads the bindings of a Worker (运行配置): every fault is named, none is guessed around. What the
 * manifests of `agencies` want must be there.
 */
export function parseEnv(
  env: Readonly<Record<string, unknown>>,
  agencies: readonly Pick<Agency, 'slug' | 'settings'>[] = [],
): EnvResult {
  const faults: string[] = []
  const notices = parseNoticeEnv(env, agencies, faults)
  const need = (name: string, method: string): unknown => {
    const value = env[name]
    if (typeof value === 'object' && value !== null && method in value) return value
    faults.push(`缺少绑定 ${name}`)
    return null
  }
  const region = need('REGION', 'prepare')
  const files = need('FILES', 'put')
  const work = need('WORK', 'send')
  const crowd = need('CROWD', 'send')
  const assets = need('ASSETS', 'fetch')
  const scanner = scannerOf(env['SCANNER'])
  if (scanner === null) faults.push('绑定 SCANNER 应为服务绑定')
  const masterKey = readKey(env['MASTER_KEY'])
  if (masterKey === null) faults.push('MASTER_KEY 应为 32 字节以上的 base64')
  const sessionKeys = readSessionKeys(env['SESSION_KEY'])
  if (sessionKeys === null) {
    faults.push('SESSION_KEY 应为 43 个以上的可见 ASCII 字符，更换时可以用空格并列新旧两个')
  }
  const hostPattern = hostPatternOf(env['HOST_PATTERN'], faults)
  if (faults.length > 0 || masterKey === null) return { ok: false, faults }
  const config = {
    region,
    files,
    work,
    crowd,
    assets,
    scanner,
    notices,
    masterKey,
    sessionKeys,
    hostPattern,
    limits: env['LIMITS'] !== 'off' || env['DEMONSTRATION'] !== 'yes',
  }
  // The faults above prove each binding present; its platform type cannot be checked further.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return { ok: true, config: config as Config }
}

function hostPatternOf(pattern: unknown, faults: string[]): string | null {
  if (typeof pattern !== 'string' || pattern === '') return null
  if (!/^https?:\/\/\{slug\}\.[a-z0-9.-]+(:\d+)?$/.test(pattern)) {
    faults.push('HOST_PATTERN 应形如 http://{slug}.localhost:8787')
  }
  return pattern
}

/** A deployment without a scanner of its own gets the built-in one; null for what is no service. */
function scannerOf(binding: unknown): Scanner | null {
  if (binding === undefined) return builtInScanner
  return isService(binding) ? remoteScanner(binding) : null
}

function isService(binding: unknown): binding is Fetcher {
  return typeof binding === 'object' && binding !== null && 'fetch' in binding
}

function readSessionKeys(value: unknown): SessionSecrets | null {
  if (typeof value !== 'string') return null
  const [current = '', ...others] = value.split(' ')
  const keys: SessionSecrets = [current, ...others]
  return others.length <= 1 && keys.every((key) => /^[\x21-\x7e]{43,}$/.test(key)) ? keys : null
}

function readKey(value: unknown): Uint8Array<ArrayBuffer> | null {
  if (typeof value !== 'string') return null
  try {
    const bytes = Uint8Array.from(atob(value), (char) => char.codePointAt(0) ?? 0)
    return bytes.length >= 32 ? bytes : null
  } catch {
    return null
  }
}
