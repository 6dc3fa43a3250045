import { ok, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import { type DisputeFileRow, selectDisputeFiles } from '../../store/tenant/dispute/dispute-file.ts'
import type { Ctx } from '../context.ts'
import { noteOpening } from '../note-opening.ts'
import { may } from '../permissions.ts'
import { bytesOf, openFileName } from './file-seal.ts'

/** A paper of a dispute in a case taken along; `read` answers null when its object is lost. */
export type PackedPaper = { name: string; read: () => Promise<Uint8Array<ArrayBuffer> | null> }

/** How many papers a dispute has, and the papers themselves; null for an officer who may not open them. */
export type PackedPapers = { n: number; papers: readonly PackedPaper[] | null }

/**
 * Opens the papers of disputes for the archive of their case (复议诉讼材料随卷), each dispute by its id:
 * every dispute notes who took them; refuses `busy` when that could not be written.
 */
export async function packPapers(
  ctx: Ctx,
  disputes: readonly string[],
): Promise<Result<Map<string, PackedPapers>>> {
  const { actor } = ctx
  const packed = new Map<string, PackedPapers>()
  if (disputes.length === 0) return ok(packed)
  const read = await readBatch<DisputeFileRow[]>(ctx.db, disputes.map(selectDisputeFiles))
  for (const [at, dispute] of disputes.entries()) {
    const rows = read[at] ?? []
    if (!may(actor, 'dispute.act') || actor.type !== 'staff') {
      packed.set(dispute, { n: rows.length, papers: null })
      continue
    }
    if (rows.length > 0) {
      const fact = { kind: 'package.opened', data: { staff: actor.id } } as const
      const noted = await noteOpening(ctx, 'dispute', dispute, fact)
      if (!noted.ok) return noted
    }
    const papers = await Promise.all(rows.map((row) => paper(ctx, dispute, row)))
    packed.set(dispute, { n: rows.length, papers })
  }
  return ok(packed)
}

async function paper(
  { keys, files }: Ctx,
  dispute: string,
  row: DisputeFileRow,
): Promise<PackedPaper> {
  return {
    name: await openFileName(keys, dispute, row.id, row.name_sealed),
    read: async () => {
      const object = await files.get(row.object_key)
      if (object === null) return null
      return keys.openBytes(bytesOf(dispute), new Uint8Array(await object.arrayBuffer()))
    },
  }
}
