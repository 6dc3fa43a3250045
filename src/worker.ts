import { parseEnv, type Config } from './env.ts'
import { createApp } from './http/app.tsx'
import { withSecurityHeaders } from './http/middleware/security-headers.ts'
import { withPageMemo } from './http/page-memo.ts'
import { plainNotFound } from './http/refusal.tsx'
import { notConfiguredWords } from './http/ui/words/refusal.ts'
import { consume } from './jobs/consume.ts'
import { platformMailer } from './mailer.ts'
import { post } from './jobs/post.ts'
import { onTick } from './jobs/schedule.ts'
import { createTenancy } from './tenancy/open.ts'
import { registry } from './tenancy/registry.generated.ts'
import { createResolver, type Resolver } from './tenancy/resolve.ts'
import { openKeyring } from './store/keyring.ts'
import { emailAdapter } from './usecases/notice/email.ts'
import type { Outbox } from './usecases/notice/outbox.ts'
import { webhookAdapter } from './usecases/notice/webhook.ts'
import type { JobParts } from './jobs/parts.ts'
import { createSessionTokens } from './usecases/account/session-token.ts'
import { newId } from './usecases/new-id.ts'

type Env = Readonly<Record<string, unknown>>
type House = { app: (request: Request) => Promise<Response>; jobs: JobParts }

/** Built once per isolate and set of bindings; holds no state of any request. */
const houses = new WeakMap<Env, House | { faults: string[] }>()

function houseOf(env: Env): House | { faults: string[] } {
  const known = houses.get(env)
  if (known !== undefined) return known
  const agencies = registry.map((row) => row.agency)
  const parsed = parseEnv(env, agencies)
  const house = parsed.ok ? build(env, parsed.config) : { faults: parsed.faults }
  houses.set(env, house)
  return house
}

const now = (): number => Date.now()

function build(env: Env, config: Config): House {
  const resolver = createResolver(
    registry.map((row) => row.agency),
    config.hostPattern,
  )
  const tenancy = createTenancy(registry, {
    env,
    files: config.files,
    masterKey: config.masterKey,
    now,
  })
  const send = post(config, now)
  const common = {
    resolver,
    tenancy,
    region: config.region,
    post: send,
    now,
    newId,
    scanner: config.scanner,
  }
  const parts = {
    ...common,
    assets: config.assets,
    tokens: createSessionTokens(config.sessionKeys),
    limits: config.limits,
    contacts: new Map(),
  }
  return {
    app: withPageMemo(parts, createApp(parts)),
    jobs: { ...common, work: config.work, outbox: outboxOf(config, resolver) },
  }
}

/** How applicants are told: what is not set up is null. */
function outboxOf({ notices, masterKey }: Config, resolver: Resolver): Outbox {
  const { secrets, email, privateHosts: allowed } = notices
  return {
    adapters: {
      webhook: webhookAdapter({
        secretsOf: ({ slug }) => secrets.get(slug) ?? [],
        allowed,
        request: (url, init) => fetch(url, init),
      }),
      email: email === null ? null : emailAdapter(platformMailer(email)),
    },
    // Nobody's own key: a contact counts as the same at every agency.
    digest: async (contact) => {
      const keys = await openKeyring(masterKey, '*notices')
      return keys.mac('notice-contact', contact.toLowerCase())
    },
    statusUrl: (agency) => `${resolver.originOf(agency)}/apply/status`,
  }
}

function refuseToStart(faults: readonly string[]): Response {
  console.error(JSON.stringify({ level: 'error', error: 'configuration', faults }))
  const response = new Response(`${notConfiguredWords}\n`, {
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
  return withSecurityHeaders(response, newId())
}

export default {
  async fetch(request, env) {
    const house = houseOf(env)
    if ('faults' in house) return refuseToStart(house.faults)
    // A Host that makes no address is nobody's, like any other unknown one.
    return URL.canParse(request.url)
      ? house.app(request)
      : withSecurityHeaders(plainNotFound(), newId())
  },
  async queue(batch, env) {
    const house = houseOf(env)
    if ('faults' in house) return batch.retryAll()
    return consume(batch, house.jobs)
  },
  async scheduled(controller, env) {
    const house = houseOf(env)
    if (!('faults' in house)) await onTick(controller.cron, house.jobs)
  },
} satisfies ExportedHandler<Env>
