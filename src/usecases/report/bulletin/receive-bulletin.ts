import {
  bulletinLetter,
  type BulletinLetter,
} from '../../../domain/report/bulletin/letter-content.ts'
import { kindsOfBulletin } from '../../../domain/report/bulletin/kinds.data.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { readPeriod } from '../../../domain/statistics/period.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { monthOf } from '../../../domain/time/local-date.ts'
import { insertReceivedBulletin } from '../../../store/tenant/bulletin/received-bulletin.ts'
import type { Ctx } from '../../context.ts'
import type { LetterReader } from '../../letter/effect.ts'
import { takeFindings } from './received-findings.ts'

/**
 * Receives a bulletin of the office directly above (收到简报) with the findings about this agency. Refuses one
 * from anybody else, and one about a period that is not over or not of its kind.
 */
export const receiveBulletin: LetterReader = async (ctx, letter) => {
  const content = parseInput(bulletinLetter, letter.content)
  if (!content.ok) return content
  if (letter.from.id !== ctx.agency.parentId) return refuse({ code: 'forbidden' })
  const { bulletin, kind, period, title, docNumber, part, findings } = content.value
  const isSound = checkPeriod(ctx, content.value)
  if (!isSound.ok) return isSound
  const taken = await takeFindings(
    ctx,
    { sender: letter.from.id, kind, letterId: letter.id },
    findings.map((told) => ({ told, opinion: undefined })),
  )
  const row = {
    letter_id: letter.id,
    sender: letter.from.id,
    bulletin,
    kind,
    period,
    title,
    doc_number: docNumber,
    content: JSON.stringify(content.value),
    received_at: ctx.now,
  }
  return ok({
    events: taken.events,
    statements: [...(part === 1 ? [insertReceivedBulletin(row)] : []), ...taken.statements],
    dueOn: null,
  })
}

/** Whether the period is one of its kind, and over. */
function checkPeriod(
  { now }: Pick<Ctx, 'now'>,
  { kind, period, findings }: Pick<BulletinLetter, 'kind' | 'period' | 'findings'>,
): Result<null> {
  const today = localDateOf(now)
  for (const key of [period, ...findings.map(({ firstPeriod }) => firstPeriod)]) {
    const months = readPeriod(key)?.months ?? []
    if (months.length !== kindsOfBulletin[kind].months) {
      return refuse({
        code: 'invalid',
        errors: [{ pointer: '/period', problem: 'ill-formed', what: 'period' }],
      })
    }
    if ((months.at(-1) ?? '') >= monthOf(today)) {
      return refuse({ code: 'invalid', errors: [{ pointer: '/period', problem: 'in-future' }] })
    }
  }
  return ok(null)
}
