import type { Hono } from 'hono'
import { listJournalSeals } from '../../../usecases/journal/list.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { frameOf } from '../desk/frame.ts'
import { JournalSealsPage } from './page.tsx'

/** Mounts the seals of the journal (流水封存) at the desk. */
export function mountJournalSeals(app: Hono<AppEnv>): void {
  app.get('/desk/journal-seals', async (c) => {
    const { cursor, check } = c.req.query()
    const listed = await listJournalSeals(c.var.ctx, {
      ...(cursor === undefined ? {} : { cursor }),
      ...(check === undefined ? {} : { check }),
    })
    if (!listed.ok) return refusalResponse(c, listed.refusal)
    const props = { frame: frameOf(c), list: listed.value, isFirst: cursor === undefined }
    return answerPrivatePage(c, <JournalSealsPage {...props} />)
  })
}
