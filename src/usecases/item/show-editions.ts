import * as z from 'zod'
import { itemContent } from '../../domain/item/content.ts'
import type { DocumentTree } from '../../domain/document/tree.ts'
import type { DerivedValue } from '../../domain/item/kinds/derive.ts'
import { editionFields } from '../../domain/item/kinds/edition-fields.ts'
import type { MaskedFields } from '../../domain/item/kinds/public-fields.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf, toRfc3339 } from '../../domain/time/instant.ts'
import type { LocalDate } from '../../domain/time/local-date.ts'
import { readBatch } from '../../store/read.ts'
import {
  type EditionLine,
  type OpenEdition,
  selectEditions,
  selectOpenEdition,
} from '../../store/tenant/item/edition.ts'
import { selectShown } from '../../store/tenant/item/ending.ts'
import type { Ctx } from '../context.ts'
import { displayOver } from './display-over.ts'
import { endingOf } from './ending.ts'

const ids = z.array(z.string())

/** A line of the list of editions (版本): earlier ones that are kept from the public are not open. */
export type EditionView = {
  n: number
  note: string | null
  publishedAt: string
  isOpen: boolean
}

/** What an edition said (版本内容): its title, its text, and the fields of its kind as the public may see them. */
export type EditionSaid = {
  title: string
  document: DocumentTree
  kind: string
  fields: MaskedFields
  derived: readonly DerivedValue[]
  isMasked: boolean
}

/** One edition as the public may read it, with its text and what was different before. */
export type EditionText = EditionView &
  EditionSaid & {
    /** whether it is the one that counts now */ isCurrent: boolean
    /** ids of its files that the public may read by now */ openFiles: string[]
    /** the edition before it, when that one is open as well */
    previous: ({ n: number } & EditionSaid) | null
  }

/** Lists the editions of an item that the public reads (历次版本); refuses as its page does. */
export async function listEditions(
  ctx: Pick<Ctx, 'db' | 'now'>,
  id: string,
): Promise<Result<EditionView[]>> {
  const [lines, [shown]] = await readBatch<[EditionLine, { shownUntil: string | null }]>(ctx.db, [
    selectEditions(id),
    selectShown(id),
  ])
  if (shown === undefined) return refuse(await endingOf(ctx, id))
  const over = displayOver(shown, localDateOf(ctx.now))
  return over === null ? ok(lines.map(editionView)) : refuse(over)
}

/** Shows one edition of an item that the public reads (某一版本). */
export async function showEdition(
  ctx: Pick<Ctx, 'db' | 'now'>,
  id: string,
  n: number,
): Promise<Result<EditionText>> {
  const today = localDateOf(ctx.now)
  const [[row], [before]] = await readBatch<[OpenEdition, OpenEdition]>(ctx.db, [
    selectOpenEdition(id, n),
    selectOpenEdition(id, n - 1),
  ])
  if (row === undefined || displayOver(row, today) !== null) {
    const listed = await listEditions(ctx, id)
    return listed.ok ? refuse({ code: 'not-found' }) : listed
  }
  return ok({
    ...editionView(row),
    ...saidIn(row, today),
    isCurrent: row.isCurrent === 1,
    openFiles: openFilesOf(row),
    previous: before === undefined ? null : { n: before.n, ...saidIn(before, today) },
  })
}

function editionView({ n, note, publishedAt, isOpen }: EditionLine): EditionView {
  // What changed in an edition that is kept from the public may tell what stood there.
  const told = isOpen === 1 ? note : null
  return { n, note: told, publishedAt: toRfc3339(publishedAt), isOpen: isOpen === 1 }
}

/** Files of this very edition, of those that are open. */
function openFilesOf({ content, openFiles }: OpenEdition): string[] {
  const { attachments } = itemContent.parse(JSON.parse(content))
  const open = new Set(ids.parse(JSON.parse(openFiles)))
  return attachments.map(({ id }) => id).filter((id) => open.has(id))
}

function saidIn({ content, fields: current }: OpenEdition, today: LocalDate): EditionSaid {
  const { title, document, kind, fields } = itemContent.parse(JSON.parse(content))
  const now = itemContent.shape.fields.parse(JSON.parse(current))
  return { title, document, ...editionFields(kind, fields, now, today) }
}
