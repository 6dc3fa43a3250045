import * as z from 'zod'
import type { GuideBlock } from '../../domain/service/guide.ts'
import { serviceTypes } from '../../domain/service/power-types.data.ts'
import type { GuideState } from '../../domain/service/types.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { pageLimit } from '../../domain/shared/validate/fields.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { readBatch } from '../../store/read.ts'
import { selectServices, type ServiceRow } from '../../store/tenant/service/service-guide.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { readPlace, signPlace } from '../signed-place.ts'
import { type DueCounts, dueCountsOf, selectDueCounts } from './due-checks.ts'
import { guideDraftOf, serviceLineOf, type ServiceLine } from './guide-view.ts'

/** What the desk's list may be asked: all service matters, or those whose public guide lacks blocks. */
export const deskServiceQuery = {
  part: z.enum(['lacking', 'all']).optional(),
  limit: pageLimit.optional(),
  cursor: z.string().max(200).optional(),
}

/** A service matter in the desk's list, with the blocks that the text being written lacks. */
export type DeskServiceRow = ServiceLine & { state: GuideState | null; textLacks: GuideBlock[] }

/** A page of the desk's list (办事指南办理列表), and how many published guides are to be checked. */
export type DeskServices = { items: DeskServiceRow[]; next: string | null; toCheck: DueCounts }

const usualLimit = 20

/** Lists service matters at the desk with what their guides lack (缺项清单), by code. */
export async function listDeskServices(ctx: Ctx, raw: unknown): Promise<Result<DeskServices>> {
  const { actor, db, keys } = ctx
  if (!may(actor, 'power.list') || actor.type !== 'staff') return turnAway(actor)
  const query = parseInput(z.strictObject(deskServiceQuery), raw)
  if (!query.ok) return query
  const { part = 'lacking', limit = usualLimit, cursor } = query.value
  const asked = `desk-services|${part}`
  const place = await readPlace(keys, asked, cursor)
  if (!place.ok) return place
  const [rows, overdue, both] = await readBatch<[ServiceRow, { n: number }, { n: number }]>(db, [
    selectServices({
      types: serviceTypes,
      q: '',
      after: place.value ?? '',
      lacking: part === 'lacking',
      limit: limit + 1,
    }),
    ...selectDueCounts(ctx, 'guide'),
  ])
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return ok({
    items: rows.slice(0, limit).map(deskRowOf),
    next: last === undefined ? null : await signPlace(keys, asked, last.code),
    toCheck: dueCountsOf(overdue, both),
  })
}

function deskRowOf(row: ServiceRow): DeskServiceRow {
  const { state, textLacks } = guideDraftOf(row)
  return { ...serviceLineOf(row), state, textLacks }
}
