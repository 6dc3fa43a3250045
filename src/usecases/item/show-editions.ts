import { itemContent } from '../../domain/item/content.ts'
import type { DocumentTree } from '../../domain/document/tree.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { toRfc3339 } from '../../domain/time/instant.ts'
import { readBatch } from '../../store/read.ts'
import {
  type EditionLine,
  type OpenEdition,
  selectEditions,
  selectOpenEdition,
} from '../../store/tenant/item-edition.ts'
import { isPublishedStatement } from '../../store/tenant/item-ending.ts'
import type { Ctx } from '../context.ts'
import { isDisplayOver } from './display-over.ts'
import { endingOf } from './ending.ts'

/** A line of the list of editions (版本): earlier ones that are kept from the public are not open. */
export type EditionView = {
  n: number
  note: string | null
  publishedAt: string
  isOpen: boolean
}

/** One edition as the public may read it, with its text and what was different before. */
export type EditionText = EditionView & {
  title: string
  document: DocumentTree
  /** whether it is the one that counts now */ isCurrent: boolean
  /** the edition before it, when that one is open as well */
  previous: { n: number; title: string; document: DocumentTree } | null
}

/** Lists the editions of an item that the public reads (历次版本); refuses as its page does. */
export async function listEditions(
  ctx: Pick<Ctx, 'db'>,
  id: string,
): Promise<Result<EditionView[]>> {
  const [lines, [published]] = await readBatch<[EditionLine, { n: number }]>(ctx.db, [
    selectEditions(id),
    isPublishedStatement(id),
  ])
  if (published === undefined) return refuse(await endingOf(ctx, id))
  return ok(lines.map(editionView))
}

/** Shows one edition of an item that the public reads (某一版本). */
export async function showEdition(
  ctx: Pick<Ctx, 'db' | 'now'>,
  id: string,
  n: number,
): Promise<Result<EditionText>> {
  const [[row], [before]] = await readBatch<[OpenEdition, OpenEdition]>(ctx.db, [
    selectOpenEdition(id, n),
    selectOpenEdition(id, n - 1),
  ])
  if (row === undefined || isDisplayOver(row, ctx.now)) {
    const listed = await listEditions(ctx, id)
    return listed.ok ? refuse({ code: 'not-found' }) : listed
  }
  return ok({
    ...editionView(row),
    ...textOf(row),
    isCurrent: row.isCurrent === 1,
    previous: before === undefined ? null : { n: before.n, ...textOf(before) },
  })
}

function editionView({ n, note, publishedAt, isOpen }: EditionLine): EditionView {
  // What changed in an edition that is kept from the public may tell what stood there.
  const told = isOpen === 1 ? note : null
  return { n, note: told, publishedAt: toRfc3339(publishedAt), isOpen: isOpen === 1 }
}

function textOf({ content }: OpenEdition): { title: string; document: DocumentTree } {
  const { title, document } = itemContent.parse(JSON.parse(content))
  return { title, document }
}
