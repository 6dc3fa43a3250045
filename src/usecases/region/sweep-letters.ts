import { readStranded } from '../../store/region/letter.ts'
import type { Ctx, RegionCtx } from '../context.ts'

/** A letter younger than this many ms may still be on its way through the queue. */
const grace = 20_000
/** Most letters of each direction that one sweep sends on; the next sweep sends the rest. */
const limit = 100

/** Sends on the letters of some agencies whose next message may have been lost (补投); answers how many. */
export async function sweepLetters(
  { region, now }: Pick<RegionCtx, 'region' | 'now'>,
  agencies: readonly string[],
  post: Ctx['post'],
): Promise<number> {
  const stranded = await readStranded(region, agencies, now - grace, limit)
  for (const { id, sender, recipient, deliveredAt } of stranded) {
    await post(
      deliveredAt === null
        ? { v: 1, kind: 'deliver', tenant: recipient, key: id }
        : { v: 1, kind: 'letter', tenant: sender, key: id },
    )
  }
  return stranded.length
}
