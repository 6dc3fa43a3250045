import type { Cadence } from '../../domain/agency/agency.ts'
import { columnsOf, type Column } from '../../domain/catalog/tree.ts'
import { trunkOn } from '../../domain/catalog/trunk.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf, toRfc3339 } from '../../domain/time/instant.ts'
import { readColumnFigures } from '../../store/tenant/catalog/catalog.ts'
import type { Ctx } from '../context.ts'
import { heldBy, type ColumnHoldings } from './column-holdings.ts'
import { rootColumn } from './column-path.ts'

/** A column with the number of items its listing has, columns below included; times are RFC 3339. */
export type CatalogColumn = {
  id: string
  name: string
  columnType: string
  article: string | null
  description: string
  /** how often it is renewed; null for the root */
  cadence: Cadence | null
  mandatory: boolean
  /** who keeps it up to date (责任单位); null for the root */
  owner: string | null
  /** carriers on which it is made public (公开渠道) */
  channels: readonly string[]
  /** mandatory, and there is nothing in it (暂无信息) */
  missing: boolean
  formerIds: readonly string[]
  count: number
  lastPublishedAt: string | null
  children: CatalogColumn[]
}

/** An agency's catalogue and the version of the national trunk that it stands on. */
export type Catalog = CatalogColumn & { trunk: { id: string; name: string; inForceFrom: string } }

/**
 * Shows an agency's catalogue (公开目录, 条例第12、20、21条) as one tree: the root is the whole
 * listing, its children are the fixed blocks.
 */
export async function showCatalog(
  ctx: Pick<Ctx, 'agency' | 'db' | 'now'>,
): Promise<Result<Catalog>> {
  const figures = await readColumnFigures(ctx.db)
  const times = figures.columns.map(({ lastPublishedAt }) => lastPublishedAt ?? 0)
  const last = Math.max(0, ...times)
  const trunk = trunkOn(localDateOf(ctx.now))
  const { id, name, inForceFrom } = trunk
  const holdings = heldBy(figures)
  const office = ctx.agency.guide.body
  return ok({
    ...rootColumn,
    article: null,
    description: ctx.agency.name,
    cadence: null,
    mandatory: false,
    owner: null,
    channels: [],
    missing: false,
    formerIds: [],
    count: figures.total,
    lastPublishedAt: last === 0 ? null : toRfc3339(last),
    children: columnsOf(ctx.agency, trunk).map((column) => show(column, { holdings, office })),
    trunk: { id, name, inForceFrom },
  })
}

type Known = { holdings: ColumnHoldings; office: string }

function show(column: Column, known: Known): CatalogColumn {
  const { holdings, office } = known
  const { children, ...told } = column
  const { count, lastPublishedAt, isEmpty } = holdings(column)
  return {
    ...told,
    owner: told.owner ?? office,
    missing: column.mandatory && isEmpty,
    count,
    lastPublishedAt: lastPublishedAt === null ? null : toRfc3339(lastPublishedAt),
    children: children.map((child) => show(child, known)),
  }
}
