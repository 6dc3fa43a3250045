import { listCsv, mostListed } from '../../../domain/application/destruction.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { yearOf } from '../../../domain/time/local-date.ts'
import { commit } from '../../../store/commit.ts'
import { readBatch } from '../../../store/read.ts'
import { overwriteFreed, overwriteLog } from '../../../store/tenant/filler.ts'
import {
  type DestructionRow,
  finishDestruction,
  type ListedRow,
  selectApproved,
  selectDestruction,
  selectListed,
} from '../../../store/tenant/application/destruction.ts'
import type { Ctx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { sha256Hex } from '../../sha256-hex.ts'
import { destroyListed } from './destroy-case.ts'
import { listedCase } from './show.ts'

/** Cases of one run: with their statements they stay within the thousand of one invocation. */
const perRun = 40
/** Lists that one sweep takes up again. */
const perSweep = 1

/**
 * Destroys the cases of an approved list (销毁) and certifies it: each case in a batch of its own, then
 * what they left in the file is overwritten, then the list gets its number and the digest of its
 * lines. It may end anywhere and be begun again; a list that is done or not approved is left alone.
 */
export async function destroyCases(ctx: Ctx, id: string): Promise<Result<null>> {
  if (!may(ctx.actor, 'application.destroy')) return turnAway(ctx.actor)
  const [[row], waiting] = await readBatch<[DestructionRow, ListedRow]>(ctx.db, [
    selectDestruction(id),
    selectListed(id, perRun + 1, 'listed'),
  ])
  if (row === undefined) return refuse({ code: 'not-found' })
  if (row.state !== 'approved') return ok(null)
  for (const one of waiting.slice(0, perRun)) await destroyListed(ctx, id, one.application_id)
  if (waiting.length > perRun) {
    await ctx.post({ v: 1, kind: 'destroy', tenant: ctx.agency.id, key: id })
    return ok(null)
  }
  await overwriteFreed(ctx.db)
  const certified = await certify(ctx, row)
  // A page of the journal that was one of the cases before carries its remains into the log once more.
  await overwriteLog(ctx.db)
  return certified
}

/** Takes up again what a lost message or a crash left (补做). */
export async function resumeDestructions(ctx: Ctx): Promise<void> {
  const [open] = await readBatch<[{ id: string }]>(ctx.db, [selectApproved(perSweep)])
  for (const { id } of open) await destroyCases(ctx, id)
}

async function certify(ctx: Ctx, { id, version }: DestructionRow): Promise<Result<null>> {
  const [rows] = await readBatch<[ListedRow]>(ctx.db, [selectListed(id, mostListed)])
  const lines = rows.map(listedCase)
  const digest = await sha256Hex(listCsv(lines))
  const destroyed = lines.filter(({ state }) => state === 'destroyed').length
  const on = localDateOf(ctx.now)
  const seq = version + 1
  const outcome = await commit(ctx, {
    events: [
      {
        kind: 'destruction.finished',
        entity: 'destruction',
        entityId: id,
        seq,
        data: { on, destroyed, kept: lines.length - destroyed, digest },
      },
    ],
    statements: [finishDestruction(id, { version: seq, at: ctx.now, year: yearOf(on), digest })],
  })
  // Another run was faster, or took the same number: the sweep looks again.
  return outcome.ok || outcome.conflict === 'event' ? ok(null) : refuse({ code: 'busy' })
}
