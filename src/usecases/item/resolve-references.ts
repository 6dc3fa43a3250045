import type { ItemContent } from '../../domain/item/content.ts'
import { whereTyped } from '../../domain/item/kinds/check-fields.ts'
import { referencesIn, withReferences } from '../../domain/item/kinds/item-references.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import { type NamedItem, selectNamedItems } from '../../store/tenant/item/reference.ts'
import type { Ctx } from '../context.ts'
import { bareReference } from './find-references.ts'

/**
 * Puts ids in place of the addresses and index numbers by which an item's fields name others of this
 * agency (关联信息), published or on their way; `typed` are the fields before they were read. Refuses
 * `invalid` naming what is no other item.
 */
export async function resolveReferences(
  { db }: Pick<Ctx, 'db'>,
  content: ItemContent,
  { self, typed: raw }: { self: string | null; typed: unknown },
): Promise<Result<ItemContent>> {
  const { kind, fields } = content
  const found = referencesIn(kind, fields)
  if (found.length === 0) return ok(content)
  const [rows] = await readBatch<[NamedItem]>(db, [
    selectNamedItems([...new Set(found.map(({ typed }) => bareReference(typed)))]),
  ])
  const named = new Map(rows.filter(({ id }) => id !== self).map(({ asked, id }) => [asked, id]))
  const ids = new Map(
    found.flatMap(({ typed }) => {
      const id = named.get(bareReference(typed))
      return id === undefined ? [] : [[typed, id] as const]
    }),
  )
  const unknown = found.filter(({ typed }) => !ids.has(typed))
  return unknown.length === 0
    ? ok({ ...content, fields: withReferences(kind, fields, ids) })
    : refuse({
        code: 'invalid',
        errors: whereTyped(
          kind,
          raw,
          unknown.map(({ pointer }) => ({ pointer, problem: 'ill-formed', what: 'own-item' })),
        ),
      })
}

/** Whether all that the fields of an item name is before the public by now (关联信息已公开). */
export async function checkReferences(
  { db }: Pick<Ctx, 'db'>,
  { kind, fields }: Pick<ItemContent, 'kind' | 'fields'>,
): Promise<Result<null>> {
  const found = referencesIn(kind, fields)
  if (found.length === 0) return ok(null)
  const [rows] = await readBatch<[NamedItem]>(db, [
    selectNamedItems(found.map(({ typed }) => typed)),
  ])
  const open = new Set(rows.filter(({ isPublic }) => isPublic === 1).map(({ id }) => id))
  const closed = found.filter(({ typed }) => !open.has(typed))
  return closed.length === 0
    ? ok(null)
    : refuse({
        code: 'invalid',
        errors: closed.map(({ pointer }) => {
          return { pointer, problem: 'ill-formed', what: 'item-reference' }
        }),
      })
}
