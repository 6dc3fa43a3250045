import { adapterFor } from '../../domain/notice/route.ts'
import { noticeText } from '../../domain/notice/text.ts'
import {
  lease,
  leastGap,
  mostPerDay,
  mostTries,
  nextDay,
  nextTry,
} from '../../domain/notice/timing.ts'
import type { Delivery, NoticeContact, NoticeFault } from '../../domain/notice/types.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { takePlace } from '../../store/region/notice-sent.ts'
import { prepare, type Statement } from '../../store/statement.ts'
import {
  holdNotice,
  type NoticeRow,
  postponeNotice,
  retryNotice,
  selectNotice,
  selectAddressee,
  takeNotice,
  type AddresseeRow,
} from '../../store/tenant/notice.ts'
import { openPersonal } from '../application/instrument/seal.ts'
import type { Ctx, RegionCtx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { concludeNotice } from './conclude.ts'
import type { Adapter, Outbox, Outgoing } from './outbox.ts'

/** What became of a call: `failed` is told to the operator. */
export type Sending = 'left' | 'sent' | 'later' | 'failed' | 'cancelled'

/**
 * Sends a notice (发送通知) under its own id, however often it takes: whoever takes it up has it for a
 * while alone, and one that was sent but not noted goes out again under the same id, by which the
 * receiver knows it. The address is opened only here. Refuses `not-found` for an id that nobody gave.
 */
export async function sendNotice(
  ctx: Ctx,
  { region }: Pick<RegionCtx, 'region'>,
  outbox: Outbox,
  id: string,
): Promise<Result<Sending>> {
  if (!may(ctx.actor, 'notice.send')) return turnAway(ctx.actor)
  const taken = await take(ctx, id)
  if (taken === 'unknown') return refuse({ code: 'not-found' })
  if (taken === 'not-now') return ok('left')
  const { row, told } = taken
  if (row.tries > mostTries) return ok(await concludeNotice(ctx, row, 'failed', faultOf(row)))
  const prepared = await prepareNotice(ctx, outbox, row, told)
  if (typeof prepared === 'string') {
    return ok(await concludeNotice(ctx, row, 'cancelled', prepared))
  }
  const later = await waitFor(ctx, region, outbox, row, prepared.outgoing.to)
  if (later !== null) {
    await run(ctx, later.statements)
    await askAgain(ctx, id, later.at)
    return ok('later')
  }
  return ok(await noteOutcome(ctx, row, await prepared.adapter(ctx.agency, prepared.outgoing)))
}

type Taken = { row: NoticeRow; told: AddresseeRow | undefined }

async function take(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  id: string,
): Promise<Taken | 'unknown' | 'not-now'> {
  const statements = [takeNotice(id, now, now + lease), selectAddressee(id), selectNotice(id)]
  const [taken, told, known] = await db.batch<NoticeRow & AddresseeRow>(prepare(db, statements))
  const row = taken?.results[0]
  if (row !== undefined) return { row, told: told?.results[0] }
  return known?.results[0] === undefined ? 'unknown' : 'not-now'
}

/** What goes out and through which adapter, or why nothing does. */
async function prepareNotice(
  ctx: Ctx,
  outbox: Outbox,
  row: NoticeRow,
  told: AddresseeRow | undefined,
): Promise<{ outgoing: Outgoing; adapter: Adapter } | NoticeFault> {
  if (told === undefined || told.notices !== 1) return 'consent-withdrawn'
  const contact: NoticeContact = row.contact === 'email' ? 'email' : 'phone'
  const name = adapterFor(ctx.agency.settings, contact)
  const adapter = name === null ? null : outbox.adapters[name]
  if (adapter === null) return 'switched-off'
  const field = `applicant.${contact}` as const
  const personal = await openPersonal(ctx.keys, row.application_id, told.sealed, [field])
  const to = personal[field]
  if (to === undefined) return 'contact-erased'
  const url = outbox.statusUrl(ctx.agency)
  const { subject, text } = noticeText(ctx.agency.shortName, row.application_id, url)
  return { adapter, outgoing: { id: row.id, contact, to, subject, text, url, at: ctx.now } }
}

/** Null when the contact may be told now; else what is noted of the wait. */
async function waitFor(
  ctx: Ctx,
  region: D1Database,
  outbox: Outbox,
  row: NoticeRow,
  to: string,
): Promise<{ statements: Statement[]; at: number } | null> {
  const { now } = ctx
  const place = await takePlace(
    region,
    { day: localDateOf(now), contact: await outbox.digest(to), notice: row.id },
    { most: mostPerDay, gap: leastGap, now },
  )
  if (place.own > 0) return null
  if (place.n >= mostPerDay) {
    const at = nextDay(now)
    return { at, statements: holdNotice(row.id, row.application_id, at, now) }
  }
  const at = (place.last ?? now) + leastGap
  return { at, statements: [postponeNotice(row.id, at)] }
}

async function noteOutcome(ctx: Ctx, row: NoticeRow, delivery: Delivery): Promise<Sending> {
  if (delivery.ok) return concludeNotice(ctx, row, 'sent', null)
  const at = delivery.final ? null : nextTry(row.tries, ctx.now)
  if (at === null) return concludeNotice(ctx, row, 'failed', delivery.why)
  await run(ctx, [retryNotice(row.id, delivery.why, at)])
  await askAgain(ctx, row.id, at)
  return 'later'
}

async function askAgain({ agency, now, post }: Ctx, id: string, at: number): Promise<void> {
  await post({ v: 1, kind: 'notice', tenant: agency.id, key: id }, at - now)
}

async function run({ db }: Pick<Ctx, 'db'>, statements: readonly Statement[]): Promise<void> {
  await db.batch(prepare(db, statements))
}

function faultOf({ why }: NoticeRow): NoticeFault {
  return why === 'refused' || why === 'redirected' || why === 'unreachable' ? why : 'timeout'
}
