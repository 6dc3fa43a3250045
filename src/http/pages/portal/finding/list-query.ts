import { queryText } from '../../../paths.ts'
import type { Listing } from './read-list.ts'

/** The query of a list as the search part of an address, with changes; without the cursor it had. */
export function searchOf(
  query: Listing['query'],
  change: Readonly<Record<string, string>>,
): string {
  return queryText({ ...asked(query), ...change })
}

/** What a query asks, whatever its page: for addresses of the same search elsewhere. */
export function asked({ cursor: _cursor, ...query }: Listing['query']): Listing['query'] {
  return query
}
