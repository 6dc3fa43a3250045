import type { DocumentTree } from '../../domain/document/tree.ts'
import { canonicalJson } from '../../domain/item/canonical-json.ts'
import type { Norm } from '../../domain/norm/norm.ts'
import { ok, refuse, refuseField, type Result } from '../../domain/shared/refusal.ts'
import type { Ctx } from '../context.ts'
import { sha256Hex } from '../sha256-hex.ts'
import { publicTree, readWork, type Work } from '../item/read-work.ts'

/** The text of a normative document as the legality review binds itself to it (送审文本). */
export type NormText = {
  item: string
  title: string
  /** SHA-256 (hex) of title, document and attachments; the number comes after the review and is no part */
  digest: string
  files: { name: string; sha256: string }[]
}

type Said = Pick<NormText, 'title' | 'files'> & { document: DocumentTree }

/** SHA-256 of a text and its attachments (文本摘要值), whatever the order of the files. */
export async function textDigest({ title, document, files }: Said): Promise<string> {
  const attachments = files
    .map(({ name, sha256 }) => ({ name, sha256 }))
    .toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
  const said = canonicalJson({ title, document, attachments })
  return sha256Hex(new Uint8Array(new TextEncoder().encode(said)))
}

/** The text that an item says now at the desk. */
export function draftText({ row, content }: Work): Promise<NormText> {
  const { title, document, attachments: files } = content
  return textOf(row.id, { title, document, files })
}

/** The text that the public reads of an item; null when it reads none. */
export async function publicText(ctx: Pick<Ctx, 'db'>, itemId: string): Promise<NormText | null> {
  const work = await readWork(ctx, itemId)
  if (work === null || work.shown === null) return null
  const files = work.files.filter(({ live }) => live === 1)
  return textOf(itemId, { title: work.shown.title, document: publicTree(work.shown), files })
}

/** The text that is to be reviewed or was: of the item it lies in, null while none was named. */
export async function textUnderReview(
  ctx: Pick<Ctx, 'db'>,
  { textItem, itemId }: Norm,
): Promise<NormText | null> {
  if (itemId !== null && textItem !== null) return publicText(ctx, itemId)
  const work = textItem === null ? null : await readWork(ctx, textItem)
  return work === null ? null : draftText(work)
}

/** Tells whether a person wrote on the text of a document (回避): the author of a text does not review it. */
export async function wroteText(
  ctx: Pick<Ctx, 'db'>,
  { textItem }: Norm,
  person: string,
): Promise<boolean> {
  const work = textItem === null ? null : await readWork(ctx, textItem)
  return work?.editors.includes(person) ?? false
}

/** Finds the item whose text is sent to the review (送审文本), by id or address. */
export async function findText(ctx: Pick<Ctx, 'db'>, word: string): Promise<Result<string>> {
  const id = /\/items\/([^/?#\s]+)/.exec(word)?.[1] ?? word.trim()
  const work = await readWork(ctx, id)
  return work === null
    ? refuseField('/item', { problem: 'ill-formed', what: 'item' })
    : ok(work.row.id)
}

/**
 * Asks whether a review stands for a text (审核对文本有效): `review-missing` when no text passed one,
 * `content-changed` when another did.
 */
export function standsFor(norm: Norm, text: NormText | null): Result<null> {
  if (norm.textDigest === null) return refuse({ code: 'review-missing', levels: ['legality'] })
  return text?.digest === norm.textDigest
    ? ok(null)
    : refuse({ code: 'content-changed', file: null })
}

async function textOf(item: string, said: Said): Promise<NormText> {
  const files = said.files.map(({ name, sha256 }) => ({ name, sha256 }))
  return { item, title: said.title, digest: await textDigest(said), files }
}
