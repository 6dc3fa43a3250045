import type { MatterKind } from '../domain/service/check-day.ts'
type Query = Readonly<Record<string, string | number | null | undefined>>

/* oxlint-disable typescript/explicit-module-boundary-types -- the object is its own type, read by name everywhere */
/** The addresses of the lists of powers and the service guides (权责清单、办事指南). */
export function servicePaths(at: (path: string, query?: Query) => string) {
  return {
    powersFeed: () => at('/powers/feed.xml'),
    services: (query: Query = {}) => at('/services', query),
    service: (id: string) => at(`/services/${encodeURIComponent(id)}`),
    powers: (query: Query = {}) => at('/powers', query),
    powerChanges: (query: Query = {}) => at('/powers/changes', query),
    powerCounts: (query: Query = {}) => at('/powers/counts', query),
    deskPowers: () => at('/desk/powers'),
    newPowerChange: () => at('/desk/powers/new'),
    deskPowerChange: (id: string, query: Query = {}) =>
      at(`/desk/powers/${encodeURIComponent(id)}`, query),
    powerChangeEdit: (id: string) => at(`/desk/powers/${encodeURIComponent(id)}/edit`),
    powerEntries: (id: string) => at(`/desk/powers/${encodeURIComponent(id)}/entries`),
    removePowerEntry: (id: string) => at(`/desk/powers/${encodeURIComponent(id)}/entries/removals`),
    powerChangeAct: (id: string, action: string) =>
      at(`/desk/powers/${encodeURIComponent(id)}/actions/${encodeURIComponent(action)}`),
    powerChecks: (query: Query = {}) => at('/desk/power-checks', query),
    powerCheck: (kind: MatterKind, id: string) =>
      at(`/desk/power-checks/${kind}/${encodeURIComponent(id)}`),
    deskServices: (query: Query = {}) => at('/desk/services', query),
    deskService: (id: string, query: Query = {}) =>
      at(`/desk/services/${encodeURIComponent(id)}`, query),
    serviceGuideEdit: (id: string) => at(`/desk/services/${encodeURIComponent(id)}/edit`),
    serviceGuideAct: (id: string, action: string) =>
      at(`/desk/services/${encodeURIComponent(id)}/actions/${encodeURIComponent(action)}`),
  }
}
