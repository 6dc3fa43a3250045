import * as z from 'zod'
import { type Attribute, itemContent, type ItemContent } from '../../domain/item/content.ts'
import { fromText } from '../../domain/document/from-text.ts'
import { documentTree, type DocumentTree } from '../../domain/document/tree.ts'
import type { Review } from '../../domain/item/review.ts'
import { type ItemState, isItemState, reviewLevels } from '../../domain/item/states.ts'
import { readBatch } from '../../store/read.ts'
import { type PublishedRow, selectPublished } from '../../store/tenant/item/adopt.ts'
import { type DraftFileRow, selectItemFiles } from '../../store/tenant/item/file.ts'
import { type ReviewRow, selectReviews } from '../../store/tenant/item/review.ts'
import { type ItemRow, selectItem, selectItemSeq } from '../../store/tenant/item/work.ts'
import type { Ctx } from '../context.ts'
import { contentDigest } from './content-digest.ts'

/** An item as its verbs know it (稿件): its row, what it says, its reviews, and its last event. */
export type Work = {
  row: ItemRow
  state: ItemState
  content: ItemContent
  editors: readonly string[]
  reviews: readonly ReviewRow[]
  files: readonly DraftFileRow[]
  version: number
  /** what the public reads now, null when it reads nothing */ shown: PublishedRow | null
  /** came straight into the public table and has no row of its own yet */ isAdopted: boolean
}

const names = z.array(z.string())
const fields = itemContent.shape.fields

/** Reads an item on its way, or a published one as if it had come through the desk; null when there is none. */
export async function readWork(ctx: Pick<Ctx, 'db'>, id: string): Promise<Work | null> {
  const [items, published, reviews, files, [last]] = await readBatch<
    [ItemRow, PublishedRow, ReviewRow, DraftFileRow, { seq: number }]
  >(ctx.db, [
    selectItem(id),
    selectPublished(id),
    selectReviews(id),
    selectItemFiles(id),
    selectItemSeq(id),
  ])
  const version = last?.seq ?? 0
  const [row] = items
  if (row !== undefined) {
    const content = itemContent.parse(JSON.parse(row.content))
    const editors = names.parse(JSON.parse(row.editors))
    const state = stateOf(row.state)
    const shown = published[0] ?? null
    return { row, state, content, editors, reviews, files, version, shown, isAdopted: false }
  }
  const [only] = published
  return only === undefined ? null : adopt(only, files, version)
}

/** The reviews of an item in the words of the rules. */
export function reviewsOf(work: Pick<Work, 'reviews'>): Review[] {
  return work.reviews.flatMap(({ edition, level, verdict, reviewer, digest }) => {
    const known = reviewLevels.find((one) => one === level)
    return known === undefined || (verdict !== 'approve' && verdict !== 'return')
      ? []
      : [{ edition, level: known, verdict, reviewer, digest }]
  })
}

async function adopt(
  shown: PublishedRow,
  files: readonly DraftFileRow[],
  version: number,
): Promise<Work> {
  const content: ItemContent = {
    kind: shown.kind,
    title: shown.title,
    docNumber: shown.docNumber,
    summary: shown.summary,
    issuer: shown.issuer,
    writtenOn: itemContent.shape.writtenOn.parse(shown.writtenOn),
    theme: shown.theme,
    genre: shown.genre,
    validity: itemContent.shape.validity.parse(shown.validity),
    attribute: 'proactive' satisfies Attribute,
    ground: null,
    groundReason: null,
    visibility: 'public',
    document: publicTree(shown),
    fields: fields.parse(JSON.parse(shown.fields)),
    attachments: files
      .filter(({ live }) => live === 1)
      .map(({ id, name, bytes, mediaType, sha256 }) => ({ id, name, bytes, mediaType, sha256 })),
    sourceUrl: shown.sourceUrl,
    coAgencies: [],
    interprets: [],
  }
  const row: ItemRow = {
    id: shown.id,
    state: 'published',
    edition: shown.edition,
    isLive: 1,
    title: shown.title,
    attribute: 'proactive',
    ground: null,
    visibility: 'public',
    kind: shown.kind,
    category: shown.category,
    matter: shown.matter,
    unit: shown.unit,
    author: 'import',
    editors: '[]',
    writtenOn: shown.writtenOn,
    publishBy: null,
    publishAt: null,
    reassessOn: null,
    remark: null,
    findings: null,
    ending: null,
    note: null,
    digest: await contentDigest(content),
    originKey: shown.originKey,
    createdAt: shown.publishedAt,
    updatedAt: shown.publishedAt,
    content: JSON.stringify(content),
  }
  return {
    row,
    state: 'published',
    content,
    editors: [],
    reviews: [],
    files,
    version,
    shown,
    isAdopted: true,
  }
}

/** The document that the public reads of an item (正文); of old ones made from their words. */
export function publicTree({ document, body }: PublishedRow): DocumentTree {
  return document === null ? fromText(body) : documentTree.parse(JSON.parse(document))
}

function stateOf(word: string): ItemState {
  if (isItemState(word)) return word
  throw new Error(`unknown state ${word}`)
}
