import { firstGuide, storedGuide, type GuideFields } from '../../domain/catalog/guide.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf, toRfc3339 } from '../../domain/time/instant.ts'
import { readHomePage } from '../../store/tenant/item/home.ts'
import { placedColumns } from '../catalog/column-path.ts'
import type { Ctx } from '../context.ts'
import type { HomeItem } from '../../store/tenant/item/home.ts'
import type { ItemRow, OriginOf } from './item-view.ts'

/** Columns that a front page quotes, as far as the agency has them; the first four count. */
const preferred = [
  'normative-documents',
  'plans',
  'budget-accounts',
  'livelihood-policies',
  'rural-policy',
  'social-relief',
  'institution',
  'other-statutory',
]

/** A line of a front page. */
export type HomeRow = Pick<ItemRow, 'id' | 'title' | 'publishedAt' | 'agency'>

/** What a front page shows (首页): the newest items, four columns, counters. */
export type Home = {
  latest: HomeRow[]
  byColumn: { column: { id: string; name: string }; rows: HomeRow[] }[]
  counts: { published: number; publishedThisYear: number }
  contentEpoch: number
  /** whom to ask, as the newest version of the guide says */
  contact: Pick<GuideFields, 'body' | 'telephone' | 'hours' | 'address'>
}

/** Reads an agency's front page in one round trip: 10 newest items and 6 of each of four columns. */
export async function readHome(
  ctx: Pick<Ctx, 'agency' | 'db' | 'now'>,
  originOf: OriginOf,
): Promise<Result<Home>> {
  const { agency, db, now } = ctx
  const present = placedColumns(agency)
  const columns = preferred
    .flatMap((id) => present.filter((column) => column.id === id))
    .slice(0, 4)
    .map(({ id, name }) => ({ id, name }))
  const ids = columns.map(({ id }) => id)
  const read = await readHomePage(db, ids, localDateOf(now), { latest: 10, column: 6 })
  const shown = { id: agency.id, name: agency.name, origin: originOf(agency) }
  const rowOf = (item: HomeItem): HomeRow => {
    return { ...item, publishedAt: toRfc3339(item.publishedAt), agency: shown }
  }
  return ok({
    latest: read.latest.map(rowOf),
    byColumn: columns.map((column, index) => ({
      column,
      rows: (read.byColumn[index] ?? []).map(rowOf),
    })),
    counts: { published: read.published, publishedThisYear: read.publishedThisYear },
    contentEpoch: read.contentEpoch,
    contact: read.guide === null ? firstGuide(agency) : storedGuide.parse(JSON.parse(read.guide)),
  })
}
