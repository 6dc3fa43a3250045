import type { Context, Hono } from 'hono'
import { channels } from '../../../domain/channel/channels.data.ts'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import { writeCsv } from '../../../domain/shared/sheet/write-csv.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { listGazette } from '../../../usecases/channel/gazette.ts'
import { listItemChannels } from '../../../usecases/channel/list-channels.ts'
import { recordChannel } from '../../../usecases/channel/record.ts'
import { removeChannel } from '../../../usecases/channel/remove.ts'
import { type ChannelTotals, channelTotals } from '../../../usecases/channel/totals.ts'
import { findReferences } from '../../../usecases/item/find-references.ts'
import { may } from '../../../usecases/permissions.ts'
import type { AppEnv } from '../../app-env.ts'
import { disposition } from '../../file-response.ts'
import { answerPage, answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import type { FormErrors } from '../../ui/form-names.ts'
import { channel, channelNames } from '../../ui/words/channel.ts'
import { frameOf } from '../desk/frame.ts'
import { declinedOn, type StepNotice } from '../desk/step-answer.ts'
import { inputOf, readPageForm } from '../form-values.ts'
import { GazettePage } from './gazette-page.tsx'
import { ItemChannelsPage } from './item-page.tsx'
import { ChannelTotalsPage } from './totals-page.tsx'

type C = Context<AppEnv>

const formLimit = 16 * 1024

/** Mounts the gazette (政府公报), which everybody may read. */
export function mountGazette(app: Hono<AppEnv>): void {
  app.get('/gazette', async (c) => {
    const listed = await listGazette(c.var.ctx)
    return listed.ok
      ? answerPage(c, <GazettePage c={c} issues={listed.value.items} />)
      : refusalResponse(c, listed.refusal)
  })
}

/** Mounts the carriers of the desk (公开载体): totals, their table as a file, an item's own list. */
export function mountDeskChannels(app: Hono<AppEnv>): void {
  app.get('/desk/channels', totals)
  app.get('/desk/channels/totals.csv', csv)
  app.get('/desk/items/:id/channels', show)
  app.post('/desk/items/:id/channels', record)
  app.post('/desk/items/:id/channels/removals', remove)
}

async function totals(c: C): Promise<Response> {
  const { ctx, site } = c.var
  const typed = c.req.query('item')?.slice(0, 500).trim() ?? ''
  const added = await channelTotals(ctx, periodOf(c))
  const isBadPeriod = !added.ok && added.refusal.code === 'invalid'
  const shown = isBadPeriod ? await channelTotals(ctx, {}) : added
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const named = await namedItem(c, typed)
  if (named !== null) return c.redirect(site.to.itemChannels(named), 303)
  return answerPrivatePage(
    c,
    <ChannelTotalsPage
      frame={frameOf(c)}
      totals={shown.value}
      mayRecord={may(ctx.actor, 'channel.record')}
      isBadPeriod={isBadPeriod}
      missing={typed === '' ? null : typed}
    />,
  )
}

async function namedItem(c: C, typed: string): Promise<string | null> {
  const found = await findReferences(c.var.ctx, [typed], '/item')
  return found.ok ? (found.value[0]?.id ?? null) : null
}

function periodOf(c: C): { period?: string } {
  const period = c.req.query('period') ?? ''
  return period === '' ? {} : { period }
}

async function csv(c: C): Promise<Response> {
  const added = await channelTotals(c.var.ctx, periodOf(c))
  if (!added.ok) return refusalResponse(c, added.refusal)
  const header = [channel.month, ...channels.map((name) => channelNames[name])]
  return new Response(new Uint8Array(writeCsv(header, csvRows(added.value))), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': disposition(channel.exportName),
      'cache-control': 'no-store',
    },
  })
}

function csvRows({ months, total }: ChannelTotals): (string | number)[][] {
  return [
    ...months.map(({ month, counts }) => [month, ...figures(counts)]),
    [channel.sum, ...figures(total)],
  ]
}

function figures(counts: ChannelTotals['total']): number[] {
  return channels.map((name) => counts[name])
}

async function show(c: C): Promise<Response> {
  const done = c.req.query('done')
  const title = done === 'removed' ? channel.removed : channel.done
  return page(c, new Map(), null, done === undefined ? null : { tone: 'success', title })
}

async function record(c: C): Promise<Response> {
  const { ctx, site } = c.var
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const done = await recordChannel(ctx, idOf(c), inputOf(text, ['channel', 'on', 'place']))
  if (done.ok) return c.redirect(site.to.itemChannels(idOf(c), { done: 'recorded' }), 303)
  return page(c, text, done.refusal, null)
}

async function remove(c: C): Promise<Response> {
  const { ctx, site } = c.var
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const done = await removeChannel(ctx, idOf(c), read.value.text.get('channel') ?? '')
  // Of two who delete the same row both want it gone.
  const isGone = !done.ok && done.refusal.code === 'stale'
  return done.ok || isGone
    ? c.redirect(site.to.itemChannels(idOf(c), { done: 'removed' }), 303)
    : refusalResponse(c, done.refusal)
}

async function page(
  c: C,
  text: ReadonlyMap<string, string>,
  refusal: Refusal | null,
  notice: StepNotice | null,
): Promise<Response> {
  const { ctx } = c.var
  const declined = refusal === null ? null : declinedOn(refusal)
  if (refusal !== null && declined === null) return refusalResponse(c, refusal)
  const listed = await listItemChannels(ctx, idOf(c))
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  return answerPrivatePage(
    c,
    <ItemChannelsPage
      frame={frameOf(c)}
      view={listed.value}
      filled={{ text, errors: withPlace(declined?.errors ?? {}) }}
      today={localDateOf(ctx.now)}
      mayRecord={may(ctx.actor, 'channel.record')}
      notice={declined?.notice ?? notice}
    />,
    declined?.status ?? 200,
  )
}

/** The place of a carrier is called by its own name; elsewhere the word means an order. */
function withPlace(errors: FormErrors): FormErrors {
  return errors['place'] === undefined ? errors : { ...errors, place: channel.placeWrong }
}

function idOf(c: C): string {
  return c.req.param('id') ?? ''
}
