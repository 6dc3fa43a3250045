import { itemStepInputs } from '../../../domain/item/step-input.ts'
import type { ItemState } from '../../../domain/item/states.ts'
import type { Fact } from '../../../domain/shared/journal.ts'
import { ok, refuse, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import type { Plan } from '../../../store/commit.ts'
import type { Statement } from '../../../store/statement.ts'
import { countFiles, uncountFiles } from '../../../store/tenant/item/file-count.ts'
import { isPublished } from '../../../store/tenant/item/ending.ts'
import { republishItem } from '../../../store/tenant/item/republish.ts'
import { planIncident } from '../../incident/plan-incident.ts'
import type { Ctx } from '../../context.ts'
import { contentPatch } from '../draft-row.ts'
import type { Ending } from '../ending.ts'
import { facetsOfItem, publicItemOf } from '../item-facts.ts'
import type { Work } from '../read-work.ts'
import { checkSeen, commitWork, type ItemPatch } from '../work-change.ts'
import { leavePublic } from './leave-public.ts'

/** Takes an item back, its reason staying where it stood (撤回): 410 with the reason. */
export async function withdrawItem(ctx: Ctx, work: Work, raw: unknown): Promise<Result<null>> {
  const input = parseInput(itemStepInputs.withdraw, raw)
  if (!input.ok) return input
  const { reason, version } = input.value
  return end(ctx, work, version, { kind: 'withdrawn', reason, target: null })
}

/** Puts a corrected item in the place of one that was wrong (更正): 410 that leads to the other. */
export async function replaceItem(ctx: Ctx, work: Work, raw: unknown): Promise<Result<null>> {
  const input = parseInput(itemStepInputs.replace, raw)
  if (!input.ok) return input
  const { by, reason, version } = input.value
  const other = await checkTarget(ctx, work, '/by', by)
  return other.ok ? end(ctx, work, version, { kind: 'replaced', reason, target: by }) : other
}

/** Joins an item to another that says the same (合并): its address leads there. */
export async function mergeItem(ctx: Ctx, work: Work, raw: unknown): Promise<Result<null>> {
  const input = parseInput(itemStepInputs.merge, raw)
  if (!input.ok) return input
  const { into, reason = '', version } = input.value
  const other = await checkTarget(ctx, work, '/into', into)
  return other.ok ? end(ctx, work, version, { kind: 'merged', reason, target: into }) : other
}

/**
 * Takes away at once what should never have been out (误发清除): nothing of it is told, and an
 * incident is open from then on.
 */
export async function removeItem(ctx: Ctx, work: Work, raw: unknown): Promise<Result<null>> {
  const input = parseInput(itemStepInputs.remove, raw)
  if (!input.ok) return input
  const { reason, version } = input.value
  return end(ctx, work, version, { kind: 'gone', reason, target: null })
}

/** Marks a document as repealed (废止): it stays to be read, and says so. */
export async function repealItem(ctx: Ctx, work: Work, raw: unknown): Promise<Result<null>> {
  const input = parseInput(itemStepInputs.repeal, raw)
  if (!input.ok) return input
  const { reason, version, by } = input.value
  const current = checkSeen(work, version)
  if (!current.ok) return current
  const today = localDateOf(ctx.now)
  const on = input.value.repealedOn ?? today
  if (on > today) return refuseField('/repealedOn', { problem: 'in-future' })
  if (work.content.writtenOn !== null && on < work.content.writtenOn) {
    return refuseField('/repealedOn', { problem: 'before', other: '/writtenOn' })
  }
  if (by !== undefined) {
    const other = await checkTarget(ctx, work, '/by', by)
    if (!other.ok) return other
  }
  const content = { ...work.content, validity: 'repealed' as const }
  const ending: Ending = { kind: 'repealed', title: content.title, reason, on, target: by ?? null }
  const patch = { ...(await contentPatch(ctx, content, true)), findings: work.row.findings }
  const item = publicItemOf(ctx.agency, { ...work, content }, work.shown?.publishedAt ?? ctx.now)
  const before = facetsOfItem(ctx.agency, work.shown)
  const facets = facetsOfItem(ctx.agency, item)
  const data = { ending: 'repealed', on, columns: [], facets, before }
  const changed = { ...patch, ending: JSON.stringify(ending) }
  const facts: Fact[] = [{ kind: 'item.ended', data }]
  return finish(ctx, work, 'repealed', facts, changed, [
    ...uncountFiles([item.id]),
    ...republishItem(item),
    ...countFiles([item.id]),
  ])
}

async function end(
  ctx: Ctx,
  work: Work,
  seen: number | undefined,
  {
    kind,
    reason,
    target,
  }: Pick<Ending, 'reason' | 'target'> & { kind: Exclude<Ending['kind'], 'repealed'> },
): Promise<Result<null>> {
  const current = checkSeen(work, seen)
  if (!current.ok) return current
  const leave = await leavePublic(ctx, work, { kind, reason, target })
  const incident = kind === 'gone' ? incidentOf(ctx, work.row.id, reason) : nothingMore
  const statements = [...leave.statements, ...incident.statements]
  return finish(ctx, work, kind, leave.facts, leave.patch, statements, incident.events)
}

const nothingMore: Plan = { events: [], statements: [] }

function incidentOf(ctx: Ctx, itemId: string, what: string): Plan {
  return planIncident({
    id: ctx.newId(),
    what,
    level: 'ordinary',
    itemId,
    staffId: ctx.actor.type === 'staff' ? ctx.actor.id : ctx.actor.type,
    now: ctx.now,
    isRemoved: true,
  })
}

async function finish(
  ctx: Ctx,
  work: Work,
  state: ItemState,
  facts: readonly Fact[],
  patch: ItemPatch,
  statements: readonly Statement[],
  others: Plan['events'] = [],
): Promise<Result<null>> {
  const changed = { ...patch, state, remark: null }
  const done = await commitWork(ctx, work, facts, changed, statements, others)
  if (done.ok) await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  return done
}

/** Another item to which readers are led must be one that they can read. */
async function checkTarget(
  { db }: Ctx,
  work: Work,
  pointer: string,
  id: string,
): Promise<Result<null>> {
  const isFit = id !== work.row.id && (await isPublished(db, id))
  return isFit
    ? ok(null)
    : refuse({ code: 'invalid', errors: [{ pointer, problem: 'not-listed', allowed: [] }] })
}
