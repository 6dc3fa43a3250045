import type { Context, Hono } from 'hono'
import type { Refusal, Result } from '../../../../domain/shared/refusal.ts'
import {
  listRules,
  type RuleRegister,
  type RuleView,
} from '../../../../usecases/catalog/list-rules.ts'
import { saveRule } from '../../../../usecases/catalog/save-rule.ts'
import { may, turnAway } from '../../../../usecases/permissions.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answerPrivatePage } from '../../../page-answer.ts'
import { refusalResponse } from '../../../refusal.tsx'
import { formErrors, type FormErrors } from '../../../ui/form-names.ts'
import { refusalWords } from '../../../ui/words/refusal.ts'
import { formStatus } from '../../form-status.ts'
import { inputOf, readPageForm } from '../../form-values.ts'
import { frameOf } from '../frame.ts'
import { RuleFormPage } from './rule-form-page.tsx'
import { RuleListPage } from './rule-list-page.tsx'

type C = Context<AppEnv>
type Tried = { text: ReadonlyMap<string, string>; refusal: Refusal }

const fields = [
  'system',
  'title',
  'number',
  'edition',
  'issuedOn',
  'fromOn',
  'toOn',
  'item',
] as const

/** Mounts the register of disclosure rules at the desk (制度登记). */
export function mountRuleDesk(app: Hono<AppEnv>): void {
  app.get('/desk/rules', list)
  app.get('/desk/rules/new', (c) => form(c, null, null))
  app.post('/desk/rules/new', (c) => save(c, null))
  app.get('/desk/rules/:id', (c) => form(c, c.req.param('id'), null))
  app.post('/desk/rules/:id', (c) => save(c, c.req.param('id')))
}

async function list(c: C): Promise<Response> {
  const register = await openRegister(c)
  if (!register.ok) return refusalResponse(c, register.refusal)
  const isDone = c.req.query('done') === '1'
  const page = <RuleListPage frame={frameOf(c)} register={register.value} isDone={isDone} />
  return answerPrivatePage(c, page)
}

/** The register, for those who keep it. */
async function openRegister({ var: { ctx } }: C): Promise<Result<RuleRegister>> {
  return may(ctx.actor, 'rule.save') ? listRules(ctx) : turnAway(ctx.actor)
}

async function save(c: C, id: string | null): Promise<Response> {
  const read = await readPageForm(c, 64 * 1024)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const said = Object.assign({}, inputOf(text, fields), { seen: Number(text.get('seen')) })
  const done = await saveRule(c.var.ctx, id, said)
  if (done.ok) return c.redirect(c.var.site.to.deskRules({ done: 1 }), 303)
  const { refusal } = done
  if (refusal.code !== 'invalid' && refusal.code !== 'stale') return refusalResponse(c, refusal)
  return form(c, id, { text, refusal })
}

async function form(c: C, id: string | null, tried: Tried | null): Promise<Response> {
  const register = await openRegister(c)
  if (!register.ok) return refusalResponse(c, register.refusal)
  const rule = register.value.items.find((one) => one.id === id) ?? null
  if (id !== null && rule === null) return refusalResponse(c, { code: 'not-found' })
  const text = tried?.text ?? textOf(rule, c.req.query('system') ?? '')
  const page = <RuleFormPage frame={frameOf(c)} rule={rule} text={text} {...told(tried)} />
  return answerPrivatePage(c, page, formStatus(tried?.refusal ?? null))
}

function told(tried: Tried | null): { errors: FormErrors; notice: string | null } {
  const refusal = tried?.refusal ?? null
  return {
    errors: refusal?.code === 'invalid' ? formErrors(refusal.errors) : {},
    notice: refusal?.code === 'stale' ? refusalWords(refusal).title : null,
  }
}

function textOf(rule: RuleView | null, system: string): Map<string, string> {
  if (rule === null) return new Map([['system', system]])
  return new Map(fields.map((name) => [name, rule[name] ?? '']))
}
