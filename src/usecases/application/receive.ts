import * as z from 'zod'
import { closureOf } from '../../domain/agency/closure.ts'
import { takesApplications } from '../../domain/agency/takes-applications.ts'
import { applicantClass, type ApplicationForm, parseForm } from '../../domain/application/form.ts'
import { personalOf } from '../../domain/application/personal.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { ok, refuse, refuseField } from '../../domain/shared/refusal.ts'
import { localDateOf, toRfc3339 } from '../../domain/time/instant.ts'
import { commit } from '../../store/commit.ts'
import { readBatch } from '../../store/read.ts'
import { insertApplication, insertFiles, type NewFile } from '../../store/tenant/application/new.ts'
import {
  type Remembered,
  rememberedStatement,
  rememberStatement,
} from '../../store/tenant/idempotency.ts'
import { type Hit, hitStatements, retryAfter } from '../../store/tenant/throttle.ts'
import { prepare } from '../../store/statement.ts'
import type { Ctx } from '../context.ts'
import { consentOf } from '../notice/consent.ts'
import { answerAgain, repeatable, type Repeatable } from '../idempotency.ts'
import { type Attachment, readAttachments, storeAttachments, type Upload } from './attachments.ts'
import { makeReceipt, secretFor } from './receipt-secret.ts'
import { sealPersonal } from './instrument/seal.ts'
import { submissionLimits } from './submission-limits.ts'

/** What an applicant is given: receipt, query password, instant of submission (RFC 3339). */
export type Submission = { receipt: string; secret: string; submittedAt: string }

/** An application as it comes in; `clientKey` null lifts the limits. */
export type Submitting = {
  raw: unknown
  files: readonly Upload[]
  idempotencyKey: string | null
  clientKey: string | null
}

const remembered = z.strictObject({ receipt: z.string(), submittedAt: z.string() })

/**
 * Takes an application from the public (提交申请, 条例第29条): durable before it is answered — files,
 * then one batch — and left in the outbox for registration. The same idempotency key and content
 * give the same answer.
 */
export async function receiveApplication(ctx: Ctx, input: Submitting): Promise<Result<Submission>> {
  const open = isOpen(ctx)
  if (!open.ok) return open
  const form = parseForm(input.raw, localDateOf(ctx.now))
  if (!form.ok) return form
  const attachments = await readAttachments(input.files)
  if (!attachments.ok) return attachments
  if (lacksPapers(form.value, attachments.value)) {
    return refuseField('/authorisation', { problem: 'required' })
  }
  const repeat = await repeatOf(ctx, input.idempotencyKey, form.value, attachments.value)
  const admitted = await admit(ctx, input.clientKey, form.value, repeat)
  if (!admitted.ok) return admitted
  if (admitted.value !== null) return withSecret(ctx, admitted.value)

  const receipt = await makeReceipt(ctx.keys, repeat?.key ?? null)
  const submittedAt = toRfc3339(ctx.now)
  const files = await storeAttachments(ctx, receipt, attachments.value)
  const { delivery } = form.value
  const outcome = await commit(ctx, {
    events: [
      {
        entity: 'application',
        entityId: receipt,
        seq: 1,
        topic: 'register',
        kind: 'application.submitted',
        data: {
          class: applicantClass(form.value),
          on: localDateOf(ctx.now),
          channel: 'internet',
        },
      },
    ],
    statements: [
      insertApplication({
        id: receipt,
        version: 1,
        state: 'submitted',
        channel: 'internet',
        applicantClass: applicantClass(form.value),
        arrivedAt: ctx.now,
        deliveryForm: delivery.form,
        deliveryRoute: delivery.route,
        sealed: await sealPersonal(ctx.keys, receipt, personalOf(form.value)),
      }),
      ...insertFiles(files),
      ...consentOf(ctx, receipt, form.value),
      ...(repeat === null
        ? []
        : [
            rememberStatement(
              repeat.key,
              { digest: repeat.digest, answer: JSON.stringify({ receipt, submittedAt }) },
              ctx.now,
            ),
          ]),
    ],
  })
  if (!outcome.ok) return repeat === null ? refuse({ code: 'busy' }) : answerEarlier(ctx, repeat)
  await postAfter(ctx, receipt, files)
  return withSecret(ctx, { receipt, submittedAt })
}

async function postAfter(
  { agency, post }: Pick<Ctx, 'agency' | 'post'>,
  receipt: string,
  files: readonly NewFile[],
): Promise<void> {
  const tenant = agency.id
  await post({ v: 1, kind: 'register', tenant, key: receipt })
  for (const { id, scan } of files) {
    if (scan === 'pending') await post({ v: 1, kind: 'scan', tenant, key: id })
  }
}

/** Whether the agency takes applications (是否受理): it has that duty, and has not been merged away. */
function isOpen({ agency, now }: Pick<Ctx, 'agency' | 'now'>): Result<null> {
  if (!takesApplications(agency)) return refuse({ code: 'no-applications' })
  const closure = closureOf(agency, localDateOf(now))
  if (closure === null) return ok(null)
  const { on: closedOn, successor } = closure
  return refuse({ code: 'agency-closed', closedOn, successor })
}

// Nobody is taken for another's representative on his word alone.
function lacksPapers(
  { representative }: ApplicationForm,
  attachments: readonly Attachment[],
): boolean {
  return (
    representative !== undefined && !attachments.some(({ purpose }) => purpose === 'authorisation')
  )
}

async function repeatOf(
  { keys }: Ctx,
  idempotencyKey: string | null,
  form: ApplicationForm,
  attachments: readonly Attachment[],
): Promise<Repeatable | null> {
  if (idempotencyKey === null) return null
  const files = attachments.map(({ name, sha256, purpose }) =>
    purpose === 'request' ? [name, sha256] : [name, sha256, purpose],
  )
  return repeatable(keys, 'application.submit', idempotencyKey, { form, files })
}

type Earlier = z.output<typeof remembered>

/** Counts the submission against its limits; answers what the same key was answered before, if it was. */
async function admit(
  ctx: Ctx,
  clientKey: string | null,
  form: ApplicationForm,
  repeat: Repeatable | null,
): Promise<Result<Earlier | null>> {
  if (clientKey === null) return ok(null)
  const limits = await submissionLimits(ctx.keys, clientKey, form)
  const asked = repeat === null ? [] : [rememberedStatement(repeat.key)]
  const results = await ctx.db.batch<Hit | Remembered>(
    prepare(ctx.db, [...asked, ...hitStatements(limits, ctx.now)]),
  )
  const rows = results.flatMap((result) => result.results)
  const earlier = rows.find((row) => 'answer' in row)
  if (earlier !== undefined && repeat !== null) return answerAgain(earlier, repeat, remembered)
  const seconds = retryAfter(
    limits,
    rows.filter((row) => 'bucket' in row),
    ctx.now,
  )
  return seconds === null
    ? ok(null)
    : refuse({ code: 'too-many-requests', retryAfterSeconds: seconds })
}

async function answerEarlier(ctx: Ctx, repeat: Repeatable): Promise<Result<Submission>> {
  const [[earlier]] = await readBatch<[Remembered]>(ctx.db, [rememberedStatement(repeat.key)])
  if (earlier === undefined) return refuse({ code: 'idempotency-conflict' })
  const answered = answerAgain(earlier, repeat, remembered)
  return answered.ok ? withSecret(ctx, answered.value) : answered
}

async function withSecret(
  ctx: Ctx,
  { receipt, submittedAt }: Earlier,
): Promise<Result<Submission>> {
  return ok({ receipt, secret: await secretFor(ctx.keys, receipt), submittedAt })
}
