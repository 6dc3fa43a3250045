import type { Cadence } from '../../domain/agency/agency.ts'
import {
  healthColours,
  healthOf,
  type Health,
  type HealthColour,
} from '../../domain/catalog/health.ts'
import { columnsOf, type Column } from '../../domain/catalog/tree.ts'
import { trunkOn } from '../../domain/catalog/trunk.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { parseLocalDate, type LocalDate } from '../../domain/time/local-date.ts'
import { readColumnFigures } from '../../store/tenant/catalog/catalog.ts'
import { readBatch } from '../../store/read.ts'
import { selectLastChecks, type ColumnCheck } from '../../store/tenant/catalog/column-check.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { heldBy, type Holding } from './column-holdings.ts'

/** A column as the desk sees it (体检结果): what it holds, what is due, what it needs. */
export type ExaminedColumn = Health & {
  id: string
  name: string
  path: readonly string[]
  article: string | null
  cadence: Cadence
  mandatory: boolean
  owner: string
  channels: readonly string[]
  count: number
  lastOn: LocalDate | null
  check: { number: number; on: string; note: string; by: string } | null
  /** steps open to this actor */
  actions: ('check' | 'refile')[]
}

/** The examination of a catalogue on a day: the most urgent columns first. */
export type Examination = {
  on: LocalDate
  trunk: { id: string; name: string; inForceFrom: string }
  counts: Record<HealthColour, number>
  columns: ExaminedColumn[]
}

/** The block that only holds other columns. */
const containers = new Set(['statutory-content'])

/** Examines every column of an agency (栏目体检): empty, late, soon due, stale, to be checked. */
export async function examineColumns(ctx: Ctx): Promise<Result<Examination>> {
  if (!may(ctx.actor, 'catalog.examine')) return turnAway(ctx.actor)
  const today = localDateOf(ctx.now)
  const trunk = trunkOn(today)
  const [figures, [checks]] = await Promise.all([
    readColumnFigures(ctx.db),
    readBatch<[ColumnCheck]>(ctx.db, [selectLastChecks()]),
  ])
  const lastChecks = new Map(checks.map((check) => [check.columnId, check]))
  const holdings = heldBy(figures)
  const examined = flat(columnsOf(ctx.agency, trunk), [])
    .filter(({ column }) => !containers.has(column.id))
    .map(({ column, path }) =>
      examine(ctx, column, path, holdings(column), lastChecks.get(column.id)),
    )
    .toSorted(byUrgency)
  const { id, name, inForceFrom } = trunk
  return ok({
    on: today,
    trunk: { id, name, inForceFrom },
    counts: countsOf(examined),
    columns: examined,
  })
}

function examine(
  ctx: Ctx,
  column: Column,
  path: readonly string[],
  { count, isEmpty, changedAt }: Holding,
  check: ColumnCheck | undefined,
): ExaminedColumn {
  const { id, name, article, cadence, mandatory, owner, channels } = column
  const lastOn = changedAt === null ? null : localDateOf(changedAt)
  const checkedOn = parseLocalDate(check?.checkedOn ?? '')
  const state = { count: isEmpty ? 0 : Math.max(1, count), lastOn, checkedOn }
  const health = healthOf(column, state, localDateOf(ctx.now), ctx.calendar)
  const isCheckable = cadence.kind !== 'regular' && health.code !== 'empty-mandatory'
  return {
    ...health,
    id,
    name,
    path,
    article,
    cadence,
    mandatory,
    owner: owner ?? ctx.agency.guide.body,
    channels,
    count,
    lastOn,
    check:
      check === undefined
        ? null
        : { number: check.seq, on: check.checkedOn, note: check.note, by: check.checkedBy },
    actions: [
      ...(isCheckable && may(ctx.actor, 'catalog.check') ? (['check'] as const) : []),
      ...(count > 0 && may(ctx.actor, 'catalog.refile') ? (['refile'] as const) : []),
    ],
  }
}

function flat(
  columns: readonly Column[],
  above: readonly string[],
): { column: Column; path: readonly string[] }[] {
  return columns.flatMap((column) => {
    const path = [...above, column.name]
    return [{ column, path }, ...flat(column.children, path)]
  })
}

function countsOf(columns: readonly ExaminedColumn[]): Record<HealthColour, number> {
  const counts = { red: 0, yellow: 0, blue: 0, none: 0 }
  for (const { colour } of columns) counts[colour] += 1
  return counts
}

function byUrgency(one: ExaminedColumn, other: ExaminedColumn): number {
  const colours = healthColours.indexOf(one.colour) - healthColours.indexOf(other.colour)
  if (colours !== 0) return colours
  // An empty mandatory column has been late from the beginning.
  const undated = one.colour === 'red' ? '' : '9999'
  const [first, second] = [one.dueOn ?? undated, other.dueOn ?? undated]
  if (first !== second) return first < second ? -1 : 1
  return 0
}
