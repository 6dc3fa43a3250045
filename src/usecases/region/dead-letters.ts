import type { RegionCtx } from '../context.ts'
import {
  type DeadLetter,
  insertDeadLetters,
  markReplayed,
  readDeadLetters,
} from '../../store/region/dead-letter.ts'

type Ctx = Pick<RegionCtx, 'region' | 'now'>

/** Keeps given-up messages (死信); the same one waiting already is not kept twice. */
export async function keepLetters(
  { region, now }: Ctx,
  letters: readonly Pick<DeadLetter, 'body' | 'reason'>[],
): Promise<void> {
  await insertDeadLetters(region, letters, now)
}

/** Lists the dead letters that wait to be sent again, oldest first, at most `limit`. */
export async function waitingLetters({ region }: Ctx, limit: number): Promise<DeadLetter[]> {
  return readDeadLetters(region, limit)
}

/** Marks dead letters as sent again. */
export async function closeLetters({ region, now }: Ctx, ids: readonly number[]): Promise<void> {
  await markReplayed(region, ids, now)
}
