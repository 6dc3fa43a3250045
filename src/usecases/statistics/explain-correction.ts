import * as z from 'zod'
import { safeLine } from '../../domain/document/safe-text.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import {
  type CorrectionCount,
  explainCorrections,
  selectCommitCorrections,
} from '../../store/tenant/statistics/correction.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'

/** Why figures of a closed month changed, in words that everybody may read. */
export const explainInput = z.strictObject({ reason: safeLine(300) })

/**
 * Writes the reason of the corrections that one commit made (更正原因); they keep the first one. Refuses
 * `not-found` for a commit that corrected nothing, `stale` when the reason stands already.
 */
export async function explainCorrection(
  ctx: Ctx,
  commitId: string,
  raw: unknown,
): Promise<Result<null>> {
  const { actor } = ctx
  if (!may(actor, 'correction.explain') || actor.type !== 'staff') return turnAway(actor)
  const [[found]] = await readBatch<[CorrectionCount]>(ctx.db, [selectCommitCorrections(commitId)])
  if (found === undefined || found.n === 0) return refuse({ code: 'not-found' })
  const input = parseInput(explainInput, raw)
  if (!input.ok) return input
  if (found.open === 0) return refuse({ code: 'stale' })
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'correction',
        entityId: commitId,
        seq: 1,
        kind: 'correction.explained',
        data: {},
      },
    ],
    statements: [explainCorrections(commitId, input.value.reason, actor.id)],
  })
  return outcome.ok ? ok(null) : refuse({ code: 'stale' })
}
