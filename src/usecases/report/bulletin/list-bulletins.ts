import * as z from 'zod'
import {
  type BulletinKind,
  bulletinKinds,
  kindsFor,
} from '../../../domain/report/bulletin/kinds.data.ts'
import { type BulletinState, bulletinStates } from '../../../domain/report/bulletin/lifecycle.ts'
import { nextDue } from '../../../domain/report/bulletin/period.ts'
import { ok, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { type LocalDate, yearOf } from '../../../domain/time/local-date.ts'
import { readBatch } from '../../../store/read.ts'
import { type BulletinLineRow, selectBulletins } from '../../../store/tenant/bulletin/bulletin.ts'
import {
  type FindingCount,
  selectFindingCounts,
} from '../../../store/tenant/bulletin/bulletin-finding.ts'
import type { Ctx, RegionCtx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { hasBelow } from './gather.ts'
import { numberOf } from './read-bulletin.ts'

const listQuery = z.object({
  year: z
    .string()
    .regex(/^20\d{2}$/)
    .optional(),
  kind: z.enum(['', ...bulletinKinds]).optional(),
})

/** A bulletin in the list of the desk (简报条目). */
export type BulletinListLine = {
  id: string
  kind: BulletinKind
  period: string
  state: BulletinState
  dueOn: string
  number: string | null
  issuedOn: string | null
}

/** A kind that an agency makes: when the next one is generated, and how many findings wait (未销号). */
export type KindLine = {
  kind: BulletinKind
  next: { period: string; dueOn: LocalDate }
  waiting: number
  overdue: number
}

/** The bulletins of a year (简报列表), of one kind where asked. */
export type BulletinList = {
  year: number
  kind: BulletinKind | ''
  items: BulletinListLine[]
  kinds: KindLine[]
}

/** Lists the bulletins of a year, this one when left out. */
export async function listBulletins(
  ctx: Ctx,
  region: Pick<RegionCtx, 'agencies'>,
  raw: unknown,
): Promise<Result<BulletinList>> {
  if (!may(ctx.actor, 'bulletin.list')) return turnAway(ctx.actor)
  const query = parseInput(listQuery, raw)
  if (!query.ok) return query
  const today = localDateOf(ctx.now)
  const { kind = '' } = query.value
  const year = query.value.year === undefined ? yearOf(today) : Number(query.value.year)
  const [rows, counts] = await readBatch<[BulletinLineRow, FindingCount]>(ctx.db, [
    selectBulletins(year, kind === '' ? null : kind),
    selectFindingCounts(today),
  ])
  return ok({
    year,
    kind,
    items: rows.map(lineOf),
    kinds: kindsFor(hasBelow(ctx, region)).map((one) => {
      const count = counts.find((row) => row.kind === one)
      return {
        kind: one,
        next: nextDue(one, ctx.agency.settings, today),
        waiting: count?.waiting ?? 0,
        overdue: count?.overdue ?? 0,
      }
    }),
  })
}

function lineOf(row: BulletinLineRow): BulletinListLine {
  const kind = z.enum(bulletinKinds).parse(row.kind)
  return {
    id: row.id,
    kind,
    period: row.period,
    state: z.enum(bulletinStates).parse(row.state),
    dueOn: row.due_on,
    number: numberOf({ ...row, kind }),
    issuedOn: row.issued_on,
  }
}
