import type { Hono } from 'hono'
import { showInspection } from '../../../../usecases/item/files/show-inspection.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answerPrivatePage } from '../../../page-answer.ts'
import { refusalResponse } from '../../../refusal.tsx'
import { itemWords } from '../../../ui/words/item.ts'
import { frameOf } from '../frame.ts'
import { InspectionPage } from './inspection-page.tsx'

/** Mounts the page that shows what was found in an attachment (附件检查结果). */
export function mountInspections(app: Hono<AppEnv>): void {
  app.get('/desk/items/:id/files/:file/inspection', async (c) => {
    const { id, file } = c.req.param()
    const shown = await showInspection(c.var.ctx, id, file)
    if (!shown.ok) return refusalResponse(c, shown.refusal)
    const { to } = c.var.site
    const place = {
      tab: 'items',
      list: itemWords.attachments,
      back: to.deskItem(id),
      href: to.deskItemFile(id, file),
    } as const
    return answerPrivatePage(
      c,
      <InspectionPage frame={frameOf(c)} place={place} shown={shown.value} />,
    )
  })
}
