import type { Context, Hono } from 'hono'
import type { Refusal } from '../../../../domain/shared/refusal.ts'
import { placedColumns } from '../../../../usecases/catalog/column-path.ts'
import { refileItems } from '../../../../usecases/catalog/refile-items.ts'
import { listItems } from '../../../../usecases/item/list-items.ts'
import { may, turnAway } from '../../../../usecases/permissions.ts'
import { readForm } from '../../../api/read-body.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answerPrivatePage } from '../../../page-answer.ts'
import { refusalResponse } from '../../../refusal.tsx'
import { formErrors, type FormErrors } from '../../../ui/form-names.ts'
import { refusalWords } from '../../../ui/words/refusal.ts'
import { formStatus } from '../../form-status.ts'
import { frameOf } from '../frame.ts'
import { MovePage } from './move-page.tsx'

type C = Context<AppEnv>

/** What an officer chose for a move. */
type Chosen = { from: string; to: string; items: readonly string[] }

const pageSize = 50

/** Mounts the moves of items between columns (调整栏目). */
export function mountMoves(app: Hono<AppEnv>): void {
  app.get('/desk/catalog/moves', (c) => {
    return show(c, { from: c.req.query('from') ?? '', to: '', items: [] }, null)
  })
  app.post('/desk/catalog/moves', move)
}

async function move(c: C): Promise<Response> {
  const form = await readForm(c, 64 * 1024)
  if (!form.ok) return refusalResponse(c, form.refusal)
  const [from, to] = [wordIn(form.value, 'from'), wordIn(form.value, 'to')]
  const items = form.value.getAll('items').filter((value) => typeof value === 'string')
  const done = await refileItems(c.var.ctx, { items, to })
  if (done.ok) {
    return c.redirect(c.var.site.to.columnMoves({ from, done: done.value.moved }), 303)
  }
  const { code } = done.refusal
  if (code !== 'invalid' && code !== 'stale') return refusalResponse(c, done.refusal)
  return show(c, { from, to, items }, done.refusal)
}

async function show(c: C, chosen: Chosen, refusal: Refusal | null): Promise<Response> {
  const { ctx } = c.var
  if (!may(ctx.actor, 'catalog.refile')) return refusalResponse(c, turnAway(ctx.actor).refusal)
  const columns = placedColumns(ctx.agency)
  const isColumn = columns.some(({ id }) => id === chosen.from)
  const listed = isColumn ? await itemsIn(c, chosen.from) : null
  if (listed?.ok === false) return refusalResponse(c, listed.refusal)
  const moved = Number(c.req.query('done') ?? Number.NaN)
  return answerPrivatePage(
    c,
    <MovePage
      frame={frameOf(c)}
      columns={columns}
      chosen={chosen}
      list={listed?.value ?? null}
      isFirst={c.req.query('cursor') === undefined}
      errors={errorsOf(refusal)}
      notice={refusal?.code === 'stale' ? refusalWords(refusal) : null}
      moved={Number.isSafeInteger(moved) ? moved : null}
    />,
    formStatus(refusal),
  )
}

function itemsIn(c: C, category: string): ReturnType<typeof listItems> {
  const cursor = c.req.query('cursor')
  const query = { category, limit: pageSize, ...(cursor === undefined ? {} : { cursor }) }
  return listItems(c.var.ctx, query, (agency) => c.var.parts.resolver.originOf(agency))
}

/** One sentence for all items together: their boxes stand in one group. */
function errorsOf(refusal: Refusal | null): FormErrors {
  if (refusal?.code !== 'invalid') return {}
  const all = Object.entries(formErrors(refusal.errors))
  return Object.fromEntries(
    all.map(([name, words]) => [name.startsWith('items') ? 'items' : name, words]),
  )
}

function wordIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
