import type { Context, Hono } from 'hono'
import { answerConsultation } from '../../../../usecases/consultation/answer.ts'
import { listLetters } from '../../../../usecases/letter/list-letters.ts'
import { showLetter } from '../../../../usecases/letter/show-letter.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answerPrivatePage } from '../../../page-answer.ts'
import { refusalResponse } from '../../../refusal.tsx'
import { formErrors } from '../../../ui/form-names.ts'
import { letters as words } from '../../../ui/words/letter.ts'
import { inputOf, readPageForm } from '../../form-values.ts'
import type { Attempt } from '../attempt.ts'
import { frameOf } from '../frame.ts'
import { LetterPage } from './page.tsx'
import { LettersPage } from './letters-page.tsx'

type C = Context<AppEnv>
type Notice = Parameters<typeof LetterPage>[0]['notice']

const formLimit = 64 * 1024

/** Mounts the letters between agencies at the desk (公函往来): boxes, letter, answer. */
export function mountLetters(app: Hono<AppEnv>): void {
  app.get('/desk/letters', list)
  app.get('/desk/letters/:id', async (c) => {
    const isDone = c.req.query('done') === 'answer'
    return page(c, null, isDone ? { tone: 'success', title: words.answered } : null, 200)
  })
  app.post('/desk/letters/:id/answer', answer)
}

async function list(c: C): Promise<Response> {
  const box = c.req.query('box') === 'sent' ? 'sent' : 'received'
  const cursor = c.req.query('cursor')
  const found = await listLetters(c.var.ctx, { box, limit: '30', cursor })
  if (!found.ok) return refusalResponse(c, found.refusal)
  const isFirst = cursor === undefined
  return answerPrivatePage(
    c,
    <LettersPage frame={frameOf(c)} box={box} list={found.value} isFirst={isFirst} />,
  )
}

async function answer(c: C): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const done = await answerConsultation(c.var.ctx, id, inputOf(text, ['answer', 'reason']))
  if (done.ok) return c.redirect(`${c.var.site.to.letter(id)}?done=answer`, 303)
  const { refusal } = done
  if (refusal.code === 'stale') {
    return page(c, null, { tone: 'warning', title: words.staleTitle, text: words.staleWhy }, 409)
  }
  if (refusal.code !== 'invalid') return refusalResponse(c, refusal)
  return page(c, { action: 'answer', text, errors: formErrors(refusal.errors) }, null, 422)
}

async function page(
  c: C,
  attempt: Attempt | null,
  notice: Notice,
  status: 200 | 409 | 422,
): Promise<Response> {
  const shown = await showLetter(c.var.ctx, c.req.param('id') ?? '')
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  return answerPrivatePage(
    c,
    <LetterPage frame={frameOf(c)} letter={shown.value} attempt={attempt} notice={notice} />,
    status,
  )
}
