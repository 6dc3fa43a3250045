import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { knownWords, type Suggestion } from '../../../../usecases/item/finding/known-words.ts'
import type { AppEnv } from '../../../app-env.ts'
import type { Paths } from '../../../paths.ts'
import { finding } from '../../../ui/words/finding.ts'
import { columnHref } from '../catalog/columns.ts'
import type { Listing } from './read-list.ts'

const most = 6

/** Other words that may have been meant (您是不是要找), as links; works without script. */
export function MeantWords({
  c,
  listing: { query, page },
}: {
  c: Context<AppEnv>
  listing: Listing
}): JSX.Element | null {
  const { agency, to } = c.get('site')
  const q = query.q ?? ''
  const searched = new Set([q.trim(), ...page.widened.flatMap(({ also }) => also)])
  const known = knownWords(agency, q, true)
    .filter(({ text }) => !searched.has(text))
    .slice(0, most)
  if (known.length === 0) return null
  return (
    <p class="meant">
      {finding.meant}：
      {known.map((word) => (
        <>
          <a href={suggestionHref(word, to)}>{word.text}</a>{' '}
        </>
      ))}
    </p>
  )
}

function suggestionHref({ kind, value, text }: Suggestion, to: Paths): string {
  if (kind === 'column') return columnHref(value, to)
  if (kind === 'theme') return to.items({ theme: value })
  if (kind === 'genre') return to.items({ genre: value })
  return to.search({ q: text })
}
