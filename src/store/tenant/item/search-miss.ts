import { type Statement, statement } from '../../statement.ts'

/** A word that was searched and not found, and how often. */
export type MissRow = { term: string; n: number }

/** Most different words that one day counts: more are nobody's question. */
const mostOfDay = 300

/** Counts a word that a search did not find; `mark` names the message, which counts once when it comes again. */
export function countMiss(day: string, term: string, mark: string): Statement {
  return statement(
    `INSERT INTO search_miss (day, term, n, last)
     SELECT ?1, ?2, 1, ?3
     WHERE (SELECT count(*) FROM search_miss WHERE day = ?1) < ?4
        OR EXISTS (SELECT 1 FROM search_miss WHERE day = ?1 AND term = ?2)
     ON CONFLICT DO UPDATE SET n = n + 1, last = excluded.last WHERE last <> excluded.last`,
    day,
    term,
    mark,
    mostOfDay,
  )
}

/** Reads the words missed most often since a day, those already settled left out. */
export function selectMisses(since: string, atLeast: number, limit: number): Statement {
  return statement(
    `SELECT term, sum(n) AS n FROM search_miss
     WHERE day >= ?1 AND term NOT IN (SELECT term FROM search_miss_settled)
     GROUP BY term HAVING sum(n) >= ?2 ORDER BY sum(n) DESC, term LIMIT ?3 + 0`,
    since,
    atLeast,
    limit,
  )
}

/** Settles a word: it is not offered again. */
export function settleMiss(term: string, at: number): Statement {
  return statement(
    'INSERT INTO search_miss_settled (term, at) VALUES (?, ?) ON CONFLICT DO NOTHING',
    term,
    at,
  )
}

/** Forgets words missed before a day. */
export function forgetMisses(before: string): Statement {
  return statement('DELETE FROM search_miss WHERE day < ?', before)
}
