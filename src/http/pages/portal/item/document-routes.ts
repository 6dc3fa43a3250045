import type { Context, Hono } from 'hono'
import { showItem } from '../../../../usecases/item/show-item.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answerItemDocument } from '../../../item-document.ts'
import { documentFormats, type DocumentFormat } from '../../../official-file.ts'
import { refusalResponse } from '../../../refusal.tsx'
import { originsOf } from '../finding/read-list.ts'

/** Mounts the text of every published item as a file (下载正文): Word, PDF, plain text. */
export function mountDocuments(app: Hono<AppEnv>): void {
  for (const format of documentFormats) {
    app.get(`/items/:id/document.${format}`, (c) => download(c, format))
  }
}

async function download(c: Context<AppEnv>, format: DocumentFormat): Promise<Response> {
  const read = await showItem(c.get('ctx'), c.req.param('id') ?? '', originsOf(c))
  return read.ok ? answerItemDocument(c, read.value, format) : refusalResponse(c, read.refusal)
}
