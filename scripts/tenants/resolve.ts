import type { Agency } from '../../src/domain/agency/agency.ts'
import type { Manifest } from './manifest.ts'
import type { Entry } from './read-tree.ts'

/** An agency as the program sees it, with the database that belongs to it. */
export type ResolvedAgency = {
  agency: Agency
  binding: string
  database: { id: string; name: string }
}

/** Identifier of an agency (机关永久标识): its slug, unless the slug was changed later. */
export function idOf(manifest: Manifest): string {
  return manifest.id ?? manifest.slug
}

/** Name of the D1 binding of an agency: `DB_` and its id in capitals, `-` turned into `_`. */
function bindingOf(id: string): string {
  return `DB_${id.replaceAll('-', '_').toUpperCase()}`
}

/**
 * Turns a sound tree into agencies: parents before children, siblings as governments by division
 * code, then bureaus by site code. A channel takes site code and footer from its parent. Throws
 * on a tree that the checks have not passed.
 */
export function resolveAgencies(entries: readonly Entry[]): readonly ResolvedAgency[] {
  const resolved: ResolvedAgency[] = []

  function descend(slug: string | null, above: Agency | null): void {
    const siblings = entries.filter((entry) => entry.parent === slug).toSorted(inOrder)
    for (const { manifest } of siblings) {
      const agency = resolve(manifest, above)
      const database = { id: manifest.database, name: `yangguang-${agency.id}` }
      resolved.push({ agency, binding: bindingOf(agency.id), database })
      descend(manifest.slug, agency)
    }
  }

  descend(null, null)
  return resolved
}

function resolve(manifest: Manifest, above: Agency | null): Agency {
  const id = idOf(manifest)
  const siteIdCode = manifest.siteIdCode ?? above?.siteIdCode
  const footer = manifest.footer ?? above?.footer
  if (siteIdCode === undefined || footer === undefined) throw new Error(`unchecked manifest: ${id}`)
  return {
    id,
    slug: manifest.slug,
    name: manifest.name,
    shortName: manifest.shortName,
    level: manifest.level,
    kind: manifest.kind,
    parentId: above?.id ?? null,
    ...governmentAbove(above),
    path: [...(above?.path ?? []), id],
    divisionCode: manifest.divisionCode,
    site: manifest.site,
    siteIdCode,
    guide: manifest.guide,
    footer,
    settings: manifest.settings,
    columns: manifest.columns,
    ...past(manifest),
  }
}

/** The name of the government right above (本级或者上一级人民政府), where the tree has one. */
function governmentAbove(above: Agency | null): Pick<Agency, 'above'> {
  return above?.kind === 'government' ? { above: above.name } : {}
}

/** What only few agencies have: left out of the others, so that the registry stays small. */
function past({
  mergedColumns,
  columnDuties,
  villages,
  formerNames,
  formerParents,
  closed,
}: Manifest): Pick<
  Agency,
  'mergedColumns' | 'columnDuties' | 'villages' | 'formerNames' | 'formerParents' | 'closed'
> {
  return {
    ...(mergedColumns === undefined ? {} : { mergedColumns }),
    ...(columnDuties === undefined ? {} : { columnDuties }),
    ...(villages === undefined ? {} : { villages }),
    ...(formerNames === undefined ? {} : { formerNames }),
    ...(formerParents === undefined ? {} : { formerParents }),
    ...(closed === undefined ? {} : { closed }),
  }
}

function inOrder({ manifest: one }: Entry, { manifest: other }: Entry): number {
  const [left, right] = [orderKey(one), orderKey(other)]
  if (left === right) return 0
  return left < right ? -1 : 1
}

function orderKey({ kind, divisionCode, siteIdCode, slug }: Manifest): string {
  return [kind === 'government' ? 0 : 1, divisionCode, siteIdCode ?? '', slug].join(' ')
}
