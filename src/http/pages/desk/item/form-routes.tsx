import type { Context, Hono } from 'hono'
import * as z from 'zod'
import type { Refusal } from '../../../../domain/shared/refusal.ts'
import { maxSourceBytes } from '../../../../usecases/item/convert-document.ts'
import { draftItem } from '../../../../usecases/item/draft-item.ts'
import { editItem } from '../../../../usecases/item/edit-item.ts'
import { showDeskItem } from '../../../../usecases/item/show-desk-item.ts'
import { may, turnAway } from '../../../../usecases/permissions.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answerPrivatePage } from '../../../page-answer.ts'
import { refusalResponse } from '../../../refusal.tsx'
import { formErrors, type FormErrors } from '../../../ui/form-names.ts'
import { documentWords } from '../../../ui/words/document.ts'
import { minuteOf } from '../../../ui/gov-meta.tsx'
import { desk } from '../../../ui/words/desk.ts'
import { itemWords } from '../../../ui/words/item.ts'
import { submissionKey } from '../../apply/submission-key.ts'
import { readPageForm, type FormValues } from '../../form-values.ts'
import { frameOf } from '../frame.ts'
import { ItemFormPage, type ItemFormProps } from './form-page.tsx'
import { asksForm, formOf, readItemForm, type Agencies } from './form-values.ts'
import { readFileIntoForm } from './read-file-into-form.ts'

const typedFields = z.record(z.string(), z.string())

type C = Context<AppEnv>
type Answer = Response | Promise<Response>

/** A Word file and what was typed beside it. */
const formLimit = maxSourceBytes + 2 * 1024 * 1024

/** Mounts the forms in which items are drawn up and changed (起草、修改). */
export function mountItemForms(app: Hono<AppEnv>): void {
  app.get('/desk/items/new', (c) => {
    const { actor } = c.var.ctx
    if (!may(actor, 'item.draft')) return refusalResponse(c, turnAway(actor).refusal)
    const text = new Map([
      ['issuer', c.var.site.agency.name],
      ['visibility', 'public'],
    ])
    return form(c, { text })
  })
  app.post('/desk/items/new', create)
  app.get('/desk/items/:id/edit', edit)
  app.post('/desk/items/:id/edit', save)
}

async function create(c: C): Promise<Response> {
  const { ctx, site } = c.var
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  if (wantsReading(read.value)) return readInto(c, read.value, {})
  if (asksForm(text)) return form(c, { text })
  const said = readItemForm(text, agenciesOf(c))
  if ('errors' in said) return form(c, { text, errors: said.errors }, 422)
  const drafted = await draftItem(ctx, said.parts, submissionKey(text.get('submission')))
  if (drafted.ok) return c.redirect(`${site.to.deskItem(drafted.value.id)}?done=saved`, 303)
  return again(c, drafted.refusal, { text })
}

async function edit(c: C): Promise<Response> {
  const { actor } = c.var.ctx
  if (!may(actor, 'item.draft')) return refusalResponse(c, turnAway(actor).refusal)
  const shown = await showDeskItem(c.var.ctx, c.req.param('id') ?? '')
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const { id, version, autosave } = shown.value
  const text = formOf(shown.value, agenciesOf(c))
  if (autosave === null) return form(c, { id, version, text })
  const typed = typedFields.safeParse(autosave.fields)
  const isOld = autosave.baseVersion !== version
  const why = isOld ? itemWords.form.restoreOld : itemWords.form.restoreWhy
  const at = minuteOf(autosave.at)
  return form(c, {
    id,
    version,
    text: new Map([...text, ...Object.entries(typed.data ?? {})]),
    notice: { tone: 'info', title: itemWords.form.restore, lines: [why.replace('{at}', at)] },
    theirs: isOld ? shown.value.body : null,
  })
}

async function save(c: C): Promise<Response> {
  const { ctx, site } = c.var
  const id = c.req.param('id') ?? ''
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const version = Number(text.get('version'))
  if (wantsReading(read.value)) return readInto(c, read.value, { id, version })
  if (asksForm(text)) return form(c, { id, version, text })
  const said = readItemForm(text, agenciesOf(c))
  if ('errors' in said) return form(c, { id, version, text, errors: said.errors }, 422)
  const saved = await editItem(ctx, id, { ...said.parts, version })
  if (saved.ok) return c.redirect(`${site.to.deskItem(id)}?done=saved`, 303)
  if (saved.refusal.code !== 'stale') return again(c, saved.refusal, { id, version, text })
  // The second of two writers is told, sees what the first one saved, and keeps what was typed.
  const shown = await showDeskItem(ctx, id)
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const notice = { tone: 'warning' as const, title: desk.stale, lines: [desk.staleWhy] }
  const theirs = shown.value.body
  return form(c, { id, version: shown.value.version, text, notice, theirs }, 409)
}

function agenciesOf(c: C): Agencies {
  return { own: c.var.site.agency, all: c.var.region.agencies }
}

/** A chosen file is read before anything is stored, also when the other button was pressed. */
function wantsReading({ text, files }: FormValues): boolean {
  return text.get('act') === 'read' || files.has('word')
}

async function readInto(
  c: C,
  values: FormValues,
  where: { id?: string; version?: number },
): Promise<Response> {
  const read = await readFileIntoForm(c.var.ctx, values)
  if (!read.ok) return again(c, read.refusal, { ...where, text: values.text })
  const { text, remarks } = read.value
  const notice = {
    tone: remarks.length === 0 ? ('info' as const) : ('warning' as const),
    title: documentWords.readIn,
    lines: [documentWords.readInWhy, ...remarks],
  }
  return form(c, { ...where, text, notice })
}

type Given = Partial<Omit<ItemFormProps, 'frame' | 'submission'>> & Pick<ItemFormProps, 'text'>

function again(c: C, refusal: Refusal, given: Given): Answer {
  if (refusal.code !== 'invalid') return refusalResponse(c, refusal)
  const { file, pictures, ...others } = formErrors(refusal.errors)
  const word = file ?? pictures
  const errors = word === undefined ? others : { ...others, word }
  // Pictures that are not to be had any more keep nobody from saving the words.
  const { pictures: _gone, ...rest } = Object.fromEntries(given.text)
  const text = pictures === undefined ? given.text : new Map(Object.entries(rest))
  return form(c, { ...given, text, errors }, 422)
}

function form(c: C, given: Given, status: 200 | 409 | 422 = 200): Answer {
  const { id = null, version = null, errors = {}, notice = null, theirs = null, text } = given
  const faults: FormErrors = errors
  return answerPrivatePage(
    c,
    <ItemFormPage
      frame={frameOf(c)}
      id={id}
      version={version}
      submission={c.var.ctx.newId()}
      text={text}
      errors={faults}
      notice={notice}
      theirs={theirs}
    />,
    status,
  )
}
