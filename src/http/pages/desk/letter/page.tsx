import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { answers } from '../../../../domain/consultation/consultation.ts'
import type { OpenedLetter } from '../../../../usecases/letter/show-letter.ts'
import { Radios } from '../../../ui/choices.tsx'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { Form, SubmitRow, TextArea } from '../../../ui/form.tsx'
import { minuteOf } from '../../../ui/gov-meta.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { letters as words } from '../../../ui/words/letter.ts'
import type { Attempt } from '../attempt.ts'
import type { Frame } from '../frame.ts'
import type { StepNotice } from '../step-answer.ts'
import { StepOutcome } from '../step-outcome.tsx'
import { LetterContent } from './content.tsx'
import { LetterPlace } from './place.tsx'
import { agencyName, kindName, LetterState } from './lines.tsx'

/** A letter with what it says, and the answer that is wanted from this officer (公函). */
export function LetterPage(props: {
  frame: Frame
  letter: OpenedLetter
  attempt: Attempt | null
  notice: StepNotice | null
}): JSX.Element {
  const { frame, letter, attempt, notice } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage
      {...frame}
      title={letter.subject}
      current="letters"
      breadcrumbs={[{ label: words.title, href: to.letters() }, { label: letter.subject }]}
    >
      <h1>{letter.subject}</h1>
      <p class="tags">
        <LetterState letter={letter} />
        <span>{kindName(letter.kind)}</span>
      </p>
      <StepOutcome attempt={attempt} notice={notice} />
      <LetterFacts frame={frame} letter={letter} />
      <LetterContent letter={letter} />
      <LetterPlace to={to} letter={letter} />
      {letter.actions.includes('answer') ? (
        <AnswerForm action={to.letterAnswer(letter.id)} attempt={attempt} />
      ) : null}
    </DeskPage>
  )
}

function LetterFacts({ frame, letter }: { frame: Frame; letter: OpenedLetter }): JSX.Element {
  const { to } = frame.c.var.site
  const isSent = letter.box === 'sent'
  const link = (id: string | null, label: string): { label: string; value: Child }[] =>
    id === null ? [] : [{ label, value: <a href={to.letter(id)}>{words.facts}</a> }]
  return (
    <SummaryList
      rows={[
        {
          label: isSent ? words.to : words.from,
          value: agencyName(frame, letter.agencyId),
        },
        { label: words.sentAt, value: minuteOf(letter.sentAt) },
        ...(isSent ? [] : [{ label: words.receivedAt, value: minuteOf(letter.at) }]),
        ...(letter.dueOn === null ? [] : [{ label: words.dueOn, value: letter.dueOn }]),
        ...link(letter.replyTo, words.seeAsked),
        ...link(letter.answeredBy, words.seeAnswer),
      ]}
    />
  )
}

function AnswerForm({ action, attempt }: { action: string; attempt: Attempt | null }): JSX.Element {
  return (
    <section class="panel" id="acts">
      <h2>{words.answerTitle}</h2>
      <p>{words.answerWhy}</p>
      <Form action={action}>
        <Radios
          name="answer"
          label={words.answer}
          required
          inline
          value={attempt?.text.get('answer')}
          error={attempt?.errors['answer']}
          options={answers.map((value) => ({ value, label: words.answers[value] }))}
        />
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          maxlength={2000}
          value={attempt?.text.get('reason')}
          error={attempt?.errors['reason']}
        />
        <SubmitRow label={words.answerButton} />
      </Form>
    </section>
  )
}
