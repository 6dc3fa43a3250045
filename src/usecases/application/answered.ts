import type { Case } from '../../domain/application/case.ts'
import { parseFacts } from '../../domain/application/instrument/facts.ts'
import { rulePackOf } from '../../domain/application/instrument/rule-pack.ts'
import { withheldTexts } from '../../domain/application/instrument/values.ts'
import type { Personal } from '../../domain/application/personal.ts'
import { disclosing, isServed } from '../../domain/application/release.ts'
import { type Telling, tellingOf } from '../../domain/application/without-applicant.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { localDate } from '../../domain/time/local-date.ts'
import type { ApplicationRow } from '../../store/tenant/application/application.ts'
import type { ReplyFileRow } from '../../store/tenant/application/reply-file.ts'
import type { Ctx } from '../context.ts'
import { storedReply } from './instrument/issue.ts'
import { numberOf } from './number-of.ts'
import type { Answered, GivenFile } from './plan-item.ts'
import { replyBytes } from './reply/reply-files.ts'
import { openFileName } from './instrument/seal.ts'

/** Whether an answer can become public: it is served, and it gave something (答复能否转主动公开). */
export function checkAnswered({ state, outcome }: Case): Result<null> {
  if (!isServed(state)) return refuse({ code: 'not-allowed', why: 'not-served' })
  return outcome !== null && disclosing.has(outcome)
    ? ok(null)
    : refuse({ code: 'not-allowed', why: 'nothing-disclosed' })
}

/** What an answer says to everybody: its subject, its text with the withheld parts, its files. */
export async function answeredOf(
  ctx: Ctx,
  row: ApplicationRow,
  personal: Personal,
  files: readonly ReplyFileRow[],
): Promise<Result<Answered>> {
  const reply = await storedReply(ctx, row)
  const parts =
    row.outcome === 'partialGrant' && reply !== null && row.received_on !== null
      ? withheldTexts(parseFacts(reply.facts), rulePackOf(localDate(row.received_on)))
      : []
  const given: GivenFile[] = []
  for (const { id, nameSealed, mediaType, sha256, ...stored } of files) {
    const name = await openFileName(ctx.keys, row.id, id, nameSealed)
    if (stored.scan !== 'clean') return refuse({ code: 'file-pending', file: name })
    const bytes = await replyBytes(ctx, row.id, { ...stored, sha256 })
    if (bytes === null) return refuse({ code: 'content-changed', file: name })
    given.push({ name, mediaType, sha256, bytes })
  }
  return ok({
    title: titleOf(personal['request.subject'] ?? ''),
    body: [reply?.text ?? '', ...parts].join('\n'),
    files: given,
  })
}

/** What tells who made an application, its numbers included (可识别申请人的信息). */
export function tellingOfCase(
  ctx: Pick<Ctx, 'agency'>,
  row: ApplicationRow,
  personal: Personal,
): Telling[] {
  const number = numberOf(ctx, row)
  return tellingOf(personal, number === null ? [row.id] : [row.id, number])
}

/** A subject as a title: without the words by which somebody asks. */
export function titleOf(subject: string): string {
  const line = subject.replaceAll(/\s+/g, ' ').trim()
  const bare = line.replace(
    /^(?:我|本人|本单位)?(?:请求|要求)?(?:依法)?申请(?:政府信息)?公开[:：]?/,
    '',
  )
  return Array.from(bare === '' ? line : bare)
    .slice(0, 200)
    .join('')
}
