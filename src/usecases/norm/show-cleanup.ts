import { type Cleanup, cleanupLimit } from '../../domain/norm/cleanup.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import {
  type CleanupRow,
  selectCleanup,
  selectCleanupRows,
  selectCleanups,
} from '../../store/tenant/norm/cleanup.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'

/** A cleanup with its documents and what is proposed or was decided for each. */
export type CleanupView = Cleanup & { rows: CleanupRow[]; actions: string[] }

const listed = 50

/** Lists the cleanups of this agency (清理), newest first. */
export async function listCleanups(ctx: Ctx): Promise<Result<{ items: Cleanup[]; next: null }>> {
  if (!may(ctx.actor, 'norm.list')) return turnAway(ctx.actor)
  const [items] = await readBatch<[Cleanup]>(ctx.db, [selectCleanups(listed)])
  return ok({ items, next: null })
}

/** Opens a cleanup at the desk. */
export async function showCleanup(ctx: Ctx, id: string): Promise<Result<CleanupView>> {
  if (!may(ctx.actor, 'norm.list')) return turnAway(ctx.actor)
  const cleanup = await readCleanup(ctx, id)
  if (cleanup === null) return refuse({ code: 'not-found' })
  const isOpen = cleanup.state === 'open' && may(ctx.actor, 'norm.cleanup')
  return ok({ ...cleanup, actions: isOpen ? ['propose', 'decide'] : [] })
}

/**
 * Shows a cleanup to the public once it is decided (清理结果); before that there is none. A document
 * whose text was taken from the public is not named here either.
 */
export async function showPublicCleanup(
  ctx: Pick<Ctx, 'db'>,
  id: string,
): Promise<Result<Omit<CleanupView, 'actions'>>> {
  const cleanup = await readCleanup(ctx, id)
  if (cleanup?.state !== 'decided') return refuse({ code: 'not-found' })
  const rows = cleanup.rows.filter(({ isShown, decision }) => isShown === 1 && decision !== null)
  return ok({ ...cleanup, rows })
}

/** Reads a cleanup with its documents, or null. */
export async function readCleanup(
  { db }: Pick<Ctx, 'db'>,
  id: string,
): Promise<(Cleanup & { rows: CleanupRow[] }) | null> {
  const [[cleanup], rows] = await readBatch<[Cleanup, CleanupRow]>(db, [
    selectCleanup(id),
    selectCleanupRows(id, cleanupLimit),
  ])
  return cleanup === undefined ? null : { ...cleanup, rows }
}
