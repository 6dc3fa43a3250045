import { declineInput } from '../../../domain/application/personal-data/input.ts'
import { correctionBar } from '../../../domain/application/personal-data/rules.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { readBatch } from '../../../store/read.ts'
import type { Statement } from '../../../store/statement.ts'
import { keepApplicant } from '../../../store/tenant/application/change.ts'
import {
  changeSealed,
  type CorrectionRow,
  decideCorrection,
  selectCorrection,
} from '../../../store/tenant/application/personal-data.ts'
import type { Ctx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { applicantMac } from '../same-request/find-duplicates.ts'
import { sealFields } from '../instrument/seal.ts'
import { commitData, type OpenedData, readData } from './open-data.ts'
import { openWanted, sealAnswer, type Wanted } from './seal-correction.ts'

/** What an officer may decide on a correction (更正申请的处理). */
export const verdicts = { accept: 'accepted', decline: 'declined' } as const

/**
 * Decides on a correction of identity (核实后更正、不予更正, 个人信息保护法第46条第二款): accepted, it takes
 * effect and the values before it are gone; declined, the applicant reads why. Answers the receipt.
 */
export async function decideOnCorrection(
  ctx: Ctx,
  id: string,
  action: string,
  raw: unknown,
): Promise<Result<{ receipt: string }>> {
  if (!may(ctx.actor, 'correction.decide') || ctx.actor.type !== 'staff') return turnAway(ctx.actor)
  const [[row]] = await readBatch<[CorrectionRow]>(ctx.db, [selectCorrection(id)])
  const isKnown = action === 'accept' || action === 'decline'
  if (row === undefined || !isKnown) return refuse({ code: 'not-found' })
  const wanted = await openWanted(ctx.keys, row)
  const opened = await readData(ctx, row.application_id)
  if (row.state !== 'asked' || wanted === null || opened === null) return refuse({ code: 'stale' })
  const planned =
    action === 'accept' ? await accepted(ctx, opened, wanted) : await declined(ctx, id, raw)
  if (!planned.ok) return planned
  const verdict = verdicts[action]
  const fields = Object.keys(wanted.values)
  const { statements, answer } = planned.value
  const done = await commitData(
    ctx,
    opened,
    [{ kind: 'personal-data.correction-decided', data: { verdict, fields } }],
    [
      decideCorrection(id, { state: verdict, by: ctx.actor.id, at: ctx.now, answer }),
      ...statements,
    ],
  )
  return done.ok ? ok({ receipt: row.application_id }) : done
}

type Planned = Result<{ statements: Statement[]; answer: string | null }>

async function accepted(ctx: Ctx, opened: OpenedData, { values }: Wanted): Promise<Planned> {
  const { row, personal, rights } = opened
  const bar = correctionBar(rights.state)
  if (bar !== null) return refuse({ code: 'not-allowed', why: bar })
  const mac = await applicantMac(ctx.keys, { ...personal, ...values })
  return ok({
    answer: null,
    statements: [
      changeSealed(row.id, await sealFields(ctx.keys, row.id, values)),
      ...(mac === null ? [] : [keepApplicant(row.id, mac)]),
    ],
  })
}

async function declined(ctx: Ctx, id: string, raw: unknown): Promise<Planned> {
  const input = parseInput(declineInput, raw)
  if (!input.ok) return input
  return ok({ statements: [], answer: await sealAnswer(ctx.keys, id, input.value.reason) })
}
