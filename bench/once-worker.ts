import { calendarFrom } from '../src/usecases/calendar/in-use.ts'
import { parseEnv } from '../src/env.ts'
import { createTenancy } from '../src/tenancy/open.ts'
import { registry } from '../src/tenancy/registry.generated.ts'
import type { Ctx } from '../src/usecases/context.ts'
import { convertFile } from '../src/usecases/item/convert-document.ts'
import { importItems } from '../src/usecases/item/import/items.ts'
import { newId } from '../src/usecases/new-id.ts'

type Env = Readonly<Record<string, unknown>>

/** Does what is done now and then, inside the runtime: `/convert/<agency>` turns a Word file into a document, `/import/<agency>` imports items. */
// oxlint-disable-next-line import/no-default-export -- the runtime asks the default export of a Worker
export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const [, work, agencyId = ''] = new URL(request.url).pathname.split('/')
    const bytes = new Uint8Array(await request.arrayBuffer())
    if (work === 'convert') {
      const ctx = { ...(await open(env, agencyId)), actor }
      const done = await convertFile(ctx, { name: '稿.docx', bytes })
      return done.ok ? answer(done.value.document.blocks.length) : refusal(done.refusal)
    }
    const ctx = await open(env, agencyId)
    const done = await importItems(ctx, bytes, { dryRun: false })
    if (!done.ok) return refusal(done.refusal)
    return done.value.committed ? answer(done.value.accepted) : refusal(done.value)
  },
}

const actor: Ctx['actor'] = {
  type: 'staff',
  id: 'bench',
  name: 'bench',
  roles: ['information-officer'],
  sessionId: 'bench',
}

async function open(env: Env, agencyId: string): Promise<Ctx> {
  const parsed = parseEnv(env)
  if (!parsed.ok) throw new Error(parsed.faults.join('\n'))
  const { files, masterKey, scanner } = parsed.config
  const tenancy = createTenancy(registry, { env, files, masterKey, now: () => Date.now() })
  const opened = await tenancy.open(agencyId)
  if (!opened.ok) throw new Error(opened.refusal.code)
  return {
    ...opened.value,
    actor: { type: 'system', job: 'bench' },
    calendar: calendarFrom(opened.value.agency, null),
    now: Date.now(),
    newId,
    post: async () => {},
    scanner,
  }
}

/** How many blocks or items it came to. */
function answer(count: number): Response {
  return Response.json({ count })
}

function refusal(why: unknown): Response {
  return new Response(JSON.stringify(why).slice(0, 500), { status: 500 })
}
