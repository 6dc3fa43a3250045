import { changeNorm } from '../../domain/norm/decide.ts'
import { normDraft } from '../../domain/norm/input.ts'
import type { Norm } from '../../domain/norm/norm.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { parseInput } from '../../domain/shared/validate/parse.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { Ctx } from '../context.ts'
import { may, turnAway } from '../permissions.ts'
import { recallId } from '../recall.ts'
import { commitNorm, nothing } from './commit-norm.ts'
import { showNorm, type NormView } from './show-norm.ts'

/** A document of which nothing is known yet but who enters it and when. */
export function blankNorm(id: string, title: string, maker: string, by: string, on: string): Norm {
  return {
    id,
    version: 0,
    state: 'draft',
    title,
    maker,
    unit: null,
    basis: null,
    itemId: null,
    draftedBy: by,
    draftedOn: on,
    opinion: null,
    reviewedOn: null,
    numberYear: null,
    numberSerial: null,
    number: null,
    registeredOn: null,
    publishedOn: null,
    effectiveOn: null,
    validityYears: null,
    validitySource: null,
    expiresOn: null,
    extendedOn: null,
    inForce: 0,
    endedOn: null,
    endReason: null,
    replacedBy: null,
    fileBy: null,
    filingLetter: null,
    filedOn: null,
    filingOpinion: null,
    correctBy: null,
    cleanupNote: null,
    textItem: null,
    textDigest: null,
  }
}

/** Begins a normative document (起草登记): every one passes the legality review before it gets a number. */
export async function draftNorm(
  ctx: Ctx,
  raw: unknown,
  idempotencyKey: string | null = null,
): Promise<Result<NormView>> {
  const { actor, agency } = ctx
  if (!may(actor, 'norm.draft') || actor.type !== 'staff') return turnAway(actor)
  const input = parseInput(normDraft, raw)
  if (!input.ok) return input
  const repeat = await recallId(ctx, 'norm.draft', idempotencyKey, input.value)
  if (!repeat.ok) return repeat
  const { earlier, remember } = repeat.value
  if (earlier !== null) return showNorm(ctx, earlier)
  const { title, maker = agency.name, unit = null, basis = null } = input.value
  const blank = blankNorm(ctx.newId(), title, maker, actor.id, localDateOf(ctx.now))
  const change = changeNorm(blank, [{ kind: 'norm.drafted', data: {} }], { unit, basis })
  const done = await commitNorm(ctx, change, { ...nothing, statements: remember(blank.id) })
  return done.ok ? showNorm(ctx, blank.id) : done
}
