import { type CaseCursor, formatCursor, parseCursor } from '../../domain/application/cursor.ts'
import { lifecycle } from '../../domain/application/lifecycle.ts'
import { colourRanges, type OpenCounts, waitingKey } from '../../domain/application/open-key.ts'
import { parseNumber } from '../../domain/application/number.ts'
import { parseReceiptPrefix } from '../../domain/application/receipt.ts'
import { type Action, isState, type State } from '../../domain/application/types.ts'
import { openActions } from '../../domain/shared/machine.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuseField } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { LocalDate } from '../../domain/time/local-date.ts'
import { readBatch } from '../../store/read.ts'
import type { Statement } from '../../store/statement.ts'
import type { ApplicationRow } from '../../store/tenant/application/application.ts'
import {
  type After,
  selectCoOverdue,
  selectDone,
  selectDoneState,
  selectNumbered,
  selectOpen,
  selectOpenState,
  selectRanges,
  selectReceipts,
  selectTally,
  selectUnregistered,
  type TallyRow,
} from '../../store/tenant/application/list.ts'
import type { CountedRow } from '../../store/tenant/application/counted.ts'
import type { Ctx } from '../context.ts'
import { countsOf } from './open-tally.ts'
import { may, turnAway } from '../permissions.ts'
import { readPlace, signPlace } from '../signed-place.ts'
import { type CountedAsked, countedPlace, countedStatement } from './counted-cases.ts'
import { type CaseQuery, caseQuerySchema } from './case-query.ts'
import { type CaseRow, caseRow } from './case-row.ts'
import { openPersonal } from './instrument/seal.ts'

/** A page of cases. */
export type CaseList = { items: CaseRow[]; next: string | null; counts: OpenCounts }

/**
 * Lists cases (办件列表): open ones by due day, those without one first; decided ones newest first.
 * `q` is a number or the beginning of a receipt.
 */
export async function listCases(ctx: Ctx, raw: unknown): Promise<Result<CaseList>> {
  const { actor } = ctx
  if (!may(actor, 'application.list') || actor.type !== 'staff') return turnAway(actor)
  const query = parseInput(caseQuerySchema, raw)
  if (!query.ok) return query
  const figure = figureOf(query.value)
  if (!figure.ok) return figure
  return figure.value === null
    ? listByState(ctx, actor, query.value)
    : listCounted(ctx, actor, query.value, figure.value)
}

/** The figure whose cases are asked for, whole and without a word about the lists of work; null where the list goes by state. */
function figureOf(query: CaseQuery): Result<CountedAsked | null> {
  const { row, class: column, period } = query
  if (row === undefined && column === undefined && period === undefined) return ok(null)
  if (row === undefined) return refuseField('/row', { problem: 'required' })
  if (period === undefined) return refuseField('/period', { problem: 'required' })
  const foreign = (['state', 'colour', 'q'] as const).find((name) => query[name] !== undefined)
  return foreign === undefined
    ? ok({ row, class: column ?? 'total', period })
    : refuseField(`/${foreign}`, { problem: 'unknown-field' })
}

async function listByState(
  ctx: Ctx,
  actor: { roles: readonly string[] },
  query: CaseQuery,
): Promise<Result<CaseList>> {
  const asked = `cases|${query.state ?? 'open'}|${query.colour ?? ''}`
  const place = await readPlace(ctx.keys, asked, query.cursor)
  if (!place.ok) return place
  const cursor = place.value === null ? null : parseCursor(place.value)
  const limit = query.limit ?? 20
  const [tally, found] = await readBatch<[TallyRow, ApplicationRow]>(ctx.db, [
    selectTally(),
    statementFor(ctx, query, cursor, limit + 1),
  ])
  const items = await Promise.all(found.slice(0, limit).map((row) => shown(ctx, actor, row)))
  const last = found[limit - 1]
  const goesOn = found.length > limit && query.q === undefined
  return ok({
    items,
    next:
      goesOn && last !== undefined
        ? await signPlace(ctx.keys, asked, formatCursor(positionOf(last, query.state)))
        : null,
    counts: countsOf(tally, localDateOf(ctx.now), ctx.calendar),
  })
}

/** The cases that a figure counts (数字背后的办件), in stretches of the index that are read one after another. */
async function listCounted(
  ctx: Ctx,
  actor: { roles: readonly string[] },
  { limit = 20, cursor }: CaseQuery,
  figure: CountedAsked,
): Promise<Result<CaseList>> {
  const asked = `counted|${figure.row}|${figure.class}|${figure.period}`
  const place = await readPlace(ctx.keys, asked, cursor)
  if (!place.ok) return place
  const planned = countedStatement(figure, place.value, ctx.now, limit + 1)
  if (!planned.ok) return planned
  const [tally, found] = await readBatch<[TallyRow, CountedRow]>(ctx.db, [
    selectTally(),
    planned.value,
  ])
  const last = found.length > limit ? found[limit - 1] : undefined
  return ok({
    items: await Promise.all(found.slice(0, limit).map((row) => shown(ctx, actor, row))),
    next:
      last === undefined ? null : await signPlace(ctx.keys, asked, countedPlace(last, place.value)),
    counts: countsOf(tally, localDateOf(ctx.now), ctx.calendar),
  })
}

type Tab = NonNullable<CaseQuery['state']>

/** What each tab reads from a position on. */
function pageOf(tab: Tab, after: After, today: LocalDate, limit: number): Statement {
  switch (tab) {
    case 'open':
      return selectOpen(after, limit)
    case 'waiting':
      return selectRanges(after, [{ from: waitingKey, to: '1' }], limit)
    case 'co-overdue':
      return selectCoOverdue(after, today, limit)
    case 'submitted':
      return selectUnregistered(after.id, limit)
    case 'awaiting-confirmation':
    case 'correcting':
    case 'fee-due':
    case 'received':
    case 'explaining':
    case 'accepted':
    case 'checking':
    case 'signing':
    case 'signed':
    case 'transferring':
      return selectOpenState(after, tab, limit)
    case 'replied':
    case 'closed':
    case 'archived':
    case 'withdrawn':
    case 'abandoned':
    case 'converted':
    case 'transferred':
    case 'destroyed':
      return selectDoneState(after, tab, limit)
    case 'done':
      return selectDone(after, limit)
    default:
      return tab satisfies never
  }
}

function statementFor(
  ctx: Ctx,
  { state = 'open', colour, q }: CaseQuery,
  cursor: CaseCursor | null,
  limit: number,
): Statement {
  if (q !== undefined) return searchStatement(ctx, q, limit)
  const after = cursor === null ? { at: '', id: '' } : { at: cursor.at, id: cursor.receipt }
  if (colour === undefined) return pageOf(state, after, localDateOf(ctx.now), limit)
  return selectRanges(after, colourRanges(colour, localDateOf(ctx.now), ctx.calendar), limit)
}

function searchStatement({ agency }: Ctx, q: string, limit: number): Statement {
  const number = parseNumber(agency.settings.applicationNumberPattern, q)
  if (number !== null) return selectNumbered(number.year, number.serial)
  const prefix = parseReceiptPrefix(q)
  return prefix === null ? selectReceipts('', 0) : selectReceipts(prefix, limit)
}

function positionOf(row: ApplicationRow, tab: Tab | undefined): CaseCursor {
  if (tab === 'co-overdue') return { at: row.co_due ?? '', receipt: row.id }
  return { at: row.decided_on ?? row.open_key ?? waitingKey, receipt: row.id }
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
