import { type ChosenChart, chooseChart } from '../../../domain/item/choose-chart.ts'
import {
  type DataPreview,
  maxPreviewBytes,
  previewData,
} from '../../../domain/item/data-preview.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import type { FileProblem } from '../../../domain/shared/sheet/problems.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { readPublishedFile } from '../../../store/tenant/item/file.ts'
import type { Ctx } from '../../context.ts'
import { displayOver } from '../display-over.ts'

/** Media types of the data files that can be looked at (可预览的数据文件). */
const dataTypes = new Set([
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
])

/** Tells whether an attachment is a data file that has a preview. */
export function hasPreview(mediaType: string): boolean {
  return dataTypes.has(mediaType)
}

/** A data file with its first rows, or why they cannot be shown. */
export type FilePreview = {
  item: { id: string; title: string; category: string }
  file: { id: string; name: string; bytes: number; mediaType: string }
  data: { preview: DataPreview; chart: ChosenChart | null } | { reason: FileProblem }
}

/**
 * Shows the first rows of a data file of a published item and a chart where one helps (数据预览);
 * refuses `not-found` for whatever the public may not read and for files of other kinds.
 */
export async function previewItemFile(
  { db, files, now }: Pick<Ctx, 'db' | 'files' | 'now'>,
  itemId: string,
  fileId: string,
): Promise<Result<FilePreview>> {
  const found = await readPublishedFile(db, itemId, fileId)
  const isOver = found !== null && displayOver(found, localDateOf(now)) !== null
  if (found === null || isOver || !hasPreview(found.mediaType)) {
    return refuse({ code: 'not-found' })
  }
  const { id, name, bytes, mediaType, itemTitle: title, category } = found
  const shown = { item: { id: itemId, title, category }, file: { id, name, bytes, mediaType } }
  if (bytes > maxPreviewBytes) {
    return ok({
      ...shown,
      data: { reason: { code: 'file-too-large', limitBytes: maxPreviewBytes } },
    })
  }
  const object = await files.get(found.objectKey)
  if (object === null) return refuse({ code: 'not-found' })
  const read = previewData(new Uint8Array(await object.arrayBuffer()))
  if (!read.ok) return ok({ ...shown, data: { reason: read.reason } })
  return ok({ ...shown, data: { preview: read.preview, chart: chooseChart(read.preview) } })
}
