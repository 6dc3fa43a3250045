import type { Fact } from '../shared/journal.ts'

/** A change to the numbers beside one list (分面计数): `counts` by key of a choice. */
export type FacetDelta = { scope: string; counts: Record<string, number> }

/**
 * Counts events into the numbers beside lists: each key of an item counts in the list of all and
 * in the list of every other key of its own. Issuers are choices, but have no lists of their own.
 */
export function tallyFacets(facts: Iterable<Fact>): FacetDelta[] {
  const scopes = new Map<string, Map<string, number>>()
  for (const fact of facts) {
    for (const { keys, n } of filingsOf(fact)) {
      for (const scope of keys.filter(isScope)) addTo(scopes, scope, keys, n)
    }
  }
  return [...scopes].flatMap(([scope, counts]) => {
    const changed = [...counts].filter(([, n]) => n !== 0)
    return changed.length === 0 ? [] : [{ scope, counts: Object.fromEntries(changed) }]
  })
}

/** Under which keys an event files an item anew, and under which no longer. */
function filingsOf(fact: Fact): { keys: readonly string[]; n: 1 | -1 }[] {
  switch (fact.kind) {
    case 'item.published':
      return [{ keys: fact.data.facets, n: 1 }]
    case 'item.edition-published':
    case 'item.ended':
    case 'item.validity-changed':
      return [
        { keys: fact.data.before, n: -1 },
        { keys: fact.data.facets, n: 1 },
      ]
    case 'item.refiled':
      return [
        { keys: fact.data.formerFacets, n: -1 },
        { keys: fact.data.facets, n: 1 },
      ]
    default:
      return []
  }
}

function isScope(key: string): boolean {
  return !key.startsWith('issuer:')
}

function addTo(
  scopes: Map<string, Map<string, number>>,
  scope: string,
  keys: readonly string[],
  n: number,
): void {
  const counts = scopes.get(scope) ?? new Map<string, number>()
  scopes.set(scope, counts)
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + n)
}
