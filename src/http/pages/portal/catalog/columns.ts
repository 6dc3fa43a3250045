import type { Agency } from '../../../../domain/agency/agency.ts'
import { columnsOf, type Column } from '../../../../domain/catalog/tree.ts'
import type { Paths } from '../../../paths.ts'
import type { Crumb } from '../../../ui/breadcrumbs.tsx'
import type { ColumnMeta } from '../../../ui/gov-meta.tsx'
import { common } from '../../../ui/words/common.ts'

/** The columns from a fixed block down to one column, itself last, found by its id or one it had before; empty for an unknown id. */
export function columnPath(agency: Agency, id: string): readonly Column[] {
  const paths = known.get(agency) ?? pathsOf(columnsOf(agency), [], new Map())
  known.set(agency, paths)
  return paths.get(id) ?? []
}

const known = new WeakMap<Agency, ReadonlyMap<string, readonly Column[]>>()

function pathsOf(
  columns: readonly Column[],
  above: readonly Column[],
  paths: Map<string, readonly Column[]>,
): Map<string, readonly Column[]> {
  for (const column of columns) {
    const path = [...above, column]
    for (const id of [column.id, ...column.formerIds]) if (!paths.has(id)) paths.set(id, path)
    pathsOf(column.children, path, paths)
  }
  return paths
}

/** Tags of a column (栏目页元标签). */
export function columnMeta({ name, description, columnType }: Column): ColumnMeta {
  return { name, description, keywords: [name, common.platform], type: columnType }
}

/** Tags of a page that is a function and no column of the catalogue. */
export function pageMeta(
  name: string,
  description: string,
  type: ColumnMeta['type'] = '信息公开目录',
): ColumnMeta {
  return { name, description, keywords: [name, common.platform], type }
}

/** Steps of 当前位置 for a column; the last has a link only where it is not the page itself. */
export function columnCrumbs(path: readonly Column[], to: Paths, lastLinks: boolean): Crumb[] {
  return path.map((column, index) => ({
    label: column.name,
    href: lastLinks || index < path.length - 1 ? columnHref(column.id, to) : undefined,
  }))
}

/** Address of a column: the fixed blocks have pages of their own. */
export function columnHref(id: string, to: Paths): string {
  switch (id) {
    case 'disclosure-guide':
      return to.guide()
    case 'institution':
      return to.institution()
    case 'disclosure-rules':
      return to.rules()
    case 'statutory-content':
      return to.catalog()
    case 'annual-reports':
      return to.reports()
    default:
      return to.items({ category: id })
  }
}
