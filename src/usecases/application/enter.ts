import * as z from 'zod'
import { takesApplications } from '../../domain/agency/takes-applications.ts'
import type { Case } from '../../domain/application/case.ts'
import { register } from '../../domain/application/steps/receipt.ts'
import { type Entry, parseEntry } from '../../domain/application/entry.ts'
import { personalOf } from '../../domain/application/personal.ts'
import type { NewEvent } from '../../domain/shared/journal.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { refuse } from '../../domain/shared/refusal.ts'
import { localDateOf, startOfDay } from '../../domain/time/instant.ts'
import { yearOf } from '../../domain/time/local-date.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import { assignNumber, insertApplication } from '../../store/tenant/application/new.ts'
import { keepApplicant, updateApplication } from '../../store/tenant/application/change.ts'
import {
  type Remembered,
  rememberedStatement,
  rememberStatement,
} from '../../store/tenant/idempotency.ts'
import type { Ctx } from '../context.ts'
import { answerAgain, repeatable, type Repeatable } from '../idempotency.ts'
import { consentOf } from '../notice/consent.ts'
import { planNotice } from '../notice/plan-notice.ts'
import { may, turnAway } from '../permissions.ts'
import { applicantMac, findDuplicates } from './same-request/find-duplicates.ts'
import { momentOf } from './moment.ts'
import { owing } from './register.ts'
import { makeReceipt } from './receipt-secret.ts'
import { sealPersonal } from './instrument/seal.ts'
import { type CaseView, showCase } from './show-case.ts'

const remembered = z.strictObject({ receipt: z.string() })

/**
 * Enters an application that came in person, by post, fax, e-mail or orally (代为录入, 条例第29条、
 * 第31条) with its real days: numbered in the same batch, received where its receipt day is known.
 */
export async function enterApplication(
  ctx: Ctx,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<CaseView>> {
  if (!may(ctx.actor, 'application.enter')) return turnAway(ctx.actor)
  const entry = readEntry(ctx, raw)
  if (!entry.ok) return entry
  const repeat =
    idempotencyKey === null
      ? null
      : await repeatable(ctx.keys, 'application.enter', idempotencyKey, entry.value)
  const receipt = await makeReceipt(ctx.keys, repeat?.key ?? null)
  const personal = personalOf(entry.value.form, entry.value.papers)
  const mac = await applicantMac(ctx.keys, personal)
  const arrivedAt = arrivalOf(entry.value, ctx.now)
  const duplicates = await findDuplicates(ctx, receipt, mac, arrivedAt)
  const subject = newCase(entry.value, receipt)
  const change = register(subject, duplicates.length, entry.value.receivedOn, momentOf(ctx))
  const consent = consentOf(ctx, receipt, entry.value.form)
  const told = { id: receipt, notices: consent.length }
  const notice = planNotice(ctx, told, personal, change.events)
  const outcome = await commit(ctx, {
    events: [submitted(subject), ...change.events.map(owing)],
    statements: [
      insertApplication({
        id: receipt,
        version: 1,
        state: 'submitted',
        channel: subject.channel,
        applicantClass: subject.applicantClass,
        arrivedAt,
        deliveryForm: entry.value.form.delivery.form,
        deliveryRoute: entry.value.form.delivery.route,
        sealed: await sealPersonal(ctx.keys, receipt, personal),
      }),
      updateApplication(receipt, change.patch),
      assignNumber(receipt, yearOf(subject.arrivedOn)),
      ...(mac === null ? [] : [keepApplicant(receipt, mac)]),
      ...consent,
      ...notice.statements,
      ...remember(repeat, receipt, ctx.now),
    ],
  })
  if (!outcome.ok)
    return repeat === null || outcome.conflict === 'calendar'
      ? refuse({ code: 'busy' })
      : showEarlier(ctx, repeat)
  await ctx.post({ v: 1, kind: 'sync', tenant: ctx.agency.id })
  await ctx.post({ v: 1, kind: 'compare', tenant: ctx.agency.id, key: receipt })
  for (const message of notice.messages) await ctx.post(message)
  return showCase(ctx, receipt)
}

/** Reads the entry where applications are taken at all (条例第55条). */
function readEntry({ agency, now }: Pick<Ctx, 'agency' | 'now'>, raw: unknown): Result<Entry> {
  return takesApplications(agency)
    ? parseEntry(raw, localDateOf(now))
    : refuse({ code: 'no-applications' })
}

// What came on an earlier day has no hour; what came today came before it was entered.
function arrivalOf({ arrivedOn }: Entry, now: number): number {
  return arrivedOn === localDateOf(now) ? now : startOfDay(arrivedOn)
}

function newCase({ form, channel, arrivedOn }: Entry, receipt: string): Case {
  return {
    receipt,
    version: 1,
    state: 'submitted',
    channel,
    applicantClass: form.applicant.class,
    arrivedOn,
    receivedOn: null,
    ledger: [],
    dueOn: null,
    waitsUntil: null,
    coUnits: [],
    draft: null,
    decidedOn: null,
    outcome: null,
  }
}

function submitted({ receipt, applicantClass, arrivedOn, channel }: Case): NewEvent {
  return {
    entity: 'application',
    entityId: receipt,
    seq: 1,
    kind: 'application.submitted',
    data: {
      class: applicantClass,
      on: arrivedOn,
      channel,
      ...(channel === 'oral' ? { readBack: true, consent: true } : {}),
    },
  }
}

function remember(
  repeat: Repeatable | null,
  receipt: string,
  now: number,
): ReturnType<typeof rememberStatement>[] {
  if (repeat === null) return []
  const answer = JSON.stringify({ receipt })
  return [rememberStatement(repeat.key, { digest: repeat.digest, answer }, now)]
}

async function showEarlier(ctx: Ctx, repeat: Repeatable): Promise<Result<CaseView>> {
  const [[earlier]] = await readBatch<[Remembered]>(ctx.db, [rememberedStatement(repeat.key)])
  if (earlier === undefined) return refuse({ code: 'idempotency-conflict' })
  const answered = answerAgain(earlier, repeat, remembered)
  return answered.ok ? showCase(ctx, answered.value.receipt) : answered
}
