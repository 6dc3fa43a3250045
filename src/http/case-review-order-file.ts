import { agencyHeads, agencyRows } from '../domain/case-review/order-notice.ts'
import { ok, refuse, type Result } from '../domain/shared/refusal.ts'
import { readOrderNotice } from '../usecases/case-review/order/notice.ts'
import { showOrder } from '../usecases/case-review/order/show.ts'
import type { Ctx, RegionCtx } from '../usecases/context.ts'
import { fileResponse } from './file-response.ts'
import { officialFile, parseDocumentName } from './official-file.ts'
import { sheetFormat, sheetResponse } from './sheet-response.ts'
import { caseReviewOrderWords as words } from './ui/words/case-review-order.ts'

/**
 * A file of an order (抽查汇总表、抽查通报): `table.xlsx` or `table.csv` as it stands, `notice.docx`, `.pdf` or `.txt` once
 * it is drawn up; refuses `not-found` for anything else.
 */
export async function orderFile(
  ctx: Ctx,
  region: Pick<RegionCtx, 'agencies'>,
  id: string,
  name: string,
  assets: Fetcher,
): Promise<Result<Response>> {
  const table = /^table\.(csv|xlsx)$/.exec(name)
  const format = sheetFormat(table?.[1])
  if (format !== null) {
    const shown = await showOrder(ctx, region, id)
    if (!shown.ok) return shown
    const { from, to, result } = shown.value
    const sheet = {
      name: `${ctx.agency.name}${words.title}（${from} 至 ${to}）`,
      title: words.ranking,
      header: [...agencyHeads],
      widths: [8, 40],
      rows: agencyRows(result),
    }
    return ok(sheetResponse(sheet, format))
  }
  const asked = parseDocumentName(name)
  if (asked?.id !== 'notice') return refuse({ code: 'not-found' })
  const read = await readOrderNotice(ctx, region, id)
  if (!read.ok) return read
  return ok(fileResponse(await officialFile(read.value, asked.format, assets)))
}
