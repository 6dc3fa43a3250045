import type { Norm } from '../../domain/norm/norm.ts'
import { isState } from '../../domain/norm/types.ts'
import { readBatch } from '../../store/read.ts'
import type { Statement } from '../../store/statement.ts'
import { type NormRow, selectNorm } from '../../store/tenant/norm/norm.ts'
import type { Ctx } from '../context.ts'

/** Reads one normative document, or null. */
export async function readNorm(ctx: Pick<Ctx, 'db'>, id: string): Promise<Norm | null> {
  const [row] = await readNorms(ctx, selectNorm(id))
  return row ?? null
}

/** Reads the normative documents that a statement selects. */
export async function readNorms({ db }: Pick<Ctx, 'db'>, select: Statement): Promise<Norm[]> {
  const [rows] = await readBatch<[NormRow]>(db, [select])
  return rows.map(normOf)
}

/** Turns a stored row into the document that the rules look at; a word that no table knows is a bug. */
export function normOf(row: NormRow): Norm {
  const { state } = row
  if (!isState(state)) throw new Error(`document ${row.id} has the unknown state ${state}`)
  return { ...row, state }
}
