/** How far the region has followed an agency: last event taken in, and when (epoch ms). */
export type Position = { position: number; syncedAt: number }

/** Reads the positions of agencies in one query; an agency that never reported is missing. */
export async function readPositions(
  region: D1Database,
  agencies: readonly string[],
): Promise<Map<string, Position>> {
  const { results } = await region
    .prepare(
      `SELECT agency_id AS id, position, synced_at AS syncedAt FROM agency_sync
       WHERE agency_id IN (SELECT value FROM json_each(?))`,
    )
    .bind(JSON.stringify(agencies))
    .all<Position & { id: string }>()
  return new Map(results.map(({ id, position, syncedAt }) => [id, { position, syncedAt }]))
}

/** A month that was reported, and JSON of the offices whose sums hold it; null where that was not kept. */
export type ReportedMonth = { month: string; offices: string | null }

/** Reads an agency's position (0 when it never reported) and the months since `from` that it reported. */
export async function readProgress(
  region: D1Database,
  agency: string,
  from: string,
): Promise<{ position: number; months: ReportedMonth[] }> {
  const [sync, months] = await region.batch<{ position: number } & ReportedMonth>([
    region.prepare('SELECT position FROM agency_sync WHERE agency_id = ?').bind(agency),
    region
      .prepare('SELECT month, offices FROM agency_month WHERE agency_id = ? AND month >= ?')
      .bind(agency, from),
  ])
  return {
    position: sync?.results[0]?.position ?? 0,
    months: (months?.results ?? []).map(({ month, offices }) => ({ month, offices })),
  }
}
