import type { JSX } from 'hono/jsx/jsx-runtime'
import { isLetterKind, type LetterKind } from '../../../../domain/letter/letter.ts'
import { bulletinLetter } from '../../../../domain/report/bulletin/letter-content.ts'
import type { OpenedLetter } from '../../../../usecases/letter/show-letter.ts'
import type { Paths } from '../../../paths.ts'
import { letters as words } from '../../../ui/words/letter.ts'

type Place = (to: Paths, letter: OpenedLetter) => string

/** Where letters about bulletins are read and worked: at the one end the bulletin, at the other what came from above. */
const places: Readonly<Partial<Record<LetterKind, Place>>> = {
  bulletin: (to, letter) => {
    const { box, id, about } = letter
    if (box === 'sent') return to.bulletin(about)
    // Findings that did not fit into the first letter come in more of them, without a page of their own.
    const said = bulletinLetter.safeParse(letter.content)
    return said.success && said.data.part > 1 ? to.receivedBulletins() : to.receivedBulletin(id)
  },
  'finding-answer': (to, { box }) => (box === 'received' ? to.bulletins() : to.receivedBulletins()),
  'finding-verdict': (to, { box }) =>
    box === 'received' ? to.receivedBulletins() : to.bulletins(),
  'assessment-sheet': (to, { box, about }) =>
    box === 'received' ? to.receivedBulletins() : to.bulletin(about),
  'assessment-objection': (to, { box, about }) =>
    box === 'received' ? to.bulletin(about) : to.receivedBulletins(),
  'assessment-objection-reply': (to, { box, about }) =>
    box === 'received' ? to.receivedBulletins() : to.bulletin(about),
  'case-review-order': (to, { box, about }) =>
    box === 'received' ? to.caseReview(about) : to.caseReviewOrder(about),
  'case-review-result': (to, { box, about }) =>
    box === 'received' ? to.caseReviewOrder(about) : to.caseReview(about),
}

/** Leads from a letter to the page where it is worked (公函办理处); nothing for a kind that has none. */
export function LetterPlace({
  to,
  letter,
}: {
  to: Paths
  letter: OpenedLetter
}): JSX.Element | null {
  const place = isLetterKind(letter.kind) ? places[letter.kind] : undefined
  if (place === undefined) return null
  return (
    <p>
      <a href={place(to, letter)}>{words.toPlace}</a>
    </p>
  )
}
