import { bulletinInputs } from '../../../domain/report/bulletin/input.ts'
import {
  type BulletinAction,
  type BulletinState,
  lifecycleOf,
} from '../../../domain/report/bulletin/lifecycle.ts'
import { step } from '../../../domain/shared/machine.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { readBatch } from '../../../store/read.ts'
import { type ObjectionRow, selectObjections } from '../../../store/tenant/statistics/assessment.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import type { BulletinRow } from '../../../store/tenant/bulletin/bulletin.ts'
import type { Ctx, Message, RegionCtx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { commitBulletin } from './commit-bulletin.ts'
import { planIssue, type PlannedIssue } from './plan-issue.ts'
import { type Bulletin, readBulletin } from './read-bulletin.ts'
import { planShowing } from './show-sheets.ts'
import { type BulletinView, isSettled, openBulletin, showBulletin } from './show-bulletin.ts'

type StepAction = Exclude<BulletinAction, 'edit'>
type Planned = { row: BulletinRow; more?: Pick<PlannedIssue, 'events' | 'statements' | 'messages'> }
type Step = { ctx: Ctx; region: RegionCtx; bulletin: Bulletin; next: BulletinRow; who: string }
type Plan = (step: Step, raw: unknown) => Promise<Result<Planned>> | Result<Planned>

/**
 * Takes a step of a bulletin (简报办理): checking, which locks its figures; approval by another person than who
 * checked; issue, which numbers it and sends it on; back to draft. Refuses `step-not-open`,
 * `same-person`, `stale`.
 */
export async function actOnBulletin(
  ctx: Ctx,
  region: RegionCtx,
  id: string,
  action: string,
  raw: unknown,
): Promise<Result<BulletinView>> {
  const { actor } = ctx
  if (!may(actor, 'bulletin.write') || actor.type !== 'staff') return turnAway(actor)
  const stored = await readBulletin(ctx, id)
  if (stored === null || !isStep(action)) return refuse({ code: 'not-found' })
  const { row, bulletin } = stored
  const open = nextState(bulletin, action, actor.roles, raw)
  if (!open.ok) return open
  const next = { ...row, version: row.version + 1, state: open.value }
  const planned = await plans[action]({ ctx, region, bulletin, next, who: actor.id }, raw)
  if (!planned.ok) return planned
  const { row: after, more } = planned.value
  const done = await commitBulletin(ctx, action, after, more)
  if (!done.ok) return done
  for (const message of messagesOf(more)) await ctx.post(message)
  return showBulletin(ctx, region, id)
}

function nextState(
  { kind, state, version }: Bulletin,
  action: StepAction,
  roles: readonly string[],
  raw: unknown,
): Result<BulletinState> {
  const input =
    action === 'issue'
      ? parseInput(bulletinInputs.issue, raw)
      : parseInput(bulletinInputs.step, raw)
  if (!input.ok) return input
  if (input.value.version !== undefined && input.value.version !== version) {
    return refuse({ code: 'stale' })
  }
  const rows = lifecycleOf(kind)
  const open = step(rows, state, action, roles)
  if (open !== null) return ok(open.to)
  const isOthers = rows.some((row) => row.from === state && row.action === action)
  return refuse(isOthers ? { code: 'forbidden' } : { code: 'step-not-open', state, action })
}

const plans: Readonly<Record<StepAction, Plan>> = {
  check: async ({ ctx, region, bulletin, next, who }) => {
    const opened = await openBulletin(ctx, region, bulletin)
    if (!opened.ok) return opened
    const figures = JSON.stringify(opened.value.content)
    return ok({ row: { ...next, figures, checked_by: who } })
  },
  reopen: ({ next }) =>
    ok({ row: { ...next, figures: null, checked_by: null, approved_by: null } }),
  show: ({ ctx, bulletin, next }) => {
    if (bulletin.locked === null) throw new Error('a checked bulletin has its figures')
    const { content, letters } = planShowing(ctx, bulletin, bulletin.locked)
    return ok({
      row: { ...next, figures: JSON.stringify(content) },
      more: {
        events: letters.flatMap(({ events }) => events),
        statements: letters.flatMap(({ statements }) => statements),
        messages: letters.map(({ message }) => message),
      },
    })
  },
  approve: async ({ ctx, bulletin, next, who }) => {
    if (bulletin.checkedBy === who) return refuse({ code: 'same-person' })
    const [objections] = await readBatch<[ObjectionRow]>(ctx.db, [selectObjections(bulletin.id)])
    if (!isSettled(bulletin, objections, localDateOf(ctx.now))) {
      return refuse({ code: 'step-not-open', state: bulletin.state, action: 'approve' })
    }
    return ok({ row: { ...next, approved_by: who } })
  },
  issue: async ({ ctx, region, bulletin, next }, raw) => {
    const input = parseInput(bulletinInputs.issue, raw)
    if (!input.ok) return input
    const more = await planIssue(ctx, region, bulletin, input.value.ways)
    if (!more.ok) return more
    const { year, number, issuedOn, ways, itemId } = more.value
    return ok({
      row: {
        ...next,
        number_year: year,
        number,
        issued_on: issuedOn,
        ways: JSON.stringify(ways),
        item_id: itemId,
      },
      more: more.value,
    })
  },
}

function messagesOf(more: Planned['more']): readonly Message[] {
  return more === undefined ? [] : more.messages
}

function isStep(action: string): action is StepAction {
  return Object.hasOwn(plans, action)
}
