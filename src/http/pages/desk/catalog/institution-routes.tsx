import type { Context, Hono } from 'hono'
import type { Refusal } from '../../../../domain/shared/refusal.ts'
import { saveCard } from '../../../../usecases/catalog/save-card.ts'
import {
  listCards,
  showCard,
  type CardView,
} from '../../../../usecases/catalog/show-institution.ts'
import { may, turnAway } from '../../../../usecases/permissions.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answerPrivatePage } from '../../../page-answer.ts'
import { refusalResponse } from '../../../refusal.tsx'
import { formErrors } from '../../../ui/form-names.ts'
import { refusalWords } from '../../../ui/words/refusal.ts'
import { formStatus } from '../../form-status.ts'
import { inputOf, readPageForm } from '../../form-values.ts'
import { CardFormPage } from './card-form-page.tsx'
import { CardListPage } from './card-list-page.tsx'
import { frameOf } from '../frame.ts'

type C = Context<AppEnv>
type Kind = CardView['kind']
type Tried = { text: ReadonlyMap<string, string>; refusal: Refusal }

const leaderFields = ['kind', 'name', 'post', 'duties', 'units', 'fromOn', 'toOn']
const officeFields = ['kind', 'name', 'duties', 'head', 'telephone', 'address', 'fromOn', 'toOn']

/** Mounts the cards of leaders and offices (领导分工、内设机构). */
export function mountInstitution(app: Hono<AppEnv>): void {
  app.get('/desk/institution', list)
  app.get('/desk/institution/new', (c) => {
    return form(c, null, c.req.query('kind') === 'office' ? 'office' : 'leader', null)
  })
  app.post('/desk/institution/new', (c) => save(c, null))
  app.get('/desk/institution/:id', edit)
  app.post('/desk/institution/:id', (c) => save(c, c.req.param('id') ?? ''))
}

async function list(c: C): Promise<Response> {
  const cards = await listCards(c.var.ctx)
  if (!cards.ok) return refusalResponse(c, cards.refusal)
  const isDone = c.req.query('done') === '1'
  const page = <CardListPage frame={frameOf(c)} cards={cards.value.items} isDone={isDone} />
  return answerPrivatePage(c, page)
}

async function edit(c: C): Promise<Response> {
  const card = await showCard(c.var.ctx, c.req.param('id') ?? '')
  return card.ok ? form(c, card.value, card.value.kind, null) : refusalResponse(c, card.refusal)
}

async function save(c: C, id: string | null): Promise<Response> {
  const read = await readPageForm(c, 64 * 1024)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const kind = text.get('kind') === 'office' ? 'office' : 'leader'
  const said = inputOf(text, kind === 'office' ? officeFields : leaderFields)
  const numbers = { place: Number(text.get('place')), seen: Number(text.get('seen')) }
  const done = await saveCard(c.var.ctx, id, Object.assign({}, said, numbers))
  if (done.ok) return c.redirect(`${c.var.site.to.deskInstitution()}?done=1`, 303)
  const { refusal } = done
  if (refusal.code !== 'invalid' && refusal.code !== 'stale') return refusalResponse(c, refusal)
  const card = id === null ? null : await showCard(c.var.ctx, id)
  if (card?.ok === false) return refusalResponse(c, card.refusal)
  return form(c, card?.value ?? null, kind, { text, refusal })
}

function form(
  c: C,
  card: CardView | null,
  kind: Kind,
  tried: Tried | null,
): Response | Promise<Response> {
  const { ctx } = c.var
  if (!may(ctx.actor, 'card.save')) return refusalResponse(c, turnAway(ctx.actor).refusal)
  const refusal = tried?.refusal ?? null
  return answerPrivatePage(
    c,
    <CardFormPage
      frame={frameOf(c)}
      card={card}
      kind={kind}
      typed={tried?.text ?? null}
      errors={refusal?.code === 'invalid' ? formErrors(refusal.errors) : {}}
      notice={refusal?.code === 'stale' ? refusalWords(refusal).title : null}
    />,
    formStatus(refusal),
  )
}
