import * as z from 'zod'
import { cleanText } from '../../domain/document/clean-text.ts'
import { isUndescribed } from '../../domain/document/figure-caption.ts'
import { fitTree } from '../../domain/document/fit-tree.ts'
import { fromHtml, type HtmlReading } from '../../domain/document/html/from-html.ts'
import { fromText } from '../../domain/document/from-text.ts'
import { fromWord } from '../../domain/document/word/from-word.ts'
import type { PictureRemark } from '../../domain/document/place-pictures.ts'
import { splitHead } from '../../domain/document/split-head.ts'
import type { DocumentTree } from '../../domain/document/tree.ts'
import { extensionOf } from '../../domain/shared/file-name.ts'
import { ok, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { decodeText } from '../../domain/shared/sheet/decode-text.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { stagePictures, type StagedPicture } from './files/staged-pictures.ts'

/** Most bytes of a file that is turned into a document (成文文件大小上限). */
export const maxSourceBytes = 20 * 1024 * 1024

const accepted = ['docx', 'txt', 'html', 'htm'] as const

/** What is turned into a document: pasted HTML or plain text. */
export const pastedText = z.union([
  z.strictObject({ html: z.string().max(1_000_000) }),
  z.strictObject({ text: z.string().max(1_000_000) }),
])

/** What an officer should look at after a conversion. */
export type ConversionWarning =
  | 'tracked-changes'
  | 'comments'
  | 'hidden-text'
  | 'formulas'
  | 'remote-template'
  | 'images'
  | 'undescribed'
  | 'links'
  | 'active'
  | 'cut'

/** A file or paste turned into a document, its head taken off for the fields of the form. */
export type ConvertedDocument = {
  title: string | null
  docNumber: string | null
  document: DocumentTree
  /** how many things were left out, by kind */ dropped: HtmlReading['dropped']
  /** what is to be known of pictures, in the order of the text */ remarks: PictureRemark[]
  /** pictures that are kept until the text is saved, and the token that leads to them */
  pictures: { token: string | null; files: StagedPicture[] }
  warnings: ConversionWarning[]
}

/**
 * Turns an uploaded Word file, web page or text file into a document (自动成文); stores nothing but its
 * pictures, and those for a day. Refuses `invalid` for files of another kind, broken ones and those with macros.
 */
export async function convertFile(
  ctx: Pick<Ctx, 'actor' | 'keys' | 'files' | 'now'>,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<Result<ConvertedDocument>> {
  if (!may(ctx.actor, 'item.draft')) return turnAway(ctx.actor)
  const extension = extensionOf(name)
  if (extension === 'docx') return convertWord(ctx, bytes)
  if (extension !== 'txt' && extension !== 'html' && extension !== 'htm') {
    return refuseField('/file', { problem: 'file-type', allowed: accepted })
  }
  const decoded = decodeText(bytes)
  if (!decoded.ok) return refuseField('/file', { problem: 'file-mismatch' })
  return ok(extension === 'txt' ? ofText(decoded.text) : ofHtml(fromHtml(decoded.text)))
}

/** Turns pasted HTML or text into a document (粘贴成文); stores nothing. */
export function convertPaste(ctx: Pick<Ctx, 'actor'>, input: unknown): Result<ConvertedDocument> {
  if (!may(ctx.actor, 'item.draft')) return turnAway(ctx.actor)
  const parsed = parseInput(pastedText, input)
  if (!parsed.ok) return parsed
  const { value } = parsed
  return ok('html' in value ? ofHtml(fromHtml(value.html)) : ofText(value.text))
}

async function convertWord(
  ctx: Pick<Ctx, 'actor' | 'keys' | 'files' | 'now'>,
  bytes: Uint8Array,
): Promise<Result<ConvertedDocument>> {
  const reading = await fromWord(bytes)
  if (!reading.ok) {
    return reading.reason === 'too-large'
      ? refuseField('/file', { problem: 'file-too-large', limit: maxSourceBytes })
      : refuseField('/file', { problem: 'file-mismatch' })
  }
  const marks: ConversionWarning[] = []
  if (reading.hasTrackedChanges) marks.push('tracked-changes')
  if (reading.hasComments) marks.push('comments')
  if (reading.hasHiddenText) marks.push('hidden-text')
  if (reading.hasFormulas) marks.push('formulas')
  if (reading.hasRemoteTemplate) marks.push('remote-template')
  const { token, pictures } = await stagePictures(ctx, reading.files)
  return ok({ ...ofHtml(reading, marks), pictures: { token, files: pictures } })
}

function ofHtml(reading: HtmlReading, marks: ConversionWarning[] = []): ConvertedDocument {
  const { dropped, isCut } = reading
  const { title, docNumber, tree } = splitHead(reading.title, reading.tree)
  const warnings = [...marks]
  if (dropped.hidden > 0 && !warnings.includes('hidden-text')) warnings.push('hidden-text')
  if (reading.pictures.length > 0) warnings.push('images')
  if (tree.blocks.some((block) => block.type === 'figure' && isUndescribed(block))) {
    warnings.push('undescribed')
  }
  if (dropped.links > 0) warnings.push('links')
  if (dropped.active > 0) warnings.push('active')
  if (isCut) warnings.push('cut')
  const pictures = { token: null, files: [] }
  return {
    title,
    docNumber,
    document: tree,
    dropped,
    remarks: reading.pictures,
    pictures,
    warnings,
  }
}

function ofText(text: string): ConvertedDocument {
  const { tree, isCut } = fitTree(fromText(cleanText(text)).blocks)
  return ofHtml({
    title: null,
    tree,
    dropped: { images: 0, links: 0, hidden: 0, active: 0, unknown: 0 },
    pictures: [],
    isCut,
  })
}
