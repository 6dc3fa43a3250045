import type { ItemContent, ItemFiling } from '../../domain/item/content.ts'
import { publishBy } from '../../domain/item/publish-clock.ts'
import type { ItemRow } from '../../store/tenant/item/work.ts'
import type { Ctx } from '../context.ts'
import { contentDigest } from './content-digest.ts'
import type { ItemPatch } from './work-change.ts'

/** What every change of the text changes in the row of an item: the facts that lists are made from. */
export async function contentPatch(
  { calendar }: Pick<Ctx, 'calendar'>,
  content: ItemContent,
  isLive: boolean,
): Promise<ItemPatch> {
  const { attribute, writtenOn } = content
  const isOwed = !isLive && writtenOn !== null && (attribute ?? 'proactive') === 'proactive'
  return {
    title: content.title,
    attribute,
    ground: content.ground,
    visibility: content.visibility,
    kind: content.kind,
    writtenOn,
    publishBy: isOwed ? publishBy(writtenOn, calendar).on : null,
    digest: await contentDigest(content),
    content: JSON.stringify(content),
    findings: null,
  }
}

/** The row of a new item in draft (新稿件). */
export async function rowOf(
  ctx: Pick<Ctx, 'agency' | 'calendar' | 'now'>,
  who: { id: string; edition: number; author: string; note: string | null },
  content: ItemContent,
  filing: ItemFiling,
): Promise<ItemRow> {
  const blank: ItemRow = {
    id: who.id,
    state: 'draft',
    edition: who.edition,
    isLive: 0,
    title: content.title,
    attribute: null,
    ground: null,
    visibility: 'public',
    kind: 'document',
    ...filing,
    author: who.author,
    editors: JSON.stringify([who.author]),
    writtenOn: null,
    publishBy: null,
    publishAt: null,
    reassessOn: null,
    remark: null,
    findings: null,
    ending: null,
    note: who.note,
    digest: '',
    originKey: null,
    createdAt: ctx.now,
    updatedAt: ctx.now,
    content: '',
  }
  return { ...blank, ...(await contentPatch(ctx, content, false)) }
}
