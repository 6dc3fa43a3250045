import type { Agency, Closure, FormerName } from '../../domain/agency/agency.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import type { RegionCtx } from '../context.ts'

/** An agency as the public sees it. */
export type AgencyView = Pick<
  Agency,
  | 'id'
  | 'slug'
  | 'name'
  | 'shortName'
  | 'level'
  | 'kind'
  | 'parentId'
  | 'siteIdCode'
  | 'divisionCode'
> & {
  origin: string
  channelPrefix: string
  /** names it had before, each with the last day of it */
  formerNames: readonly FormerName[]
  /** when it was merged away, and the id of the agency that took over */
  closed: Closure | null
}

/** Shows an agency with its public address; a channel's origin includes its prefix. */
export function agencyView(agency: Agency, originOf: (agency: Agency) => string): AgencyView {
  const { id, slug, name, shortName, level, kind, parentId, siteIdCode, divisionCode } = agency
  return {
    id,
    slug,
    name,
    shortName,
    level,
    kind,
    parentId,
    origin: originOf(agency),
    channelPrefix: agency.site.mode === 'channel' ? `/${agency.site.prefix}` : '',
    siteIdCode,
    divisionCode,
    formerNames: agency.formerNames ?? [],
    closed: agency.closed ?? null,
  }
}

/** Lists the agencies at and below `asked` (机关名单), or below one of them; refuses `not-found` for others. */
export function listAgencies(
  { agencies }: Pick<RegionCtx, 'agencies'>,
  asked: Agency,
  under: string | null,
  originOf: (agency: Agency) => string,
): Result<{ items: AgencyView[]; next: null }> {
  const top = under ?? asked.id
  const node = agencies.find((agency) => agency.id === top)
  if (node === undefined || !node.path.includes(asked.id)) return refuse({ code: 'not-found' })
  const items = agencies
    .filter((agency) => agency.path.includes(top))
    .map((agency) => agencyView(agency, originOf))
  return ok({ items, next: null })
}
