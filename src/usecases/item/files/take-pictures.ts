import type { ItemContent } from '../../../domain/item/content.ts'
import { freeName, namedFigures, unnamedFigures } from '../../../domain/item/figures.ts'
import { ok, refuseField, type Result } from '../../../domain/shared/refusal.ts'
import type { Statement } from '../../../store/statement.ts'
import { addDraftFile } from '../../../store/tenant/item/file.ts'
import type { Ctx } from '../../context.ts'
import { maxItemFiles } from './add-file.ts'
import { admitFile } from './admit-file.ts'
import { type FetchedPicture, fetchPictures } from './staged-pictures.ts'

type File = ItemContent['attachments'][number]

/** A content with the pictures of its text attached, and what goes into its batch and what follows it. */
export type TakenPictures = {
  content: ItemContent
  statements: Statement[]
  /** after the batch: asks for the verdicts of a scanner that is elsewhere */
  announce: () => Promise<void>
}

/** Where pictures are taken to: the item, and the files that it ever had. */
type Place = { itemId: string; files: readonly { id: string; sha256: string }[] }

/**
 * Attaches the pictures of a Word file that the text shows (收图片为附件), inspected like any attachment: the
 * same content once, only what a figure names. Refuses `pictures-gone` when they are kept no longer.
 */
export async function takePictures(
  ctx: Ctx,
  { itemId, files }: Place,
  content: ItemContent,
  token: string | undefined,
): Promise<Result<TakenPictures>> {
  const wanted = unnamedFigures(content)
  const nothing = { content, statements: [], announce: async () => {} }
  if (token === undefined || token === '' || wanted.size === 0) return ok(nothing)
  const fetched = await fetchPictures(ctx, token, wanted)
  if (fetched === null) return refuseField('/pictures', { problem: 'pictures-gone' })
  const attachments = [...content.attachments]
  const ids = new Map<string, string>()
  const statements: Statement[] = []
  const announcements: (() => Promise<void>)[] = []
  for (const picture of fetched) {
    const twin = attachments.find(({ sha256 }) => sha256 === picture.sha256)
    if (twin !== undefined) {
      ids.set(picture.name, twin.id)
      continue
    }
    const before = files.find(({ sha256 }) => sha256 === picture.sha256)
    const { content: _bytes, ...said } = picture
    const name = freeName(picture.name, attachments)
    const file: File = { ...said, name, id: before?.id ?? ctx.newId() }
    ids.set(picture.name, file.id)
    attachments.push(file)
    if (before !== undefined) continue
    const stored = await store(ctx, itemId, file, picture)
    if (!stored.ok) return stored
    statements.push(...stored.value.statements)
    announcements.push(stored.value.announce)
  }
  if (attachments.length > maxItemFiles) {
    return refuseField('/pictures', { problem: 'too-many', limit: maxItemFiles })
  }
  return ok({
    content: { ...content, attachments, document: namedFigures(content.document, ids) },
    statements,
    async announce() {
      for (const announce of announcements) await announce()
    },
  })
}

async function store(
  ctx: Ctx,
  itemId: string,
  file: File,
  { content: bytes }: FetchedPicture,
): Promise<Result<Pick<TakenPictures, 'statements' | 'announce'>>> {
  const { id, name, mediaType, sha256 } = file
  const admitted = await admitFile(ctx, { bytes, name, mediaType })
  if (!admitted.ok) return refuseField('/pictures', { problem: 'file-infected' })
  const objectName = await ctx.keys.mac('item-file', sha256)
  const objectKey = await ctx.files.put(`item/${itemId}`, objectName, bytes, mediaType)
  return ok({
    statements: [addDraftFile({ ...file, itemId, objectKey }), admitted.value.keep(id)],
    announce: async () => admitted.value.announce(id),
  })
}
