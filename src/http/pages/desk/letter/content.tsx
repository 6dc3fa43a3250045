import type { JSX } from 'hono/jsx/jsx-runtime'
import { transferContent, transferReply } from '../../../../domain/application/transfer.ts'
import { noticeLetter } from '../../../../domain/case-review/order.ts'
import {
  consultationAnswer,
  consultationContent,
} from '../../../../domain/consultation/consultation.ts'
import { isRole } from '../../../../domain/shared/actor.ts'
import type { OpenedLetter } from '../../../../usecases/letter/show-letter.ts'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { roleNames } from '../../../ui/words/common.ts'
import { letters as words } from '../../../ui/words/letter.ts'
import { paragraphs } from '../../paragraphs.tsx'

/** What a letter says, as its kind is read (公函内容); nothing for a kind without a page of its own. */
export function LetterContent({ letter }: { letter: OpenedLetter }): JSX.Element | null {
  const moved = transferContent.safeParse(letter.content)
  if (moved.success) {
    const { number, basis, receivedOn, sentOn } = moved.data
    return (
      <section class="panel">
        <h2>{words.transfer}</h2>
        <SummaryList
          rows={[
            { label: words.transferNumber, value: number },
            { label: words.transferBasis, value: words.transferBases[basis] },
            { label: words.transferReceived, value: receivedOn },
            { label: words.transferSent, value: sentOn },
          ]}
        />
        <p class="field-hint">{words.transferWhy}</p>
      </section>
    )
  }
  const taken = transferReply.safeParse(letter.content)
  if (taken.success) {
    return (
      <section class="panel">
        <h2>{words.transferAnswer}</h2>
        <SummaryList
          rows={[
            { label: words.transferVerdict, value: words.transferVerdicts[taken.data.verdict] },
            { label: words.transferOn, value: taken.data.on },
          ]}
        />
      </section>
    )
  }
  const asked = consultationContent.safeParse(letter.content)
  if (asked.success) {
    const { title, summary, text, isCut, digest } = asked.data
    return (
      <section class="panel">
        <h2>{words.askedText}</h2>
        <SummaryList
          rows={[
            { label: words.askedTitle, value: title },
            ...(summary === null ? [] : [{ label: words.summary, value: summary }]),
            { label: words.digest, value: `${digest.slice(0, 16)}…` },
          ]}
        />
        <p class="field-hint">{words.digestWhy}</p>
        <div class="prose">{paragraphs(text)}</div>
        {isCut ? <p class="field-hint">{words.textCut}</p> : null}
      </section>
    )
  }
  const told = noticeLetter.safeParse(letter.content)
  if (told.success) {
    const { title, docNumber, issuedOn, notice } = told.data
    return (
      <section class="panel">
        <h2>{title}</h2>
        <p class="c-note">
          {docNumber}　{issuedOn}
        </p>
        <div class="prose">{paragraphs(notice)}</div>
      </section>
    )
  }
  const answered = consultationAnswer.safeParse(letter.content)
  if (!answered.success) return null
  const { answer, reason, as } = answered.data
  return (
    <section class="panel">
      <h2>{words.answerTitle}</h2>
      <SummaryList
        rows={[
          { label: words.answer, value: words.answers[answer] },
          ...(reason === '' ? [] : [{ label: words.reason, value: reason }]),
          { label: words.answeredBy, value: isRole(as) ? roleNames[as] : as },
        ]}
      />
    </section>
  )
}
