import * as z from 'zod'
import type { Ctx } from '../../../usecases/context.ts'

const shape = z.strictObject({
  key: z.string(),
  kind: z.enum(['items', 'applications']),
  session: z.string(),
  until: z.number(),
})

/** What is imported (导入种类). */
export type ImportKind = z.output<typeof shape>['kind']

const lifeMs = 60 * 60_000

/**
 * Keeps an uploaded file between preview and import (暂存), so that it is chosen once: the object
 * is sealed and lies under a name that tells nothing, and only the sealed token of this session leads to it.
 */
export async function stage(
  ctx: Ctx,
  kind: ImportKind,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const sealed = await ctx.keys.sealBytes('import', bytes)
  const key = await ctx.files.put('import', ctx.newId(), sealed, 'application/octet-stream')
  const token = { key, kind, session: sessionOf(ctx), until: ctx.now + lifeMs }
  return ctx.keys.seal('import', JSON.stringify(token))
}

/** Fetches a kept file by its token, or null when it is another session's, too old or gone. */
export async function fetchStaged(
  ctx: Ctx,
  token: string,
): Promise<{ kind: ImportKind; key: string; bytes: Uint8Array } | null> {
  try {
    const opened: unknown = JSON.parse(await ctx.keys.open('import', token))
    const { key, kind, session, until } = shape.parse(opened)
    if (session !== sessionOf(ctx) || ctx.now >= until) return null
    const object = await ctx.files.get(key)
    if (object === null) return null
    const sealed = new Uint8Array(await object.arrayBuffer())
    return { kind, key, bytes: await ctx.keys.openBytes('import', sealed) }
  } catch {
    return null
  }
}

function sessionOf({ actor }: Pick<Ctx, 'actor'>): string {
  return actor.type === 'staff' ? actor.sessionId : ''
}
