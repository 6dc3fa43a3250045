import { canonicalJson } from '../../../domain/item/canonical-json.ts'
import { reportDocument } from '../../../domain/report/annual/document.ts'
import type { ReportWork } from '../../../domain/report/annual/types.ts'
import type { DocumentTree } from '../../../domain/document/tree.ts'
import { ok, type Result } from '../../../domain/shared/refusal.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import type { Ctx } from '../../context.ts'
import { draftItem } from '../../item/draft-item.ts'
import { editItem } from '../../item/edit-item.ts'
import { sha256Hex } from '../../sha256-hex.ts'
import type { Gathered } from './gather.ts'
import { filledProse, reportTitle } from '../../../domain/report/annual/prose.ts'

/**
 * Draws up the item that a cleared report is published as (年报稿件), or its next edition: text and tables
 * in the official layout, which then pass the reviews of every item. One edition makes one draft.
 */
export async function prepareItem(
  ctx: Ctx,
  work: ReportWork,
  { report, references }: Gathered,
): Promise<Result<{ itemId: string; digest: string }>> {
  const title = reportTitle(ctx.agency.name, work.year)
  const document = reportDocument(report, filledProse(work.prose, references))
  const digest = await treeDigest(document)
  const parts = { title, document, category: 'annual-reports', attribute: 'proactive' }
  const drafted =
    work.itemId === null
      ? await draftItem(
          ctx,
          { ...parts, summary: title, writtenOn: localDateOf(ctx.now), genre: '报告' },
          `annual-report-${work.year}-${work.edition}`,
        )
      : await editItem(ctx, work.itemId, { ...parts, note: work.note })
  return drafted.ok ? ok({ itemId: drafted.value.id, digest }) : drafted
}

/** SHA-256 (hex) of a document: what binds the public text to the report that it was made from. */
export function treeDigest(document: DocumentTree): Promise<string> {
  return sha256Hex(new Uint8Array(new TextEncoder().encode(canonicalJson(document))))
}
