import type { Membership } from '../../domain/agency/offices.ts'
import { readBatch } from '../read.ts'
import { type Statement, statement } from '../statement.ts'

/** Each month of a CTE `counted` in the four periods that hold it, with the first and the last month of each. */
export const inPeriods = `SELECT counted.*,
    CASE width WHEN 1 THEN month WHEN 12 THEN year WHEN 3 THEN year || '-Q' || (at / 3 + 1)
      ELSE year || '-H' || (at / 6 + 1) END AS period,
    printf('%s-%02d', year, at / width * width + 1) AS first,
    printf('%s-%02d', year, at / width * width + width) AS last
  FROM (SELECT counted.*, substr(month, 1, 4) AS year, CAST(substr(month, 6) AS INTEGER) - 1 AS at
    FROM counted) counted
  CROSS JOIN (SELECT column1 AS width FROM (VALUES (1), (3), (6), (12)))`

/**
 * The statements that count an agency's months for every office above (覆盖), for the batch that
 * takes the months in: each period counts the agency once, and its corrections by their difference.
 */
export function tellOffices(agency: string, offices: readonly Membership[]): Statement[] {
  return [
    statement(
      `WITH counted AS MATERIALIZED (
        SELECT month, told, corrections FROM agency_month INDEXED BY agency_month_untold
        WHERE agency_id = ?1 AND told IS NOT corrections),
      moved AS MATERIALIZED (
        SELECT period, sum(corrections - coalesce(told, 0)) AS corrections,
          max(told IS NULL) AND NOT EXISTS (SELECT 1 FROM agency_month m WHERE m.agency_id = ?1
            AND m.month BETWEEN first AND last AND m.told IS NOT NULL) AS reporting
        FROM (${inPeriods}) GROUP BY period, first, last)
      INSERT INTO office_coverage (office_id, period, reporting, corrections)
      SELECT office.value->>'id', period, reporting, corrections FROM moved
      CROSS JOIN json_each(?2) office
      WHERE (reporting <> 0 OR corrections <> 0)
        AND substr(period, 1, 4) BETWEEN office.value->>'from' AND office.value->>'to'
      ON CONFLICT DO UPDATE SET reporting = reporting + excluded.reporting,
        corrections = corrections + excluded.corrections`,
      agency,
      JSON.stringify(offices),
    ),
    statement(
      `UPDATE agency_month INDEXED BY agency_month_untold SET told = corrections
       WHERE agency_id = ?1 AND told IS NOT corrections`,
      agency,
    ),
  ]
}

const asCells = `SELECT period, 'coverage' AS row, 'reporting' AS col, reporting AS n FROM mine
  UNION ALL SELECT period, 'coverage', 'corrections', corrections FROM mine`

/** An office's counts as they stand, and as the months of its members that were counted give them (重算). */
export function selectCounts(
  office: string,
  members: readonly Membership[],
): [Statement, Statement] {
  return [
    statement(
      `WITH mine AS (SELECT * FROM office_coverage WHERE office_id = ?1) ${asCells}`,
      office,
    ),
    statement(
      `WITH counted AS (SELECT agency_id, month, told FROM json_each(?1) member
         CROSS JOIN agency_month ON agency_id = member.value->>'id'
           AND substr(month, 1, 4) BETWEEN member.value->>'from' AND member.value->>'to'
         WHERE told IS NOT NULL),
       mine AS MATERIALIZED (SELECT period, count(DISTINCT agency_id) AS reporting,
         sum(told) AS corrections FROM (${inPeriods}) GROUP BY period) ${asCells}`,
      JSON.stringify(members),
    ),
  ]
}

/** A part of an office's subtree (分支): an office below with all its members, or members of the office itself. */
export type Branch = { office: string | null; of: number; members: readonly string[] }

/** Whose coverage in which period: all `members` of the subtree, and the branches that they fall into. */
export type CoverageAsked = {
  office: string
  period: { key: string; first: string; last: string }
  members: readonly string[]
  branches: readonly Branch[]
}

const missingMembers = `WITH counted AS MATERIALIZED (SELECT coalesce((SELECT reporting FROM office_coverage
        WHERE office_id = ?1 AND period = ?2), 0) AS n),
      lacking AS MATERIALIZED (SELECT branch.value AS branch FROM counted CROSS JOIN json_each(?3) branch
        WHERE counted.n <> CAST(?4 AS INTEGER) AND branch.value->>'of' <> coalesce((
          SELECT reporting FROM office_coverage
          WHERE office_id = branch.value->>'office' AND period = ?2), 0))
     SELECT member.value AS id FROM lacking CROSS JOIN json_each(lacking.branch->'members') member
     WHERE NOT EXISTS (SELECT 1 FROM agency_month
       WHERE agency_id = member.value AND month BETWEEN ?5 AND ?6)`

/** Reads which members did not report: as long as the counts say all did, O(1), else O(members of branches that lack some). */
export function selectMissing({ office, period, members, branches }: CoverageAsked): Statement {
  return statement(
    missingMembers,
    office,
    period.key,
    JSON.stringify(branches),
    members.length,
    period.first,
    period.last,
  )
}

/** Reads how many figures of closed months changed afterwards (更正): what is counted, and what is yet to be. */
export function selectCorrectionSum({ office, period, members }: CoverageAsked): Statement {
  return statement(
    `SELECT coalesce((SELECT corrections FROM office_coverage WHERE office_id = ?1 AND period = ?2), 0)
       + coalesce((SELECT sum(corrections - coalesce(told, 0)) FROM agency_month INDEXED BY agency_month_untold
           WHERE told IS NOT corrections AND month BETWEEN ?3 AND ?4
             AND instr(?5, json_quote(agency_id)) > 0), 0) AS n`,
    office,
    period.key,
    period.first,
    period.last,
    JSON.stringify(members),
  )
}

/** Up to so many members each is looked up; more are soon met with among all reports by time. */
const few = 30

/** Members among all reports by time; each that is not one of them is gone over. */
const byTime = `FROM agency_sync INDEXED BY agency_sync_at
  WHERE instr(?1, json_quote(agency_id)) > 0 ORDER BY synced_at`
const byName = 'FROM agency_sync WHERE agency_id IN (SELECT value FROM json_each(?1))'

/** Reads when the oldest and the newest report of members came in (epoch ms). */
export function selectTimes(members: readonly string[]): Statement {
  return statement(
    members.length <= few
      ? `SELECT min(synced_at) AS oldest, max(synced_at) AS newest ${byName}`
      : `SELECT (SELECT synced_at ${byTime} LIMIT 1) AS oldest,
           (SELECT synced_at ${byTime} DESC LIMIT 1) AS newest`,
    JSON.stringify(members),
  )
}

/** When an agency last reported (epoch ms), or null for never. */
export type LastReport = { id: string; syncedAt: number | null }

/** Reads which members have been silent for longest (久未报送): at most `limit`, those first that never reported. */
export async function readLongestSilent(
  region: D1Database,
  asked: CoverageAsked,
  limit: number,
): Promise<LastReport[]> {
  const { members } = asked
  const [missing, known] = await readBatch<[LastReport, LastReport]>(region, [
    {
      sql: `SELECT id, synced_at AS syncedAt FROM (${missingMembers}) LEFT JOIN agency_sync ON agency_id = id`,
      params: selectMissing(asked).params,
    },
    statement(
      `SELECT agency_id AS id, synced_at AS syncedAt
       ${members.length <= few ? `${byName} ORDER BY synced_at` : byTime} LIMIT CAST(?2 AS INTEGER)`,
      JSON.stringify(members),
      limit,
    ),
  ])
  const all = new Map([...missing, ...known].map((one) => [one.id, one]))
  return [...all.values()].toSorted((a, b) => (a.syncedAt ?? 0) - (b.syncedAt ?? 0)).slice(0, limit)
}
