import type * as z from 'zod'
import { isNormDeskAction, normInputs, type NormDeskAction } from '../../domain/norm/input.ts'
import type { Norm } from '../../domain/norm/norm.ts'
import type { State } from '../../domain/norm/types.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { refuse } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { mayNormStep } from './commit-norm.ts'
import { readNorm } from './read-norm.ts'
import { showNorm, type NormView } from './show-norm.ts'
import {
  correctNorm,
  editNorm,
  endForce,
  extendValidity,
  fileNorm,
  noteAcceptance,
  passNorm,
  publishNorm,
  registerNorm,
  reopenNorm,
  sendBackNorm,
  type Step,
  submitNorm,
} from './steps.ts'

type Taken = (ctx: Ctx, norm: Norm, to: State, raw: unknown) => Promise<Result<null>>

const steps: Readonly<Record<NormDeskAction, Taken>> = {
  edit: stated(normInputs.edit, editNorm),
  submit: stated(normInputs.submit, submitNorm),
  pass: stated(normInputs.pass, passNorm),
  'send-back': stated(normInputs['send-back'], sendBackNorm),
  reopen: stated(normInputs.reopen, reopenNorm),
  register: stated(normInputs.register, registerNorm),
  publish: stated(normInputs.publish, publishNorm),
  file: stated(normInputs.file, fileNorm),
  'note-acceptance': stated(normInputs['note-acceptance'], noteAcceptance),
  correct: stated(normInputs.correct, correctNorm),
  revoke: stated(normInputs.revoke, endForce),
  extend: stated(normInputs.extend, extendValidity),
  amend: stated(normInputs.amend, endForce),
  repeal: stated(normInputs.repeal, endForce),
}

/**
 * Takes one step of a normative document (办理一步) as its table opens it to this officer and answers
 * the document as it then stands; an action that no table knows is `not-found`.
 */
export async function actOnNorm(
  ctx: Ctx,
  id: string,
  action: string,
  raw: unknown,
): Promise<Result<NormView>> {
  const { actor } = ctx
  if (!may(actor, 'norm.act') || actor.type !== 'staff') return turnAway(actor)
  const norm = isNormDeskAction(action) ? await readNorm(ctx, id) : null
  if (norm === null || !isNormDeskAction(action)) return refuse({ code: 'not-found' })
  if (isOutdated(raw, norm.version)) return refuse({ code: 'stale' })
  const open = mayNormStep(norm, action, actor.roles)
  if (!open.ok) return open
  const done = await steps[action](ctx, norm, open.value, raw)
  return done.ok ? showNorm(ctx, id) : done
}

function stated<T>(schema: z.ZodType<T>, step: Step<T>): Taken {
  return async (ctx, norm, to, raw) => {
    const input = parseInput(schema, raw)
    return input.ok ? step(ctx, norm, to, input.value) : input
  }
}

function isOutdated(raw: unknown, version: number): boolean {
  if (typeof raw !== 'object' || raw === null || !('version' in raw)) return false
  return typeof raw.version === 'number' && raw.version !== version
}
