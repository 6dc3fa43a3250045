import type { Context, Hono } from 'hono'
import { type DeskView, deskViews } from '../../../../domain/item/desk-views.ts'
import { isItemStep } from '../../../../domain/item/step-input.ts'
import type { Refusal, Result } from '../../../../domain/shared/refusal.ts'
import { localDateOf } from '../../../../domain/time/instant.ts'
import { maxItemFileBytes } from '../../../../usecases/item/files/add-file.ts'
import { attachFile } from '../../../../usecases/item/files/attach-file.ts'
import { editItem } from '../../../../usecases/item/edit-item.ts'
import { listDebt } from '../../../../usecases/item/list-debt.ts'
import { listDeskItems } from '../../../../usecases/item/list-desk-items.ts'
import { innerReasons, listInner } from '../../../../usecases/item/list-inner.ts'
import { listItems } from '../../../../usecases/item/list-items.ts'
import { readDraftFile } from '../../../../usecases/item/files/read-file.ts'
import { type DeskItem, showDeskItem } from '../../../../usecases/item/show-desk-item.ts'
import { workOnItem } from '../../../../usecases/item/work-on-item.ts'
import { may, turnAway } from '../../../../usecases/permissions.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answerDraftFile } from '../../../item-file.ts'
import { answerPrivatePage } from '../../../page-answer.ts'
import { refusalResponse } from '../../../refusal.tsx'
import { formErrors } from '../../../ui/form-names.ts'
import { desk } from '../../../ui/words/desk.ts'
import { itemWords } from '../../../ui/words/item.ts'
import { refusalWords } from '../../../ui/words/refusal.ts'
import { type FormValues, readPageForm, uploadsOf } from '../../form-values.ts'
import type { Attempt } from '../attempt.ts'
import { frameOf } from '../frame.ts'
import { mountInspections } from './inspection-routes.tsx'
import { InnerListPage } from './inner-page.tsx'
import { mountItemForms } from './form-routes.tsx'
import { DeskItemPage, type ItemPageProps } from './page.tsx'
import { stepBody } from './step-body.ts'
import { DeskItemsPage } from './items-page.tsx'
import { PublishedPage } from './published-page.tsx'

type C = Context<AppEnv>
type Answer = Response | Promise<Response>

const formLimit = 64 * 1024
/** What multipart framing may add to a file. */
const framing = 64 * 1024

/** Mounts the items of the desk (稿件): lists, an item, its steps and files. */
export function mountItems(app: Hono<AppEnv>): void {
  app.get('/desk/items', list)
  app.get('/desk/items/published', published)
  app.get('/desk/items/inner', inner)
  // The word `new` is taken before ids are looked up.
  mountItemForms(app)
  app.get('/desk/items/:id', show)
  app.post('/desk/items/:id/actions/:action', act)
  app.post('/desk/items/:id/files', files)
  app.get('/desk/items/:id/files/:file', openFile)
  mountInspections(app)
}

async function list(c: C): Promise<Response> {
  const { ctx } = c.var
  const cursor = c.req.query('cursor')
  const view = deskViews.find((name) => name === c.req.query('view')) ?? 'all'
  const listed = await listDeskItems(ctx, { view, limit: 30, cursor })
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  const debt = showsDebt(view) ? await listDebt(ctx) : null
  return answerPrivatePage(
    c,
    <DeskItemsPage
      frame={frameOf(c)}
      view={view}
      list={listed.value}
      debt={debt?.ok === true ? debt.value.units : null}
      mayDraft={may(ctx.actor, 'item.draft')}
      maySeeInner={may(ctx.actor, 'item.list-inner')}
      isFirst={cursor === undefined}
    />,
  )
}

function showsDebt(view: DeskView): boolean {
  return view === 'all' || view === 'late' || view === 'week'
}

async function published(c: C): Promise<Response> {
  const { ctx, parts } = c.var
  if (!may(ctx.actor, 'item.list-desk')) return refusalResponse(c, turnAway(ctx.actor).refusal)
  const cursor = c.req.query('cursor')
  const query = { limit: 30, ...(cursor === undefined ? {} : { cursor }) }
  const listed = await listItems(ctx, query, (agency) => parts.resolver.originOf(agency))
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  const isFirst = cursor === undefined
  return answerPrivatePage(
    c,
    <PublishedPage frame={frameOf(c)} list={listed.value} isFirst={isFirst} />,
  )
}

async function inner(c: C): Promise<Response> {
  const cursor = c.req.query('cursor')
  const reason = innerReasons.find((name) => name === c.req.query('reason')) ?? 'withheld'
  const listed = await listInner(c.var.ctx, c.var.region, { reason, limit: 30, cursor })
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  return answerPrivatePage(
    c,
    <InnerListPage
      frame={frameOf(c)}
      reason={reason}
      list={listed.value}
      isFirst={cursor === undefined}
    />,
  )
}

async function show(c: C): Promise<Response> {
  const shown = await showDeskItem(c.var.ctx, param(c, 'id'))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const done = Object.entries(itemWords.done).find(([name]) => name === c.req.query('done'))
  const notice = done === undefined ? null : { tone: 'success' as const, title: done[1] }
  return page(c, shown.value, null, notice, 200)
}

async function act(c: C): Promise<Response> {
  const { ctx, region, site } = c.var
  const [id, action] = [param(c, 'id'), param(c, 'action')]
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  if (!isItemStep(action)) return refusalResponse(c, { code: 'not-found' })
  const done = await workOnItem(ctx, region, id, action, stepBody(action, read.value))
  if (done.ok) return c.redirect(`${site.to.deskItem(id)}?done=${action}`, 303)
  const { text, lists } = read.value
  return again(c, done.refusal, { action, text, lists, errors: {} })
}

async function files(c: C): Promise<Response> {
  const { ctx, site } = c.var
  const id = param(c, 'id')
  if (!may(ctx.actor, 'item.draft')) return refusalResponse(c, turnAway(ctx.actor).refusal)
  const read = await readPageForm(c, maxItemFileBytes + framing)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text, lists } = read.value
  const gone = text.get('remove')
  const done =
    gone === undefined
      ? await attachChosen(c, id, read.value)
      : await detach(c, id, gone, Number(text.get('version')))
  if (done.ok)
    return c.redirect(`${site.to.deskItem(id)}?done=${gone === undefined ? 'file' : 'unfile'}`, 303)
  return again(c, done.refusal, { action: 'file', text, lists, errors: {} })
}

async function attachChosen(
  c: C,
  id: string,
  { text, files: chosen }: FormValues,
): Promise<Result<unknown>> {
  const [upload] = await uploadsOf(chosen.get('file') ?? [])
  if (upload === undefined) {
    const errors = [{ pointer: '/file', problem: 'required' as const }]
    return { ok: false, refusal: { code: 'invalid', errors } }
  }
  return attachFile(c.var.ctx, id, { ...upload, strip: text.get('strip') === 'true' })
}

async function detach(c: C, id: string, file: string, version: number): Promise<Result<unknown>> {
  const shown = await showDeskItem(c.var.ctx, id)
  if (!shown.ok) return shown
  const attachments = shown.value.attachments.map((one) => one.id).filter((one) => one !== file)
  return editItem(c.var.ctx, id, { attachments, version })
}

async function openFile(c: C): Promise<Response> {
  const read = await readDraftFile(c.var.ctx, param(c, 'id'), param(c, 'file'))
  return read.ok ? answerDraftFile(c, read.value) : refusalResponse(c, read.refusal)
}

/** Shows the item again with what was typed; refusals that it has no place for go their usual way. */
async function again(c: C, refusal: Refusal, attempt: Attempt): Promise<Response> {
  if (refusal.code === 'not-found' || refusal.code === 'forbidden') {
    return refusalResponse(c, refusal)
  }
  const shown = await showDeskItem(c.var.ctx, param(c, 'id'))
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  if (refusal.code === 'invalid') {
    const errors = formErrors(refusal.errors)
    return page(c, shown.value, { ...attempt, errors }, null, 422)
  }
  const isStale = refusal.code === 'stale'
  const { title, detail } = refusalWords(refusal)
  const notice = {
    tone: 'warning' as const,
    title: isStale ? desk.stale : title,
    text: isStale ? desk.staleWhy : detail,
  }
  return page(c, shown.value, attempt, notice, 409)
}

function page(
  c: C,
  item: DeskItem,
  attempt: Attempt | null,
  notice: ItemPageProps['notice'],
  status: 200 | 409 | 422,
): Answer {
  const today = localDateOf(c.var.ctx.now)
  return answerPrivatePage(
    c,
    <DeskItemPage frame={frameOf(c)} item={item} today={today} attempt={attempt} notice={notice} />,
    status,
  )
}

function param(c: C, name: string): string {
  return c.req.param(name) ?? ''
}
