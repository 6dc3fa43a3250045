import { ok, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { readBatch } from '../../store/read.ts'
import { type PowerLogRow, selectPowerLog } from '../../store/tenant/service/power.ts'
import type { Ctx } from '../context.ts'
import { logLineOf, type PowerLogLine } from './power-view.ts'

const most = 30

/** Lists the newest changes of the list of powers (最近的职权调整), for a feed. */
export async function latestPowerChanges({
  db,
  now,
}: Pick<Ctx, 'db' | 'now'>): Promise<Result<PowerLogLine[]>> {
  const [log] = await readBatch<[PowerLogRow]>(db, [
    selectPowerLog({ from: '', to: localDateOf(now), kind: null }, most),
  ])
  return ok(log.map(logLineOf))
}
