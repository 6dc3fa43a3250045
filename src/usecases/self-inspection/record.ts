import { readRecord } from '../../domain/self-inspection/record-input.ts'
import { refuse, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { endSelfChecks, insertSelfCheck } from '../../store/tenant/self-check.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { recallId } from '../recall.ts'
import { listSelfChecks, type SelfChecks } from './list-records.ts'
import { ownRules } from '../../domain/self-inspection/own-rules.ts'

/**
 * Records what an officer looked at because no record of the product gives it (人工核查登记): what was
 * recorded of the same thing before is over. Refuses `not-found` for a rule without such records,
 * `invalid` with every wrong field, `stale` when somebody was faster.
 */
export async function recordSelfCheck(
  ctx: Ctx,
  ruleId: string,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<SelfChecks>> {
  const { actor, now } = ctx
  if (!may(actor, 'self-inspection.record') || actor.type !== 'staff') return turnAway(actor)
  const rule = ownRules(ctx.agency).find(({ id }) => id === ruleId)
  if (rule === undefined || rule.hand === null) return refuse({ code: 'not-found' })
  const input = readRecord(rule, raw, localDateOf(now))
  if (!input.ok) return input
  const repeat = await recallId(ctx, 'self-inspection.record', idempotencyKey, {
    ruleId,
    ...input.value,
  })
  if (!repeat.ok) return repeat
  const { earlier, remember } = repeat.value
  if (earlier !== null) return listSelfChecks(ctx, ruleId)
  const { on, object: subject, replyOn: answeredOn, ...found } = input.value
  const id = ctx.newId()
  const row = {
    ...found,
    id,
    subject,
    answeredOn,
    checkedOn: on,
    recordedBy: actor.id,
    recordedAt: now,
  }
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'self-check',
        entityId: id,
        seq: 1,
        kind: 'self-check.recorded',
        data: { rule: rule.id, on },
      },
    ],
    statements: [endSelfChecks(rule.id, subject, now), insertSelfCheck(row), ...remember(id)],
  })
  return outcome.ok ? listSelfChecks(ctx, ruleId) : refuse({ code: 'stale' })
}
