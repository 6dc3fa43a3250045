import { matchQuery, queryRuns } from '../../../domain/item/search-query.ts'
import { titlePhrases } from '../../../domain/item/title-phrase.ts'
import { ok, type Result } from '../../../domain/shared/refusal.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { readTitles } from '../../../store/tenant/item/suggest.ts'
import type { Ctx } from '../../context.ts'
import { knownWords, unlike, type Suggestion } from './known-words.ts'

const titlesRead = 5
const mostPhrases = 4
const most = 8

/**
 * Suggests what to look for while someone types (检索建议): official words, columns, themes, genres
 * and phrases of the newest published titles with what was typed. Reads at most 10 rows, none for
 * less than two characters; what is not published is never looked at.
 */
export async function suggest(
  { agency, db, now }: Pick<Ctx, 'agency' | 'db' | 'now'>,
  q: string,
): Promise<Result<Suggestion[]>> {
  const known = knownWords(agency, q, false).slice(0, most)
  const isShort = queryRuns(q).every((run) => run.length < 2)
  const match = isShort ? null : matchQuery(q, [])
  const titles = match === null ? [] : await readTitles(db, match, localDateOf(now), titlesRead)
  const phrases = titlePhrases(titles, q, mostPhrases).map((text): Suggestion => {
    return { kind: 'title', text, value: text }
  })
  return ok(unlike([...known.slice(0, most - phrases.length), ...phrases]))
}
