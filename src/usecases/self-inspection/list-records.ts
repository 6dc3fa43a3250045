import type { HandRecord } from '../../domain/self-inspection/gathered.ts'
import { speaksUntil } from '../../domain/self-inspection/judge-by-hand.ts'
import type { Rule } from '../../domain/self-inspection/rule.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf, toRfc3339 } from '../../domain/time/instant.ts'
import type { LocalDate } from '../../domain/time/local-date.ts'
import { readBatch } from '../../store/read.ts'
import { type SelfCheckRow, selectSelfChecksOf } from '../../store/tenant/self-check.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { recordOf } from './found.ts'
import { ownRules } from '../../domain/self-inspection/own-rules.ts'

/** A record with who made it; it speaks, is too old, was followed by a newer one, or struck out. */
export type SelfCheck = HandRecord & {
  proof: string
  by: string | null
  at: string
  goodUntil: LocalDate
  state: 'speaks' | 'expired' | 'replaced' | 'struck'
}

/** The records of one rule (人工核查记录), the newest first. */
export type SelfChecks = { rule: Rule; items: SelfCheck[] }

const most = 50

/** Lists the newest records of a rule that officers look at themselves; `not-found` for any other rule. */
export async function listSelfChecks(ctx: Ctx, ruleId: string): Promise<Result<SelfChecks>> {
  if (!may(ctx.actor, 'self-inspection.show')) return turnAway(ctx.actor)
  const rule = ownRules(ctx.agency).find(({ id }) => id === ruleId)
  if (rule === undefined || rule.hand === null) return refuse({ code: 'not-found' })
  const [rows] = await readBatch<[SelfCheckRow]>(ctx.db, [selectSelfChecksOf(rule.id, most)])
  return ok({ rule, items: rows.flatMap((row) => viewOf(ctx, rule, row)) })
}

function viewOf({ calendar, now }: Ctx, rule: Rule, row: SelfCheckRow): SelfCheck[] {
  const [record] = recordOf(row)
  if (record === undefined) return []
  const until = speaksUntil({ rule, calendar }, record)
  const standing = until < localDateOf(now) ? 'expired' : 'speaks'
  const over = row.struck === 1 ? 'struck' : 'replaced'
  return [
    {
      ...record,
      proof: row.proof,
      by: row.name,
      at: toRfc3339(row.recordedAt),
      goodUntil: until,
      state: row.overAt === null ? standing : over,
    },
  ]
}
