import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import {
  type ClarificationRow,
  type ConcernedRow,
  selectClarification,
  selectConcerned,
} from '../../store/tenant/clarification.ts'
import type { Ctx } from '../context.ts'
import { type ClarificationView, correctionsOf, lineOf } from './view.ts'

/**
 * Shows a published clarification (澄清详情): `withdrawn` with its reason once taken back,
 * `not-found` for whatever was never published.
 */
export async function showClarification(
  { db }: Pick<Ctx, 'db'>,
  id: string,
): Promise<Result<ClarificationView>> {
  const [[row], concerned] = await readBatch<[ClarificationRow, ConcernedRow]>(db, [
    selectClarification(id),
    selectConcerned(id),
  ])
  if (row === undefined || row.published_at === null) return refuse({ code: 'not-found' })
  if (row.withdrawn_on !== null) {
    return refuse({
      code: 'withdrawn',
      title: row.claim,
      reason: row.reason ?? '',
      withdrawnOn: row.withdrawn_on,
    })
  }
  return ok({
    ...lineOf(row),
    sourceUrl: row.source_url,
    facts: row.facts,
    corrections: correctionsOf(row),
    items: concerned.flatMap(({ id: item, title }) =>
      title === null ? [] : [{ id: item, title }],
    ),
  })
}
