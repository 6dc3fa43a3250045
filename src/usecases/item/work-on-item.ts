import type { Agency } from '../../domain/agency/agency.ts'
import { isItemStep, type ItemStep, itemStepInputs } from '../../domain/item/step-input.ts'
import { refuse, type Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { prepare } from '../../store/statement.ts'
import { removeRegionItems } from '../../store/region/items.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { syncAgency } from '../region/sync-agency.ts'
import { readWork, type Work } from './read-work.ts'
import { discardEdition } from './steps/discard.ts'
import { mergeItem, removeItem, repealItem, replaceItem, withdrawItem } from './steps/end.ts'
import { holdItem, reassessItem } from './steps/hold.ts'
import { publishItem } from './steps/publish.ts'
import { approveItem, returnItem } from './steps/review.ts'
import { scheduleItem, unscheduleItem } from './steps/schedule.ts'
import { recallItem, submitItem } from './steps/submit.ts'
import { mayTake } from './take-item-step.ts'

type Step = (
  ctx: Ctx,
  work: Work,
  raw: unknown,
  agencies: readonly Agency[],
) => Promise<Result<null>>

const steps: Readonly<Record<ItemStep, Step>> = {
  submit: submitItem,
  recall: recallItem,
  discard: discardEdition,
  approve: approveItem,
  return: returnItem,
  publish: publishItem,
  schedule: scheduleItem,
  unschedule: (ctx, work, raw) => unscheduleItem(ctx, work, raw),
  hold: holdItem,
  reassess: reassessItem,
  withdraw: withdrawItem,
  replace: replaceItem,
  merge: mergeItem,
  repeal: repealItem,
  remove: removeItem,
}

/** Steps after which readers of the whole region must not find an item any more. */
const endings: ReadonlySet<ItemStep> = new Set(['withdraw', 'replace', 'merge', 'remove'])

/**
 * Takes one step of an item's lifecycle (办理一步) as the table opens it to this person. What is taken from readers leaves the region's index in the same act.
 */
export async function workOnItem(
  ctx: Ctx,
  region: RegionCtx,
  id: string,
  action: string,
  raw: unknown,
): Promise<Result<null>> {
  const { actor } = ctx
  if (!may(actor, 'item.act') || actor.type !== 'staff') return turnAway(actor)
  if (!isItemStep(action)) return refuse({ code: 'not-found' })
  const work = await readWork(ctx, id)
  if (work === null) return refuse({ code: 'not-found' })
  const open = mayTake(work, action, actor)
  if (!open.ok) return isOutdated(raw, work.version) ? refuse({ code: 'stale' }) : open
  if (action === 'remove' && isSound(raw, work.version)) await forgetInRegion(ctx, region, id)
  const done = await steps[action](ctx, work, raw, region.agencies)
  if (!done.ok) return withNames(done, region.agencies)
  if (endings.has(action)) await syncAgency(ctx, region)
  return done
}

/** Whoever reads the refusal knows agencies by their names. */
function withNames(
  done: Extract<Result<null>, { ok: false }>,
  agencies: readonly Agency[],
): Result<null> {
  const { refusal } = done
  if (refusal.code !== 'consultation-open') return done
  const names = refusal.agencies.map((id) => agencies.find((one) => one.id === id)?.name ?? id)
  return refuse({ ...refusal, agencies: names })
}

/**
 * In an emergency the region goes first: if the act is cut off in between, too much is gone rather
 * than too little, and repeating it brings it to its end.
 */
async function forgetInRegion(
  { agency }: Ctx,
  { region }: Pick<RegionCtx, 'region'>,
  itemId: string,
): Promise<void> {
  const gone = [{ itemId, version: Number.MAX_SAFE_INTEGER }]
  await region.batch(prepare(region, removeRegionItems(agency.id, gone)))
}

// Only a removal that will be done: one that is refused must leave the region as it is.
function isSound(raw: unknown, version: number): boolean {
  return parseInput(itemStepInputs.remove, raw).ok && !isOutdated(raw, version)
}

// A step that is closed because somebody took it first is told as that, when the page shows it.
function isOutdated(raw: unknown, version: number): boolean {
  if (typeof raw !== 'object' || raw === null || !('version' in raw)) return false
  return typeof raw.version === 'number' && raw.version !== version
}
