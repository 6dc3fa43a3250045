import type { Context, Hono } from 'hono'
import * as z from 'zod'
import type { FieldError } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import type { AppEnv } from '../app-env.ts'
import { withReceiptTries } from '../middleware/receipt-tries.ts'
import { problem } from '../refusal.tsx'

/** Who may call an operation, as the API reference states it; the verb itself decides. */
export type Access = 'public' | 'receipt' | 'staff'

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** One call of the JSON face: the route, its documentation and its handler are one value. */
export type Operation = {
  method: Method
  /** Path below /api/v1 in Hono's form, such as /items/:id */
  path: string
  /** One Chinese sentence for the API reference */
  summary: string
  access: Access
  /** Makes something although its answer is 200: takes an Idempotency-Key like what answers 201 */
  creates?: boolean
  /** Accepted query parameters; anything else is refused */
  query: z.ZodObject
  /** Shape of the body for the reference, `form` that of its parts in a form; the verb parses it */
  body?: { schema: z.ZodType; form?: z.ZodType; mediaTypes: readonly string[] }
  answers: readonly {
    status: number
    description: string
    schema?: z.ZodType
    mediaType?: string
  }[]
  handle: (c: Context<AppEnv>, query: Record<string, unknown>) => Response | Promise<Response>
}

type Typed<Q extends z.ZodRawShape> = Omit<Operation, 'query' | 'handle'> & {
  query?: Q
  handle: (c: Context<AppEnv>, query: z.output<z.ZodObject<Q>>) => Response | Promise<Response>
}

/** Writes an operation down with its query parameters typed; without `query` it takes none. */
export function operation<Q extends z.ZodRawShape>({
  query,
  handle,
  ...rest
}: Typed<Q>): Operation {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- without `query`, Q is the empty shape
  const schema = z.strictObject<Q>(query ?? ({} as Q))
  return {
    ...rest,
    query: schema,
    handle: async (c) => {
      // Before anything is looked at: who is not logged in learns nothing about the call.
      if (rest.access === 'staff' && c.get('ctx').actor.type !== 'staff') {
        return problem(c, { code: 'unauthenticated' })
      }
      if (rest.access === 'public' && rest.method === 'GET') {
        c.header('access-control-allow-origin', '*')
      }
      const given = queryOf(c)
      if (Array.isArray(given)) return problem(c, { code: 'invalid', errors: given })
      const parsed = parseInput(schema, given)
      if (!parsed.ok) return problem(c, parsed.refusal)
      const { value } = parsed
      return rest.access === 'receipt'
        ? withReceiptTries(c, () => handle(c, value))
        : handle(c, value)
    },
  }
}

/** What another site's page may do with a public read (CORS 预检). */
const preflight = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': 'if-none-match, accept, range, if-range',
  'access-control-max-age': '86400',
}

/** Mounts operations below a prefix; a path that exists answers other methods with 405. */
export function mount(app: Hono<AppEnv>, prefix: string, operations: readonly Operation[]): void {
  const methods = new Map<string, string[]>()
  for (const { method, path, handle } of operations) {
    app.on(method, `${prefix}${path}`, (c) => handle(c, {}))
    // Whoever may read may also ask for the head alone (RFC 9110 9.3.2).
    const allowed = method === 'GET' ? ['GET', 'HEAD'] : [method]
    methods.set(path, [...(methods.get(path) ?? []), ...allowed])
  }
  const open = operations.filter(({ access, method }) => access === 'public' && method === 'GET')
  for (const [path, allowed] of methods) {
    const isOpen = open.some((one) => one.path === path)
    app.all(`${prefix}${path}`, (c) =>
      isOpen && c.req.method === 'OPTIONS'
        ? c.body(null, 204, preflight)
        : problem(c, { code: 'method-not-allowed', allowed }),
    )
  }
}

/** Query parameters as a record, or what is wrong: a repeated name or undecodable text. */
function queryOf(c: Context<AppEnv>): Record<string, string> | FieldError[] {
  const values = new Map<string, string>()
  const faults: FieldError[] = []
  for (const [name, value] of new URL(c.req.url).searchParams) {
    if (values.has(name)) faults.push({ pointer: `/${name}`, problem: 'too-many', limit: 1 })
    if (/[\0\uFFFD]/.test(value) || !value.isWellFormed()) {
      faults.push({ pointer: `/${name}`, problem: 'text-unsafe' })
    }
    values.set(name, value)
  }
  return faults.length > 0 ? faults : Object.fromEntries(values)
}
