import { changeNorm } from '../../domain/norm/decide.ts'
import { filingReply } from '../../domain/norm/filing.ts'
import { normLifecycle } from '../../domain/norm/lifecycle.ts'
import { step } from '../../domain/shared/machine.ts'
import { ok, refuse } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { putNorm } from '../../store/tenant/norm/norm.ts'
import type { LetterReader } from '../letter/effect.ts'
import { planEnding } from './plan-ending.ts'
import { readNorm } from './read-norm.ts'

/** What a verdict of the upper agency does here. */
const actionOf = {
  accepted: 'accept-filing',
  returned: 'return-filing',
  revoked: 'annul',
} as const

/**
 * Receives the upper agency's verdict on a filing of ours (收到备案审查意见): accepted, returned with
 * reasons and a day, or revoked, which ends the document's force at once. A verdict on a filing that
 * was overtaken meanwhile is kept as a letter and changes nothing.
 */
export const receiveFilingReply: LetterReader = async (ctx, letter) => {
  const content = parseInput(filingReply, letter.content)
  if (!content.ok) return content
  if (letter.from.id !== ctx.agency.parentId) return refuse({ code: 'forbidden' })
  const { filing, document, verdict, opinion, correctBy } = content.value
  const norm = await readNorm(ctx, document)
  const open = norm === null ? null : step(normLifecycle, norm.state, actionOf[verdict], ['system'])
  if (norm === null || open === null || norm.filingLetter !== filing) {
    return ok({ events: [], statements: [], dueOn: null })
  }
  if (verdict === 'revoked') {
    const on = localDateOf(ctx.now)
    const act = { ending: verdict, on, reason: opinion, isTold: false } as const
    const { change, besides } = await planEnding(ctx, norm, act)
    return ok({
      events: [...change.events, ...besides.events],
      statements: [putNorm({ ...change.norm, filingOpinion: opinion }), ...besides.statements],
      dueOn: null,
    })
  }
  const change = changeNorm(norm, [{ kind: 'norm.filing-decided', data: { verdict } }], {
    state: open.to,
    filingOpinion: opinion,
    correctBy,
  })
  return ok({ events: change.events, statements: [putNorm(change.norm)], dueOn: null })
}
