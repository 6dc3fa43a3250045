import { columnsOf, type Column } from '../../domain/catalog/tree.ts'
import { ok, type Result } from '../../domain/shared/refusal.ts'
import { toRfc3339 } from '../../domain/time/instant.ts'
import { readColumnFigures, type ColumnFigure } from '../../store/tenant/catalog.ts'
import type { Ctx } from '../context.ts'
import { rootColumn } from './column-path.ts'

/** A column with the number of items its listing has, columns below included; times are RFC 3339. */
export type CatalogColumn = {
  id: string
  name: string
  columnType: string
  article: string | null
  description: string
  count: number
  lastPublishedAt: string | null
  children: CatalogColumn[]
}

/**
 * Shows an agency's catalogue (公开目录, 条例第12、20、21条) as one tree: the root is the whole
 * listing, its children are the fixed blocks.
 */
export async function showCatalog(ctx: Pick<Ctx, 'agency' | 'db'>): Promise<Result<CatalogColumn>> {
  const { total, columns } = await readColumnFigures(ctx.db)
  const figures = new Map(columns.map((figure) => [figure.columnId, figure]))
  const times = columns.map(({ lastPublishedAt }) => lastPublishedAt ?? 0)
  const last = Math.max(0, ...times)
  return ok({
    ...rootColumn,
    article: null,
    description: ctx.agency.name,
    count: total,
    lastPublishedAt: last === 0 ? null : toRfc3339(last),
    children: columnsOf(ctx.agency).map((column) => show(column, figures)),
  })
}

function show(column: Column, figures: ReadonlyMap<string, ColumnFigure>): CatalogColumn {
  const { id, name, columnType, article, description, children } = column
  const figure = figures.get(id)
  const last = figure?.lastPublishedAt ?? null
  return {
    id,
    name,
    columnType,
    article,
    description,
    count: figure?.count ?? 0,
    lastPublishedAt: last === null ? null : toRfc3339(last),
    children: children.map((child) => show(child, figures)),
  }
}
