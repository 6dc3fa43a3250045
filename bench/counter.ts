import { parseEnv } from '../src/env.ts'
import { createApp } from '../src/http/app.tsx'
import { withPageMemo } from '../src/http/page-memo.ts'
import { createTenancy } from '../src/tenancy/open.ts'
import { registry } from '../src/tenancy/registry.generated.ts'
import { createResolver } from '../src/tenancy/resolve.ts'
import { createSessionTokens } from '../src/usecases/account/session-token.ts'
import { newId } from '../src/usecases/new-id.ts'
import { countingDatabase, type Tally } from './counting-db.ts'

type Env = Readonly<Record<string, unknown>>

/** The product once more, on databases that keep account: it answers what a request asked of them. */
// oxlint-disable-next-line import/no-default-export -- the runtime asks the default export of a Worker
export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const parsed = parseEnv(env)
    if (!parsed.ok) return Response.json(parsed.faults, { status: 500 })
    const { config } = parsed
    const tally: Tally = { rowsRead: 0, rowsWritten: 0, roundTrips: 0 }
    const counted = Object.fromEntries(
      Object.entries(env).map(([name, value]) => [
        name,
        name.startsWith('DB_') && isDatabase(value) ? countingDatabase(value, tally) : value,
      ]),
    )
    const resolver = createResolver(
      registry.map(({ agency }) => agency),
      config.hostPattern,
    )
    const parts = {
      resolver,
      tenancy: createTenancy(registry, {
        env: counted,
        files: config.files,
        masterKey: config.masterKey,
        now: () => Date.now(),
      }),
      region: countingDatabase(config.region, tally),
      assets: config.assets,
      tokens: createSessionTokens(config.sessionKeys),
      limits: config.limits,
      contacts: new Map(),
      post: async () => {},
      scanner: config.scanner,
      now: () => Date.now(),
      newId,
    }
    const app = withPageMemo(parts, createApp(parts))
    // Asked twice: only the first time does an isolate look at the schema and at the page it keeps.
    const body = await request.arrayBuffer()
    const ask = (): Promise<Response> =>
      app(new Request(request, body.byteLength === 0 ? {} : { body }))
    await (await ask()).text()
    Object.assign(tally, { rowsRead: 0, rowsWritten: 0, roundTrips: 0 })
    const answer = await ask()
    await answer.text()
    return Response.json({ ...tally, status: answer.status })
  },
}

function isDatabase(binding: unknown): binding is D1Database {
  return typeof binding === 'object' && binding !== null && 'prepare' in binding
}
