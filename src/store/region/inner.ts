import { bulk, statement, type Statement } from '../statement.ts'

/** What the offices above may know of an item that the public does not read (不对外公开信息). */
export type InnerItem = {
  itemId: string
  version: number
  /** 'withheld', 'on-request', or 'upper' for what agencies show to offices above */ reason: string
  ground: string | null
  /** null where even the name may be a secret */ title: string | null
  decidedOn: string
  reassessOn: string | null
}

/** Plans what brings the region up to an agency's inner items; a repeated or late message changes nothing. */
export function putInnerItems(
  agencyId: string,
  items: readonly InnerItem[],
  gone: readonly { itemId: string; version: number }[],
): Statement[] {
  return [
    ...bulk(
      `INSERT INTO region_inner (agency_id, item_id, version, reason, ground, title, decided_on,
         reassess_on)
       SELECT ?2, value->>'itemId', value->>'version', value->>'reason', value->>'ground',
         value->>'title', value->>'decidedOn', value->>'reassessOn'
       FROM json_each(?1) WHERE true
       ON CONFLICT DO UPDATE SET version = excluded.version, reason = excluded.reason,
         ground = excluded.ground, title = excluded.title, decided_on = excluded.decided_on,
         reassess_on = excluded.reassess_on
       WHERE excluded.version > version`,
      items,
      agencyId,
    ),
    ...bulk(
      `DELETE FROM region_inner WHERE agency_id = ?2 AND item_id IN (
         SELECT r.item_id FROM json_each(?1) CROSS JOIN region_inner r
           ON r.agency_id = ?2 AND r.item_id = value->>'itemId' AND r.version <= value->>'version')`,
      gone,
      agencyId,
    ),
  ]
}

/** A line of the list for the offices above. */
export type InnerLine = Omit<InnerItem, 'version'> & { agencyId: string }

/** Reads inner items of some agencies by reason and ground, the last decided first (不予公开清单). */
export function selectInner(part: {
  agencies: readonly string[]
  reason: string
  ground: string | null
  before: { decidedOn: string; itemId: string } | null
  limit: number
}): Statement {
  return statement(
    `SELECT agency_id AS agencyId, item_id AS itemId, reason, ground, title,
       decided_on AS decidedOn, reassess_on AS reassessOn
     FROM region_inner
     WHERE reason = ?1 AND (?2 IS NULL OR ground = ?2)
       AND agency_id IN (SELECT value FROM json_each(?3))
       AND (?4 IS NULL OR (decided_on, item_id) < (?4, ?5))
     ORDER BY decided_on DESC, item_id DESC LIMIT ?6 + 0`,
    part.reason,
    part.ground,
    JSON.stringify(part.agencies),
    part.before?.decidedOn ?? null,
    part.before?.itemId ?? null,
    part.limit,
  )
}

/** Counts inner items of some agencies by ground; the offices' own overview. */
export function selectInnerCounts(agencies: readonly string[], reason: string): Statement {
  return statement(
    `SELECT ground, count(*) AS n FROM region_inner
     WHERE reason = ?1 AND agency_id IN (SELECT value FROM json_each(?2))
     GROUP BY ground ORDER BY n DESC`,
    reason,
    JSON.stringify(agencies),
  )
}
