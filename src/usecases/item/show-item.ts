import { findMatter } from '../../domain/catalog/standard-scope.ts'
import { fromText } from '../../domain/document/from-text.ts'
import { documentTree, type DocumentTree } from '../../domain/document/tree.ts'
import type { ItemFile } from '../../domain/item/item.ts'
import { itemContent } from '../../domain/item/content.ts'
import { type PublicStanding, standingOf } from '../../domain/norm/standing.ts'
import { publicFields, type PublicFields } from '../../domain/item/kinds/public-fields.ts'
import { localDateOf, toRfc3339 } from '../../domain/time/instant.ts'
import type { LocalDate } from '../../domain/time/local-date.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import {
  type FullItem,
  type ItemCarrier,
  type ItemInterpretation,
  readItem,
  type ItemLink,
  type ItemRepeal,
  type ItemTerm,
} from '../../store/tenant/item/show.ts'
import { findColumn } from '../catalog/column-path.ts'
import { displayOver } from './display-over.ts'
import { endingOf } from './ending.ts'
import type { Ctx } from '../context.ts'
import { itemRow, type ItemRow, type OriginOf } from './item-view.ts'

/** A published item in full (信息详情): `previous` is older, `next` newer; `columnPath` from the top. */
export type ItemView = Omit<ItemRow, 'found' | 'exact'> &
  Omit<PublicFields, 'isOver'> & {
    body: string
    /** its text as a tree, also when only plain text is kept */ document: DocumentTree
    /** number of the edition that is read now, from 1 */ edition: number
    sourceUrl: string | null
    attachments: ItemFile[]
    previous: ItemLink | null
    next: ItemLink | null
    related: ItemRow[]
    /** published clarifications that concern it (澄清), newest first */
    clarifications: { id: string; claim: string; publishedAt: string }[]
    /** 政策解读: documents that this item explains, and items that explain it */
    explains: ItemLink[]
    explainedBy: ItemLink[]
    /** carriers besides the website (公开载体), oldest first */
    channels: ItemCarrier[]
    /** how it was repealed (废止) */ repeal: ItemRepeal | null
    /** number of a normative document, from when to when it holds, how it stands today (效力状态) */
    term: TermView | null
    columnPath: readonly { id: string; name: string }[]
    /** matters of the standard catalogue that it is filed against (标准目录事项) */
    matters: { id: string; name: string }[]
  }

/** A normative document as its page tells of it: 统一编号, 施行日期, 有效期至, 效力状态. */
export type TermView = Pick<ItemTerm, 'number' | 'effectiveOn' | 'expiresOn'> & {
  standing: PublicStanding
}

/**
 * Shows one published item; what was taken back says how it ended (`withdrawn`, `replaced`,
 * `merged`, `gone`), anything else that the public may not read is `not-found`.
 */
export async function showItem(
  ctx: Pick<Ctx, 'agency' | 'db' | 'now'>,
  id: string,
  originOf: OriginOf,
): Promise<Result<ItemView>> {
  const { agency, db } = ctx
  const { item, files, previous, next, ...beside } = await readItem(db, id, localDateOf(ctx.now))
  const { related, clarifications, interpretations, matters, channels, repeal, term } = beside
  if (item === null) return refuse(await endingOf(ctx, id))
  const shown = { id: agency.id, name: agency.name, origin: originOf(agency) }
  const today = localDateOf(ctx.now)
  const over = displayOver(item, today)
  if (over !== null) return refuse(over)
  const { found: _found, exact: _exact, ...row } = itemRow(item, shown, today)
  const special = specialOf(item, today)
  return ok({
    ...row,
    ...special,
    body: item.body,
    document: treeOf(item.document, item.body),
    edition: item.edition,
    sourceUrl: item.sourceUrl,
    attachments: files,
    previous,
    next,
    related: related
      .filter((other) => other.id !== id)
      .map((other) => itemRow(other, shown, today)),
    clarifications: clarifications
      .toSorted((a, b) => b.publishedAt - a.publishedAt)
      .map((one) => ({ id: one.id, claim: one.claim, publishedAt: toRfc3339(one.publishedAt) })),
    explains: linksOf(interpretations, 'explains'),
    explainedBy: linksOf(interpretations, 'explained-by'),
    channels,
    repeal,
    term: term === null ? null : termOf(term, today),
    columnPath: findColumn(agency, item.category)?.path ?? [],
    matters: matters.flatMap((matter) => matterName(matter)),
  })
}

function termOf(term: ItemTerm, today: LocalDate): TermView {
  const { number, effectiveOn, expiresOn } = term
  return { number, effectiveOn, expiresOn, standing: standingOf(term, today) }
}

function matterName(id: string): { id: string; name: string }[] {
  const matter = findMatter(id)
  return matter === null ? [] : [{ id, name: `${matter.field}：${matter.first}，${matter.second}` }]
}

/** The fields of a special item as the public sees them today; of a kind nobody knows any more, none. */
function specialOf({ kind, fields }: FullItem, today: LocalDate): Omit<PublicFields, 'isOver'> {
  const values = itemContent.shape.fields.parse(JSON.parse(fields))
  const view = publicFields(kind, values, today) ?? publicFields('document', {}, today)
  if (view === null) throw new Error('no plain kind')
  const { isOver: _isOver, ...shown } = view
  return shown
}

function treeOf(stored: string | null, body: string): DocumentTree {
  return stored === null ? fromText(body) : documentTree.parse(JSON.parse(stored))
}

function linksOf(
  interpretations: readonly ItemInterpretation[],
  way: ItemInterpretation['way'],
): ItemLink[] {
  return interpretations
    .filter((one) => one.way === way)
    .map(({ id: other, title }) => ({ id: other, title }))
}
