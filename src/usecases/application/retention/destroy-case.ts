import { localDateOf } from '../../../domain/time/instant.ts'
import { commit } from '../../../store/commit.ts'
import { readBatch } from '../../../store/read.ts'
import { destroyCase, keepCase, selectObjects } from '../../../store/tenant/application/destroy.ts'
import {
  type InstrumentRow,
  selectInstruments,
} from '../../../store/tenant/application/instrument.ts'
import { type RetainedRow, selectRetained } from '../../../store/tenant/application/retention.ts'
import type { Ctx } from '../../context.ts'
import { retained } from './retained.ts'

const maxTries = 4

/**
 * Destroys one listed case (销毁一卷), or keeps it when it is not due after all or was disputed
 * meanwhile. Its objects go first: their keys stand in the rows that the batch deletes.
 */
export async function destroyListed(ctx: Ctx, destruction: string, receipt: string): Promise<void> {
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const [[row], files, letters] = await readBatch<
      [RetainedRow, { object_key: string }, InstrumentRow]
    >(ctx.db, [selectRetained([receipt]), selectObjects(receipt), selectInstruments(receipt)])
    if (row === undefined) throw new Error('a listed case is missing')
    // Redone after a crash: what is destroyed stays as it was counted.
    if (row.state === 'destroyed') return
    const isDue = retained(ctx, row)?.isDue === true && row.destruction_id === destruction
    if (!isDue) {
      await commit(ctx, { events: [], statements: keepCase(receipt, destruction) })
      return
    }
    await ctx.files.remove(files.map((file) => file.object_key))
    if (
      await isDestroyed(ctx, row, destruction, { files: files.length, letters: letters.length })
    ) {
      return
    }
  }
  throw new Error('a listed case is busy')
}

async function isDestroyed(
  ctx: Ctx,
  row: RetainedRow,
  destruction: string,
  counts: { files: number; letters: number },
): Promise<boolean> {
  const [on, version] = [localDateOf(ctx.now), row.version + 1]
  const { id: receipt } = row
  const outcome = await commit(ctx, {
    events: [
      {
        kind: 'application.destroyed',
        entity: 'application',
        entityId: receipt,
        seq: version,
        data: { on, destruction },
      },
    ],
    statements: destroyCase({ receipt, version, destruction, on, ...counts }),
  })
  return outcome.ok
}
