import operator from '../../scripts/runtime/operator.ts'
import { parseEnv } from '../../src/env.ts'
import type { Actor, Role } from '../../src/domain/shared/actor.ts'
import { commit } from '../../src/store/commit.ts'
import { addSession } from '../../src/store/tenant/account/session.ts'
import { addStaff, findStaff } from '../../src/store/tenant/account/staff.ts'
import { createTenancy } from '../../src/tenancy/open.ts'
import { registry } from '../../src/tenancy/registry.generated.ts'
import { nobodysHash } from '../../src/usecases/account/password.ts'
import { sessionLife, sessionRowId } from '../../src/usecases/account/session-life.ts'
import {
  createSessionTokens,
  type SessionSecrets,
} from '../../src/usecases/account/session-token.ts'
import type { Tenant } from '../../src/usecases/context.ts'
import { newId } from '../../src/usecases/new-id.ts'
import { type Post, people } from './people.ts'

type Env = Readonly<Record<string, unknown>>

const actor: Actor = { type: 'system', job: 'scale' }

/**
 * The operator's door with two calls more: `/people?agency=` takes on an agency's people and opens
 * a session for each, `/size` says how large the region's database is.
 */
// oxlint-disable-next-line import/no-default-export -- the runtime asks the default export of a Worker
export default {
  async fetch(request: Request, env: Env, execution: ExecutionContext): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname !== '/people' && pathname !== '/size') {
      return operator.fetch(request, env, execution)
    }
    const parsed = parseEnv(env)
    if (!parsed.ok) return Response.json({ failure: parsed.faults.join('；') })
    const { files, masterKey, sessionKeys, region } = parsed.config
    if (pathname === '/size') {
      const { meta } = await region.prepare('SELECT 1').all()
      return Response.json({ bytes: meta.size_after })
    }
    const tenancy = createTenancy(registry, { env, files, masterKey, now: () => Date.now() })
    const opened = await tenancy.open(searchParams.get('agency') ?? '')
    if (!opened.ok) return Response.json({ failure: opened.refusal.code })
    const tokens: Partial<Record<Post, string>> = {}
    for (const post of Object.keys(people).filter(isPost)) {
      tokens[post] = await admit(opened.value, post, sessionKeys)
    }
    return Response.json(tokens)
  },
}

/** Takes on a person, unless he is there, and opens a session; leaves out only the dear hashing of a password. */
async function admit({ agency, db }: Tenant, post: Post, keys: SessionSecrets): Promise<string> {
  const now = Date.now()
  const roles: readonly Role[] = people[post]
  const known = await findStaff(db, post)
  const staffId = known?.id ?? newId()
  const sessionId = newId()
  const rowId = await sessionRowId(sessionId)
  const exp = Math.floor((now + sessionLife.absolute) / 1000)
  const staff = { id: staffId, username: post, name: `规模${post}`, roles, active: true }
  const done = await commit(
    { db, actor, now, newId },
    {
      events: [
        ...(known === null
          ? [
              {
                kind: 'staff.created' as const,
                entity: 'staff' as const,
                entityId: staffId,
                seq: 1,
                data: { roles },
              },
            ]
          : []),
        {
          kind: 'session.opened',
          entity: 'session',
          entityId: rowId,
          seq: 1,
          data: { staff: staffId },
        },
      ],
      statements: [
        ...(known === null ? [addStaff(db, { ...staff, password: nobodysHash })] : []),
        addSession({
          id: rowId,
          staffId,
          createdAt: now,
          expiresAt: exp * 1000,
          hasFactor: false,
          password: known?.password ?? nobodysHash,
        }),
      ],
    },
  )
  if (!done.ok) throw new Error(`nobody was admitted: ${done.conflict}`)
  return createSessionTokens(keys).issue({ sessionId, staffId, agencyId: agency.id, exp }, now)
}

function isPost(name: string): name is Post {
  return Object.hasOwn(people, name)
}
