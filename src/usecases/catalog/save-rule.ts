import type * as z from 'zod'
import { ruleInput } from '../../domain/catalog/rule-input.ts'
import { ok, refuse, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { commit } from '../../store/commit.ts'
import { bumpContent } from '../../store/tenant/content-version.ts'
import { putRule, readRules, type RuleRow } from '../../store/tenant/catalog/disclosure-rule.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { findReferences } from '../item/find-references.ts'
import { once, type Remember } from '../recall.ts'
import { listRules, type RuleRegister } from './list-rules.ts'

type Said = Omit<z.output<typeof ruleInput>, 'item'> & { item?: string | undefined }

/** Enters a rule into the register or changes one (登记制度); a last day ends it. Refuses `stale`. */
export async function saveRule(
  ctx: Ctx,
  id: string | null,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<RuleRegister>> {
  if (!may(ctx.actor, 'rule.save')) return turnAway(ctx.actor)
  const input = parseInput(ruleInput, raw)
  if (!input.ok) return input
  const content = { id, ...input.value }
  return once(
    ctx,
    { verb: 'rule.save', key: idempotencyKey, content },
    {
      again: () => listRules(ctx),
      make: (remember) => save(ctx, id, input.value, remember),
    },
  )
}

async function save(
  ctx: Ctx,
  id: string | null,
  input: z.output<typeof ruleInput>,
  remember: Remember,
): Promise<Result<RuleRegister>> {
  const rules = await readRules(ctx.db)
  const before = rules.find((rule) => rule.id === id)
  if (id !== null && before === undefined) return refuse({ code: 'not-found' })
  const standing = before?.seq ?? 0
  if (input.seen !== undefined && input.seen !== standing) return refuse({ code: 'stale' })
  const said = await readSaid(ctx, rules, before, input)
  if (!said.ok) return said
  return enter(ctx, { ruleId: id ?? ctx.newId(), seq: standing + 1 }, said.value, remember)
}

/** What is said of a rule, its text by id; a text that it has already may have left the public since. */
async function readSaid(
  ctx: Ctx,
  rules: readonly RuleRow[],
  before: RuleRow | undefined,
  said: Said,
): Promise<Result<Said>> {
  if (rules.some((rule) => rule.id !== before?.id && isSame(rule, said))) {
    return refuseField('/edition', { problem: 'taken' })
  }
  if (said.item === undefined || said.item === before?.itemId) return ok(said)
  const text = await findReferences(ctx, [said.item], '/item')
  return text.ok ? ok({ ...said, item: text.value[0]?.id }) : text
}

/** One number, or one title of what has none, stands in the register once for each edition. */
function isSame(rule: RuleRow, said: Said): boolean {
  if (rule.edition !== said.edition || rule.number !== (said.number ?? null)) return false
  return rule.number !== null || rule.title === said.title
}

async function enter(
  ctx: Ctx,
  { ruleId, seq }: { ruleId: string; seq: number },
  input: Said,
  remember: Remember,
): Promise<Result<RuleRegister>> {
  const { number = null, toOn = null, item = null, seen: _seen, ...said } = input
  const done = await commit(ctx, {
    events: [
      {
        entity: 'rule',
        entityId: ruleId,
        seq,
        kind: 'rule.saved',
        data: { system: said.system, from: said.fromOn, to: toOn },
      },
    ],
    statements: [
      putRule({ ...said, id: ruleId, seq, number, toOn, itemId: item }, ctx.now),
      bumpContent(),
      ...remember(ruleId),
    ],
  })
  return done.ok ? listRules(ctx) : refuse({ code: 'stale' })
}
