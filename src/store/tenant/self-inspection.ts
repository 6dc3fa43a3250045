import { type Statement, statement } from '../statement.ts'

/** A topic that nobody decided; `title` only where the public may read it. */
export type WaitingTopicRow = { id: string; title: string | null; at: number }

/** A complaint that nobody answered. */
export type WaitingComplaintRow = { id: string; on: string }

/** The newest item of the home page. */
export type NewestRow = { docid: number; title: string; at: number }

/** An open emergency, as far as the rules ask. */
export type OpenIncidentRow = { id: string; state: string; what: string; at: number }

/** A publication under an earlier day. */
export type BackdatedRow = { id: string; reason: string; on: number; at: number }

/** How many service matters there are, and how many whose guide is poor. */
export type GuideTallyRow = { total: number; poor: number }

/** A service matter whose guide is poor. */
export type PoorGuideRow = { id: string; title: string }

/** A document or an interpretation that leads nowhere. */
export type UnlinkedRow = { kind: 'norm' | 'item'; id: string; title: string; at: string }

/** A link in a published text. */
export type LinkRow = { id: string; title: string; href: string }

/** Reads the newest item that the home page shows (首页最新信息). */
export function selectNewest(today: string): Statement {
  return statement(
    `SELECT docid, title, published_at AS at FROM published
     WHERE shown_until IS NULL OR shown_until >= ? ORDER BY docid DESC LIMIT 1`,
    today,
  )
}

/** Reads what the public asked for by topic since an instant and nobody decided yet, the oldest first. */
export function selectUnansweredTopics(since: number, limit: number): Statement {
  return statement(
    `SELECT id, CASE WHEN listed_at IS NOT NULL THEN title END AS title, arrived_at AS at
     FROM topic WHERE decided_at IS NULL AND arrived_at >= ?1 AND origin = 'public'
       AND state IN ('submitted', 'open')
     ORDER BY arrived_at, id LIMIT ?2 + 0`,
    since,
    limit,
  )
}

/** Reads complaints about the handling that nobody answered, the oldest first. */
export function selectUnansweredComplaints(since: string, limit: number): Statement {
  return statement(
    `SELECT id, filed_on AS "on" FROM complaint
     WHERE state = 'filed' AND filed_on >= ?1 ORDER BY filed_on, id LIMIT ?2 + 0`,
    since,
    limit,
  )
}

/** Reads when the public last got to read what became of a topic; of the newest 50 decisions. */
export function selectLastReply(): Statement {
  return statement(
    `SELECT max(decided_at) AS at FROM
       (SELECT decided_at, listed_at FROM topic WHERE decided_at IS NOT NULL
        ORDER BY decided_at DESC, id DESC LIMIT 50)
     WHERE listed_at IS NOT NULL`,
  )
}

/** Reads open emergencies, the oldest first. */
export function selectOpenIncidents(limit: number): Statement {
  return statement(
    `SELECT id, state, what, opened_at AS at FROM incident WHERE closed_at IS NULL
     ORDER BY opened_at LIMIT ? + 0`,
    limit,
  )
}

/** Reads publications under an earlier day since an instant, with their reasons, the newest first. */
export function selectBackdated(since: number, limit: number): Statement {
  return statement(
    `SELECT item_id AS id, backdate_reason AS reason, published_at AS "on", committed_at AS at
     FROM edition WHERE backdate_reason IS NOT NULL AND committed_at >= ?1
     ORDER BY committed_at DESC LIMIT ?2 + 0`,
    since,
    limit,
  )
}

/** Reads how many service matters there are, and how many without a guide or with a poor one (重点要素缺失). */
export function selectGuideTally(types: readonly string[]): Statement {
  return statement(
    `SELECT coalesce(sum(matters), 0) AS total, coalesce(sum(matters - fair), 0) AS poor
     FROM service_tally WHERE type IN (SELECT value FROM json_each(?1))`,
    JSON.stringify(types),
  )
}

/** Reads service matters without a guide or with a poor one, by code; an agency's list is bounded by law. */
export function selectPoorGuides(types: readonly string[], limit: number): Statement {
  return statement(
    `SELECT e.power_id AS id, e.name AS title
     FROM power_edition e LEFT JOIN service_guide g ON g.power_id = e.power_id
     WHERE e.valid_to IS NULL AND e.type IN (SELECT value FROM json_each(?1)) AND g.is_poor IS NOT 0
     ORDER BY e.code LIMIT ?2 + 0`,
    JSON.stringify(types),
    limit,
  )
}

/** Reads documents in force, published since a day, that nothing explains, and interpretations that explain nothing, newest first. */
export function selectUnlinked(since: string, genre: string, limit: number): Statement {
  return statement(
    `SELECT 'norm' AS kind, id, title, at FROM (
       SELECT n.id, n.title, n.published_on AS at FROM norm_document n
       WHERE n.published_on >= ?1 AND n.in_force = 1
         AND NOT EXISTS (SELECT 1 FROM interpretation i JOIN published p ON p.id = i.item_id
           WHERE i.of_item_id = n.item_id)
       ORDER BY n.published_on DESC, n.id DESC LIMIT ?3 + 0)
     UNION ALL
     SELECT 'item', id, title, at FROM (
       SELECT p.id, p.title, date(p.published_at / 1000, 'unixepoch', '+8 hours') AS at
       FROM (SELECT rowid AS docid FROM published_search WHERE published_search MATCH ?2
         ORDER BY rowid DESC LIMIT ?3 + 0) s CROSS JOIN published p ON p.docid = s.docid
       WHERE NOT EXISTS (SELECT 1 FROM interpretation i WHERE i.item_id = p.id))`,
    since,
    genre,
    limit,
  )
}

/** Reads links in the newest published texts. */
export function selectLinks(texts: number, limit: number): Statement {
  return statement(
    `SELECT p.id, p.title, t.value AS href
     FROM (SELECT id, title, document FROM published WHERE document IS NOT NULL
       ORDER BY docid DESC LIMIT ?1 + 0) p, json_tree(p.document) t
     WHERE instr(p.document, '"href"') > 0 AND t.key = 'href' LIMIT ?2 + 0`,
    texts,
    limit,
  )
}

/** Reads which of some ids lead to no item: neither published nor leading on to one that is. */
export function selectDeadItems(ids: readonly string[]): Statement {
  return statement(
    `SELECT value AS id FROM json_each(?1)
     WHERE NOT EXISTS (SELECT 1 FROM published WHERE published.id = value)
       AND NOT EXISTS (SELECT 1 FROM item WHERE item.id = value AND state IN ('merged', 'replaced'))`,
    JSON.stringify(ids),
  )
}

/** Reads whether a full-text query finds one item. */
export function selectFound(match: string, docid: number): Statement {
  return statement(
    `SELECT EXISTS (SELECT 1 FROM published_search
       WHERE published_search MATCH ?1 AND rowid = CAST(?2 AS INTEGER)) AS found`,
    match,
    docid,
  )
}
