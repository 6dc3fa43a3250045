import * as z from 'zod'
import { type DeskView, deskViews } from '../../domain/item/desk-views.ts'
import { levelOf } from '../../domain/item/lifecycle.ts'
import type { PublicationDue } from '../../domain/item/publish-clock.ts'
import {
  type ItemAction,
  type ItemState,
  itemStates,
  isItemState,
  statesAtWork,
} from '../../domain/item/states.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { pageLimit } from '../../domain/shared/validate/fields.ts'
import { localDateOf, toRfc3339 } from '../../domain/time/instant.ts'
import { addDays, type LocalDate } from '../../domain/time/local-date.ts'
import { readBatch } from '../../store/read.ts'
import {
  type ItemLine,
  type ItemPart,
  selectAuthorLines,
  selectLatestLines,
  selectOwedLines,
  selectReassessLines,
  selectReturnedLines,
  selectStateCounts,
  selectStateLines,
  type StateCounts,
} from '../../store/tenant/item/desk-list.ts'
import type { Statement } from '../../store/statement.ts'
import { selectStaffNames } from '../../store/tenant/account/staff.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { readPlace, signPlace } from '../signed-place.ts'
import { dueOf } from './show-desk-item.ts'
import { openSteps, type Taker } from './take-item-step.ts'

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
  const { view = 'all', state = null, unit = null, limit = 20 } = query
  const asked = `desk-items|${view}|${state ?? ''}|${unit ?? ''}|${actor.id}`
  const place = await readPlace(ctx.keys, asked, query.cursor)
  if (!place.ok) return place
  const { select, keyOf } = listOf({ view, state, unit }, localDateOf(ctx.now), actor)
  const part = { state, unit, after: afterOf(place.value), limit: limit + 1 }
  const [lines, [tally]] = await readBatch<[ItemLine, StateCounts]>(ctx.db, [
    select(part),
    selectStateCounts(),
  ])
  const shown = lines.slice(0, limit)
  const names = await namesOf(ctx, shown)
  const last = shown.at(-1)
  const goesOn = lines.length > limit && last !== undefined
  return ok({
    items: shown.map((line) => rowOf(ctx, line, names.get(line.author) ?? null, actor)),
    next: goesOn ? await signPlace(ctx.keys, asked, `${keyOf(last)}.${last.id}`) : null,
    counts: countsOf(tally),
  })
}

async function namesOf(
  { db }: Ctx,
  lines: readonly ItemLine[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(lines.map(({ author }) => author))]
  if (ids.length === 0) return new Map()
  const [staff] = await readBatch<[{ id: string; name: string }]>(db, [selectStaffNames(ids)])
  return new Map(staff.map(({ id, name }) => [id, name]))
}

const numbers = z.record(z.string(), z.number())

/** States that somebody still has to work on, with how many items stand in each. */
function countsOf(tally: StateCounts | undefined): Record<string, number> {
  const counts = tally === undefined ? {} : numbers.parse(JSON.parse(tally.counts))
  return Object.fromEntries(
    statesAtWork.flatMap((state) => {
      const n = counts[state] ?? 0
      return n === 0 ? [] : [[state, n]]
    }),
  )
}

function afterOf(place: string | null): ItemPart['after'] {
  const [at, id] = place?.split('.') ?? []
  return at === undefined || id === undefined ? null : { at, id }
}

type Asked = { view: DeskView; state: ItemState | null; unit: string | null }

/** How a view is read, and what of a line is its place in the order. */
type List = { select: (part: ItemPart) => Statement; keyOf: (line: ItemLine) => string }

function listOf(
  { view, state, unit }: Asked,
  today: LocalDate,
  { id: me, roles }: { id: string; roles: readonly string[] },
): List {
  switch (view) {
    case 'all':
      // Few items are under way at a time, so those of a unit are soon found among them.
      return state === null || (unit !== null && !statesAtWork.includes(state))
        ? byUpdate(selectLatestLines)
        : ofStates([state])
    case 'waiting':
      return ofStates(waitingStates(roles), me)
    case 'mine':
      return {
        select: (part) => selectAuthorLines(me, part),
        keyOf: ({ createdAt }) => String(createdAt),
      }
    case 'late':
      return owed('', today)
    case 'week':
      return owed(today, addDays(today, 8))
    case 'returned':
      return byUpdate((part) => selectReturnedLines(me, part))
    case 'scheduled':
      return ofStates(['scheduled'])
    case 'held':
      return ofStates(['held'])
    case 'reassess':
      return {
        select: (part) => selectReassessLines(addDays(today, 31), part),
        keyOf: ({ reassessOn }) => reassessOn ?? '',
      }
    default:
      return view satisfies never
  }
}

function byUpdate(select: List['select']): List {
  return { select, keyOf: ({ updatedAt }) => String(updatedAt) }
}

function ofStates(states: readonly ItemState[], notBy: string | null = null): List {
  return byUpdate((part) => {
    const wanted = states.filter((one) => part.state === null || part.state === one)
    return selectStateLines(wanted.length === 0 ? noState : wanted, notBy, part)
  })
}

function owed(from: string, before: string): List {
  return {
    select: (part) => selectOwedLines(from, before, part),
    keyOf: ({ publishBy }) => publishBy ?? '',
  }
}

/** A list of no states is still a list: no item is in this one. */
const noState = ['']

/** States in which one of these roles has to act (等我办); what is set for later waits for nobody. */
export function waitingStates(roles: readonly string[]): ItemState[] {
  return itemStates.filter((state) => {
    if (state === 'draft' || state === 'held' || state === 'published' || state === 'scheduled') {
      return false
    }
    const steps = openSteps(
      { state, row: { isLive: 0, author: '', ending: null } },
      { id: '', roles },
    )
    return levelOf(state) === null
      ? steps.includes('publish') || steps.includes('hold')
      : steps.includes('approve')
  })
}

function rowOf(ctx: Ctx, line: ItemLine, author: string | null, who: Taker): DeskItemRow {
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
    author,
    indexNumber: line.indexNumber,
    writtenOn: line.writtenOn,
    due: dueOf(ctx, line.publishBy),
    publishAt: line.publishAt === null ? null : toRfc3339(line.publishAt),
    reassessOn: line.reassessOn,
    remark: line.remark,
    hasFindings: line.hasFindings === 1,
    updatedAt: toRfc3339(line.updatedAt),
    actions: openSteps({ state, row: line }, who),
  }
}
