import { ok, type Result } from '../../domain/shared/refusal.ts'
import { readCatalogFiles } from '../../store/tenant/catalog/catalog-files.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'

/** An item that does not agree with its files: it has neither text nor file, or lacks elements. */
export type Mismatch = {
  id: string
  title: string
  problem: 'bare' | 'unlabelled'
  /** elements of 条例第12条 that are not there */
  missing: ('summary' | 'writtenOn')[]
}

/** Entries and files of a catalogue, told apart (目录与文件). */
export type FileComparison = {
  entries: number
  files: number
  bare: number
  unlabelled: number
  found: Mismatch[]
}

/** Most items that the examination names, the newest. */
const namedItems = 50

/**
 * Compares the entries of the catalogue with the files behind them (目录与文件核对, 条例第12条): entries
 * without text, fields and file, and files whose entry lacks 概述 or 生成日期; number and title always are there.
 */
export async function compareFiles(ctx: Ctx): Promise<Result<FileComparison>> {
  if (!may(ctx.actor, 'catalog.examine')) return turnAway(ctx.actor)
  const { found, ...figures } = await readCatalogFiles(ctx.db, namedItems)
  return ok({
    ...figures,
    found: found.map(({ id, title, files, summary, writtenOn }) => ({
      id,
      title,
      problem: files === 0 ? 'bare' : 'unlabelled',
      missing: [
        ...(summary === null || summary === '' ? (['summary'] as const) : []),
        ...(writtenOn === null ? (['writtenOn'] as const) : []),
      ],
    })),
  })
}
