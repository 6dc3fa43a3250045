import { searchTerm } from '../../domain/topic/search-term.ts'
import type { Ctx } from '../context.ts'

/**
 * Notes that a search found nothing (检索未找到): the word travels sealed with the agency's key, so
 * that the read writes nothing itself and the queue sees no text; what may be personal is dropped.
 */
export async function noteSearchMiss(
  { agency, keys, post }: Pick<Ctx, 'agency' | 'keys' | 'post'>,
  typed: string,
): Promise<void> {
  const term = searchTerm(typed)
  if (term === null) return
  const sealed = await keys.seal('search-miss', term)
  await post({ v: 1, kind: 'search-miss', tenant: agency.id, sealed })
}
