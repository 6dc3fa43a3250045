import * as z from 'zod'
import { type DeskView, deskViews } from '../../domain/item/desk-views.ts'
import { levelOf } from '../../domain/item/lifecycle.ts'
import type { PublicationDue } from '../../domain/item/publish-clock.ts'
import {
  type ItemAction,
  type ItemState,
  itemStates,
  isItemState,
} from '../../domain/item/states.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { pageLimit } from '../../domain/shared/validate/fields.ts'
import { localDateOf, toRfc3339 } from '../../domain/time/instant.ts'
import { addDays } from '../../domain/time/local-date.ts'
import { readBatch } from '../../store/read.ts'
import {
  type ItemLine,
  type ItemPart,
  selectItemLines,
  selectStateCounts,
  type StateCount,
} from '../../store/tenant/item-desk-list.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { readPlace, signPlace } from '../signed-place.ts'
import { dueOf } from './show-desk-item.ts'
import { openSteps } from './take-item-step.ts'

/** What a caller of the desk's list may ask. */
export const deskItemQuery = {
  view: z.enum(deskViews).optional(),
  state: z.enum(itemStates).optional(),
  unit: z.string().max(100).optional(),
  limit: pageLimit.optional(),
  cursor: z.string().max(300).optional(),
} as const

type Query = {
  view?: DeskView | undefined
  state?: ItemState | undefined
  unit?: string | undefined
  limit?: number | undefined
  cursor?: string | undefined
}

/** A line of the desk's list (稿件条目); `due` is the clock of 条例第26条. */
export type DeskItemRow = {
  id: string
  title: string
  state: ItemState
  edition: number
  isLive: boolean
  attribute: string | null
  kind: string
  category: string
  unit: string | null
  author: string | null
  indexNumber: string | null
  writtenOn: string | null
  due: PublicationDue | null
  publishAt: string | null
  reassessOn: string | null
  remark: string | null
  hasFindings: boolean
  updatedAt: string
  actions: ItemAction[]
}

/** A page of the desk's list, with how many wait in each state. */
export type DeskItemPage = {
  items: DeskItemRow[]
  next: string | null
  counts: Readonly<Record<string, number>>
}

/** Lists items at the desk (稿件列表): by view what waits for me, is late, is due this week, came back. */
export async function listDeskItems(ctx: Ctx, query: Query): Promise<Result<DeskItemPage>> {
  const { actor } = ctx
  if (!may(actor, 'item.list-desk') || actor.type !== 'staff') return turnAway(actor)
  const { view = 'all', limit = 20 } = query
  const asked = `desk-items|${view}|${query.state ?? ''}|${query.unit ?? ''}|${actor.id}`
  const place = await readPlace(ctx.keys, asked, query.cursor)
  if (!place.ok) return place
  const part = { ...askedPart(ctx, view, query), ...placeOf(place.value), limit: limit + 1 }
  const [lines, counts] = await readBatch<[ItemLine, StateCount]>(ctx.db, [
    selectItemLines(part),
    selectStateCounts(),
  ])
  const shown = lines.slice(0, limit)
  const last = shown.at(-1)
  const goesOn = lines.length > limit && last !== undefined
  return ok({
    items: shown.map((line) => rowOf(ctx, line, actor.roles)),
    next: goesOn ? await signPlace(ctx.keys, asked, `${last.updatedAt}.${last.id}`) : null,
    counts: Object.fromEntries(counts.map((one) => [one.state, one.n])),
  })
}

function placeOf(place: string | null): Pick<ItemPart, 'after'> {
  const [updatedAt, id] = place?.split('.') ?? []
  const isPlace = updatedAt !== undefined && id !== undefined
  return { after: isPlace ? { updatedAt: Number(updatedAt), id } : null }
}

function askedPart(
  ctx: Ctx,
  view: DeskView,
  { state, unit }: Query,
): Omit<ItemPart, 'after' | 'limit'> {
  const part = { ...partOf(ctx, view), unit: unit ?? null }
  return state === undefined ? part : { ...part, states: [state] }
}

function partOf({ actor, now }: Ctx, view: DeskView): Omit<ItemPart, 'unit' | 'after' | 'limit'> {
  const today = localDateOf(now)
  const me = actor.type === 'staff' ? actor.id : ''
  const nothing = {
    states: null,
    editor: null,
    notBy: null,
    publishByBefore: null,
    publishByFrom: null,
    isReturned: false,
    reassessBefore: null,
  }
  switch (view) {
    case 'all':
      return nothing
    case 'waiting':
      return {
        ...nothing,
        states: waitingStates(actor.type === 'staff' ? actor.roles : []),
        notBy: me,
      }
    case 'mine':
      return { ...nothing, editor: me }
    case 'late':
      return { ...nothing, publishByBefore: today }
    case 'week':
      return { ...nothing, publishByFrom: today, publishByBefore: addDays(today, 8) }
    case 'returned':
      return { ...nothing, isReturned: true, editor: me }
    case 'scheduled':
      return { ...nothing, states: ['scheduled'] }
    case 'held':
      return { ...nothing, states: ['held'] }
    case 'reassess':
      return { ...nothing, reassessBefore: addDays(today, 31) }
    default:
      return view satisfies never
  }
}

/** States in which one of these roles has to act (等我办); what is set for later waits for nobody. */
export function waitingStates(roles: readonly string[]): ItemState[] {
  return itemStates.filter((state) => {
    if (state === 'draft' || state === 'held' || state === 'published' || state === 'scheduled') {
      return false
    }
    const steps = openSteps({ state, row: { isLive: 0 } }, roles)
    return levelOf(state) === null
      ? steps.includes('publish') || steps.includes('hold')
      : steps.includes('approve')
  })
}

function rowOf(ctx: Ctx, line: ItemLine, roles: readonly string[]): DeskItemRow {
  const state = isItemState(line.state) ? line.state : 'draft'
  return {
    id: line.id,
    title: line.title,
    state,
    edition: line.edition,
    isLive: line.isLive === 1,
    attribute: line.attribute,
    kind: line.kind,
    category: line.category,
    unit: line.unit,
    author: line.author,
    indexNumber: line.indexNumber,
    writtenOn: line.writtenOn,
    due: dueOf(ctx, line.publishBy),
    publishAt: line.publishAt === null ? null : toRfc3339(line.publishAt),
    reassessOn: line.reassessOn,
    remark: line.remark,
    hasFindings: line.hasFindings === 1,
    updatedAt: toRfc3339(line.updatedAt),
    actions: openSteps({ state, row: { isLive: line.isLive } }, roles),
  }
}
