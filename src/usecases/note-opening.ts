import type { Entity, Fact } from '../domain/shared/journal.ts'
import { ok, refuse, type Result } from '../domain/shared/refusal.ts'
import { commit } from '../store/commit.ts'
import type { Ctx } from './context.ts'

/** What somebody looked at that is personal (查阅). */
type Opening = Extract<
  Fact,
  { kind: 'identity.opened' | 'file.opened' | 'package.opened' | 'topic.contact-opened' }
>

/**
 * Writes down who looked at what, before it is shown (查阅留痕). The entry stands beside the thing, so
 * that looking does not make others' pages stale; refuses `busy` when it could not be written.
 */
export async function noteOpening(
  ctx: Ctx,
  entity: Entity,
  id: string,
  fact: Opening,
): Promise<Result<null>> {
  const event = { ...fact, entity, entityId: `${id}/${ctx.newId()}`, seq: 1 }
  const outcome = await commit(ctx, { events: [event], statements: [] })
  return outcome.ok ? ok(null) : refuse({ code: 'busy' })
}
