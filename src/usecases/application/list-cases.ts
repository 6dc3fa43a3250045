import { type DueRange, dueRange } from '../../domain/application/colour-range.ts'
import { type CaseCursor, formatCursor, parseCursor } from '../../domain/application/cursor.ts'
import { deadlineRules } from '../../domain/application/deadline-rules.data.ts'
import type { Colour } from '../../domain/application/deadline-colour.ts'
import { lifecycle } from '../../domain/application/lifecycle.ts'
import { parseNumber } from '../../domain/application/number.ts'
import { parseReceiptPrefix } from '../../domain/application/receipt.ts'
import { type Action, isState, type State } from '../../domain/application/types.ts'
import { openActions } from '../../domain/shared/machine.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { nationalCalendar } from '../../domain/time/calendar.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { isLocalDate } from '../../domain/time/local-date.ts'
import { prepare, type Statement } from '../../store/statement.ts'
import type { ApplicationRow } from '../../store/tenant/application.ts'
import {
  type ColourRange,
  type CountRow,
  countOpen,
  countReplied,
  selectDone,
  selectDue,
  selectNumbered,
  selectOpen,
  selectReceipts,
  selectReplied,
  selectUnregistered,
  selectWaiting,
} from '../../store/tenant/application-list.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { readPlace, signPlace } from '../signed-place.ts'
import { type CaseQuery, caseQuerySchema } from './case-query.ts'
import { type CaseRow, caseRow } from './case-row.ts'
import { openPersonal } from './seal.ts'

const tabs = ['open', 'waiting', 'red', 'yellow', 'blue', 'replied'] as const

/** How many cases stand in each tab of the desk. */
export type CaseCounts = Record<(typeof tabs)[number], number>

/** A page of cases. */
export type CaseList = { items: CaseRow[]; next: string | null; counts: CaseCounts }

/**
 * Lists cases (办件列表): open ones by due day, those without one first; decided ones newest first.
 * `q` is a number or the beginning of a receipt.
 */
export async function listCases(ctx: Ctx, raw: unknown): Promise<Result<CaseList>> {
  const { actor } = ctx
  if (!may(actor, 'application.list') || actor.type !== 'staff') return turnAway(actor)
  const query = parseInput(caseQuerySchema, raw)
  if (!query.ok) return query
  const asked = `cases|${query.value.state ?? 'open'}|${query.value.colour ?? ''}`
  const place = await readPlace(ctx.keys, asked, query.value.cursor)
  if (!place.ok) return place
  const cursor = place.value === null ? null : parseCursor(place.value)
  const limit = query.value.limit ?? 20
  const listing = statementsFor(ctx, query.value, cursor, limit + 1)
  const results = await ctx.db.batch<ApplicationRow | CountRow>(
    prepare(ctx.db, [...listing, countOpen(rangesOf(ctx)), countReplied()]),
  )
  const rows = results.flatMap((result) => result.results)
  const found = rows.filter((row) => 'sealed' in row).slice(0, limit + 1)
  const items = await Promise.all(found.slice(0, limit).map((row) => shown(ctx, actor, row)))
  const last = found[limit - 1]
  const goesOn = found.length > limit && query.value.q === undefined
  return ok({
    items,
    next:
      goesOn && last !== undefined
        ? await signPlace(ctx.keys, asked, formatCursor(positionOf(last)))
        : null,
    counts: countsOf(rows.filter((row) => 'n' in row)),
  })
}

type Tab = NonNullable<CaseQuery['state']>
type From = { on: string; id: string }

/** What each tab reads from a position on. */
function pageOf(tab: Tab, after: From, limit: number): Statement[] {
  switch (tab) {
    case 'open':
      return after.on === ''
        ? [selectWaiting(after.id, '', limit), selectOpen({ on: '', id: '' }, '', limit)]
        : [selectOpen(after, '', limit)]
    case 'waiting':
      return [selectWaiting(after.id, '', limit)]
    case 'submitted':
      return [selectUnregistered(after.id, limit)]
    case 'awaiting-confirmation':
    case 'correcting':
    case 'fee-due':
      return [selectWaiting(after.id, tab, limit)]
    case 'received':
    case 'explaining':
    case 'accepted':
    case 'checking':
    case 'signing':
    case 'signed':
      return [selectOpen(after, tab, limit)]
    case 'replied':
      return [selectReplied(after, limit)]
    case 'closed':
    case 'archived':
    case 'withdrawn':
    case 'abandoned':
    case 'converted':
      return [selectDone(after, tab, limit)]
    case 'done':
      return [selectDone(after, '', limit)]
    default:
      return tab satisfies never
  }
}

function statementsFor(
  ctx: Ctx,
  { state = 'open', colour, q }: CaseQuery,
  cursor: CaseCursor | null,
  limit: number,
): Statement[] {
  if (q !== undefined) return searchStatements(ctx, q, limit)
  const after = cursor === null ? { on: '', id: '' } : { on: cursor.on, id: cursor.receipt }
  if (colour === undefined) return pageOf(state, after, limit)
  return [selectDue(after, rangeOf(ctx, colour, 0), rangeOf(ctx, colour, 20), limit)]
}

function searchStatements({ agency }: Ctx, q: string, limit: number): Statement[] {
  const number = parseNumber(agency.settings.applicationNumberPattern, q)
  if (number !== null) return [selectNumbered(number.year, number.serial)]
  const prefix = parseReceiptPrefix(q)
  return prefix === null ? [] : [selectReceipts(prefix, limit)]
}

function rangeOf(ctx: Ctx, colour: Colour, extension: number): DueRange {
  const days = deadlineRules.find((rule) => rule.clock === 'reply' && rule.to === null)?.days ?? 0
  return dueRange(colour, days + extension, localDateOf(ctx.now), nationalCalendar)
}

function rangesOf(ctx: Ctx): ColourRange[] {
  return (['red', 'yellow', 'blue'] as const).map((colour) => ({
    colour,
    plain: rangeOf(ctx, colour, 0),
    extended: rangeOf(ctx, colour, 20),
  }))
}

function countsOf(rows: readonly CountRow[]): CaseCounts {
  const counts: CaseCounts = { open: 0, waiting: 0, red: 0, yellow: 0, blue: 0, replied: 0 }
  for (const tab of tabs) counts[tab] = rows.find(({ name }) => name === tab)?.n ?? 0
  return counts
}

function positionOf(row: ApplicationRow): CaseCursor {
  const on = row.decided_on ?? row.due_on ?? ''
  return { on: isLocalDate(on) ? on : '', receipt: row.id }
}

async function shown(
  ctx: Ctx,
  actor: { roles: readonly string[] },
  row: ApplicationRow,
): Promise<CaseRow> {
  const personal = await openPersonal(ctx.keys, row.id, row.sealed, ['request.subject'])
  const actions = isState(row.state)
    ? openActions<State, Action>(lifecycle, row.state, actor.roles)
    : []
  return caseRow(ctx, row, personal['request.subject'] ?? '', actions)
}
