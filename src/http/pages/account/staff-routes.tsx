import type { Context, Hono } from 'hono'
import { staffActions } from '../../../domain/account/lifecycle.ts'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import { actOnStaff } from '../../../usecases/account/act-on-staff.ts'
import { listStaff, showStaff } from '../../../usecases/account/list-staff.ts'
import { makePasswordLink } from '../../../usecases/account/make-password-link.ts'
import { takeOnStaff } from '../../../usecases/account/take-on-staff.ts'
import { may, turnAway } from '../../../usecases/permissions.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { passwordLinkUrl } from '../../password-link-url.ts'
import { refusalResponse } from '../../refusal.tsx'
import { formErrors } from '../../ui/form-names.ts'
import { accountWords as words } from '../../ui/words/account.ts'
import { frameOf } from '../desk/frame.ts'
import { declinedOn, doneNotice, stepInput, type StepNotice } from '../desk/step-answer.ts'
import { blankForm, type FormValues, inputOf, readPageForm } from '../form-values.ts'
import { PersonPage, type ShownLink } from './person-page.tsx'
import { NewStaffPage, StaffPage } from './staff-page.tsx'

type C = Context<AppEnv>
const formLimit = 16 * 1024

/** Mounts the accounts of the agency (人员), for those who administer the system. */
export function mountStaff(app: Hono<AppEnv>): void {
  app.get('/desk/staff', list)
  app.get('/desk/staff/new', (c) => form(c, blankForm, null))
  app.post('/desk/staff/new', add)
  app.get('/desk/staff/:staff', (c) => page(c, null))
  app.post('/desk/staff/:staff/actions/:action', act)
}

async function list(c: C): Promise<Response> {
  const people = await listStaff(c.var.ctx)
  return people.ok
    ? answerPrivatePage(c, <StaffPage frame={frameOf(c)} people={people.value} />)
    : refusalResponse(c, people.refusal)
}

async function add(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text, lists } = read.value
  const input = { ...inputOf(text, ['name', 'username']), roles: lists.get('roles') ?? [] }
  const made = await takeOnStaff(c.var.ctx, input)
  if (!made.ok) return form(c, read.value, made.refusal)
  return c.redirect(c.var.site.to.person(made.value.id, { added: 1 }), 303)
}

function form(
  c: C,
  { text, lists }: FormValues,
  refusal: Refusal | null,
): Response | Promise<Response> {
  const { actor } = c.var.ctx
  if (!may(actor, 'staff.manage')) return refusalResponse(c, turnAway(actor).refusal)
  if (refusal !== null && refusal.code !== 'invalid') return refusalResponse(c, refusal)
  const errors = refusal === null ? {} : formErrors(refusal.errors)
  return answerPrivatePage(
    c,
    <NewStaffPage frame={frameOf(c)} filled={{ text, errors }} chosen={lists.get('roles') ?? []} />,
    refusal === null ? 200 : 422,
  )
}

async function act(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text, lists } = read.value
  const [id, action] = [idOf(c), staffActions.find((one) => one === c.req.param('action'))]
  if (action === undefined) return refusalResponse(c, { code: 'not-found' })
  if (action === 'make-link') {
    const made = await makePasswordLink(c.var.ctx, id, stepInput(text, []))
    if (!made.ok) return page(c, made.refusal)
    const { secret, expiresAt } = made.value
    return page(c, null, { url: passwordLinkUrl(c.var.site, secret), expiresAt })
  }
  const chosen = action === 'change-roles' ? { roles: lists.get('roles') ?? [] } : {}
  const done = await actOnStaff(c.var.ctx, id, action, { ...stepInput(text, []), ...chosen })
  return done.ok ? c.redirect(c.var.site.to.person(id, { done: 1 }), 303) : page(c, done.refusal)
}

async function page(
  c: C,
  refusal: Refusal | null,
  link: ShownLink | null = null,
): Promise<Response> {
  const declined = refusal === null ? null : declinedOn(refusal)
  if (refusal !== null && declined === null) return refusalResponse(c, refusal)
  const person = await showStaff(c.var.ctx, idOf(c))
  if (!person.ok) return refusalResponse(c, person.refusal)
  return answerPrivatePage(
    c,
    <PersonPage
      frame={frameOf(c)}
      person={person.value}
      link={link}
      errors={declined?.errors ?? {}}
      notice={declined === null ? outcomeOf(c, link) : declined.notice}
    />,
    declined?.status ?? 200,
  )
}

function outcomeOf(c: C, link: ShownLink | null): StepNotice | null {
  if (link !== null) return null
  const isAdded = c.req.query('added') !== undefined
  return isAdded ? { tone: 'success', title: words.added } : doneNotice(c, words.stepDone)
}

function idOf(c: C): string {
  return c.req.param('staff') ?? ''
}
