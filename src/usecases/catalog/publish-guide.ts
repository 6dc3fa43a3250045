import { firstGuide, guideInput } from '../../domain/catalog/guide.ts'
import { actorName } from '../../domain/shared/actor.ts'
import { type FieldError, type Refusal, refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { commit } from '../../store/commit.ts'
import { bumpContent } from '../../store/tenant/content-version.ts'
import { insertGuide, readGuides } from '../../store/tenant/catalog/guide-version.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { recallId } from '../recall.ts'
import { showGuide, type GuideView } from './show-guide.ts'

/**
 * Publishes a new version of the guide (更新公开指南, 条例第12条); the earlier ones stay. Refuses `invalid`
 * naming every statutory field that is missing, `stale` when somebody else published one meanwhile.
 */
export async function publishGuide(
  ctx: Ctx,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<GuideView>> {
  if (!may(ctx.actor, 'guide.publish')) return turnAway(ctx.actor)
  const input = parseInput(guideInput, raw)
  if (!input.ok) return withLabels(input.refusal)
  const repeat = await recallId(ctx, 'guide.publish', idempotencyKey, input.value)
  if (!repeat.ok) return repeat
  const { earlier, remember } = repeat.value
  if (earlier !== null) return showGuide(ctx)
  const { note, seen, ...fields } = input.value
  const [last] = await readGuides(ctx.db, 1)
  const standing = last?.n ?? 1
  if (seen !== undefined && seen !== standing) return refuse({ code: 'stale' })
  const n = standing + 1
  const publishedBy = actorName(ctx.actor)
  // The version of the manifest is kept before another takes its place: the manifest may change.
  const first = {
    n: 1,
    fields: JSON.stringify(firstGuide(ctx.agency)),
    note: '',
    publishedAt: 0,
    publishedBy: 'system',
  }
  const done = await commit(ctx, {
    events: [
      { entity: 'guide', entityId: 'guide', seq: standing, kind: 'guide.published', data: { n } },
    ],
    statements: [
      ...(last === undefined ? [insertGuide(first)] : []),
      insertGuide({ n, fields: JSON.stringify(fields), note, publishedAt: ctx.now, publishedBy }),
      bumpContent(),
      ...remember(String(n)),
    ],
  })
  return done.ok ? showGuide(ctx) : refuse({ code: 'stale' })
}

/** 机构名称 of the guide shares its pointer with the text of an item, and is called by its own name. */
function withLabels(refusal: Refusal): Result<never> {
  if (refusal.code !== 'invalid') return refuse(refusal)
  const errors = refusal.errors.map((error): FieldError =>
    error.pointer === '/body' ? Object.assign({ label: '/guide/body' }, error) : error,
  )
  return refuse({ code: 'invalid', errors })
}
