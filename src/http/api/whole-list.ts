import type { Context } from 'hono'
import * as z from 'zod'
import { ok, refuseField, type Result } from '../../domain/shared/refusal.ts'
import { pageLimit } from '../../domain/shared/validate/fields.ts'
import type { AppEnv } from '../app-env.ts'
import { linkNext } from './answer.ts'

/** Query parameters of a list that is read whole (整份名单). */
export const wholeListQuery = {
  limit: pageLimit.optional(),
  cursor: z.string().max(200).optional(),
}

/**
 * A page of a list that is short by nature (整份名单分页): whole where no `limit` is asked, otherwise
 * as many entries from the cursor on. Refuses a cursor that no page gave.
 */
export function pageOfWhole<T, V extends { items: readonly T[] }>(
  c: Context<AppEnv>,
  listed: Result<V>,
  { limit, cursor = '' }: { limit?: number | undefined; cursor?: string | undefined },
): Result<Omit<V, 'items' | 'next'> & { items: readonly T[]; next: string | null }> {
  if (!listed.ok) return listed
  const { items } = listed.value
  const from = cursor === '' ? 0 : Number(cursor)
  if (!/^(?:[1-9]\d{0,5})?$/.test(cursor) || from > items.length) {
    return refuseField('/cursor', { problem: 'ill-formed', what: 'cursor' })
  }
  const to = limit === undefined ? items.length : from + limit
  const next = to < items.length ? String(to) : null
  linkNext(c, next)
  return ok({ ...listed.value, items: items.slice(from, to), next })
}
