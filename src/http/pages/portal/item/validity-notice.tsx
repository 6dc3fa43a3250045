import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ItemView, TermView } from '../../../../usecases/item/show-item.ts'
import type { AppEnv } from '../../../app-env.ts'
import { portal } from '../../../ui/words/portal.ts'

const words = portal.item

/** Says above a document that it no longer holds as it stands (有效性提示): since when, why, what holds now. */
export function ValidityNotice({
  c,
  item: { validity, repeal, term },
}: {
  c: Context<AppEnv>
  item: Pick<ItemView, 'validity' | 'repeal' | 'term'>
}): JSX.Element | null {
  const sentence = sentenceOf(validity) ?? laterOf(term)
  if (sentence === null) return null
  if (repeal === null) return <p class="banner">{sentence}</p>
  return (
    <div class="banner">
      <p>{sentence}</p>
      <p>
        {words.repealedOn}：<time datetime={repeal.on}>{repeal.on}</time>
      </p>
      <p>
        {words.repealReason}：{repeal.reason}
      </p>
      {repeal.by === null ? null : (
        <p>
          {words.repealedBy}：<a href={c.get('site').to.item(repeal.by.id)}>{repeal.by.title}</a>
        </p>
      )}
    </div>
  )
}

/** What the register tells of a document that lists still know as valid. */
function laterOf(term: TermView | null): string | null {
  if (term?.standing === 'expired') return words.invalid
  return term?.standing === 'not-yet' ? words.notYet.replace('{day}', term.effectiveOn ?? '') : null
}

function sentenceOf(validity: string): string | null {
  switch (validity) {
    case 'invalid':
      return words.invalid
    case 'repealed':
      return words.repealed
    case 'amended':
      return words.amended
    default:
      return null
  }
}
