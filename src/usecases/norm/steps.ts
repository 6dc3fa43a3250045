import type * as z from 'zod'
import { changeNorm, extendNorm } from '../../domain/norm/decide.ts'
import type { normInputs, NormDeskAction } from '../../domain/norm/input.ts'
import { fileByOf, type Norm, numberFrame } from '../../domain/norm/norm.ts'
import { lastDay, statedTerm, termOf } from '../../domain/norm/validity.ts'
import type { State } from '../../domain/norm/types.ts'
import type { Fact } from '../../domain/shared/journal.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import { refuse, refuseField } from '../../domain/shared/refusal.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import { localDate, yearOf } from '../../domain/time/local-date.ts'
import { assignNormNumber } from '../../store/tenant/norm/norm.ts'
import type { Ctx } from '../context.ts'
import { commitNorm, nothing } from './commit-norm.ts'
import { findPublished } from './find-published.ts'
import { findSuccessor } from './find-successor.ts'
import { planEnding } from './plan-ending.ts'
import { planFiling } from './plan-filing.ts'
import { findText, publicText, standsFor, textUnderReview, wroteText } from './reviewed-text.ts'

type Input<A extends NormDeskAction> = z.output<(typeof normInputs)[A]>

/** A step that was found open: who takes it, on what, to which state, with what was stated. */
export type Step<T> = (ctx: Ctx, norm: Norm, to: State, input: T) => Promise<Result<null>>

/** Changes what is stated of a draft (修改). */
export const editNorm: Step<Input<'edit'>> = (ctx, norm, _to, input) => {
  const { title, maker = norm.maker, unit = null, basis = null } = input
  return take(ctx, norm, { kind: 'norm.edited', data: {} }, { title, maker, unit, basis })
}

/** Sends a draft to the legality review (送合法性审核), with the item that holds its text. */
export const submitNorm: Step<Input<'submit'>> = async (ctx, norm, state, { item }) => {
  const word = item ?? norm.textItem
  if (word === null) return refuseField('/item', { problem: 'required' })
  const found = await findText(ctx, word)
  if (!found.ok) return found
  const patch = { state, opinion: null, textItem: found.value, textDigest: null }
  return take(ctx, norm, { kind: 'norm.submitted', data: {} }, patch)
}

/**
 * Passes a document at the legality review (合法性审核通过), bound to its text as it is; never by whoever
 * drafted the document or wrote on its text, and `stale` when the reviewer had another text before him.
 */
export const passNorm: Step<Input<'pass'>> = async (ctx, norm, state, input) => {
  if (isDrafter(ctx, norm)) return refuse({ code: 'forbidden' })
  const { actor } = ctx
  if (actor.type === 'staff' && (await wroteText(ctx, norm, actor.id))) {
    return refuse({ code: 'review-barred', why: 'is-editor' })
  }
  const text = await textUnderReview(ctx, norm)
  if (text === null) return refuseField('/item', { problem: 'required' })
  const { digest } = text
  if (input.digest !== undefined && input.digest !== digest) return refuse({ code: 'stale' })
  const fact: Fact = { kind: 'norm.reviewed', data: { verdict: 'passed', digest } }
  const reviewedOn = localDateOf(ctx.now)
  return take(ctx, norm, fact, { state, opinion: input.opinion, reviewedOn, textDigest: digest })
}

/** Sends a document back from the legality review with its opinion (审核退回); never by its drafter. */
export const sendBackNorm: Step<Input<'send-back'>> = async (ctx, norm, state, { opinion }) => {
  if (isDrafter(ctx, norm)) return refuse({ code: 'forbidden' })
  const fact: Fact = { kind: 'norm.reviewed', data: { verdict: 'sent-back', digest: null } }
  const reviewedOn = localDateOf(ctx.now)
  return take(ctx, norm, fact, { state, opinion, reviewedOn, textDigest: null })
}

/** Takes a reviewed document back to its draft (退回修改): what changes is reviewed again. */
export const reopenNorm: Step<Input<'reopen'>> = (ctx, norm, state) =>
  take(
    ctx,
    norm,
    { kind: 'norm.reopened', data: {} },
    { state, opinion: null, reviewedOn: null, textDigest: null },
  )

/**
 * Registers a reviewed document under the next unified number of the year (统一登记、统一编号), if its
 * text is still the reviewed one; a number that it has already stays.
 */
export const registerNorm: Step<Input<'register'>> = async (ctx, norm, state) => {
  const stands = standsFor(norm, await textUnderReview(ctx, norm))
  if (!stands.ok) return stands
  const on = localDateOf(ctx.now)
  const year = yearOf(on)
  const change = changeNorm(norm, [{ kind: 'norm.registered', data: { on } }], {
    state,
    registeredOn: on,
  })
  const isNumbered = norm.number !== null
  const number = assignNormNumber(norm.id, year, numberFrame(ctx.agency, year))
  return commitNorm(ctx, change, { ...nothing, statements: isNumbered ? [] : [number] })
}

/**
 * Binds a registered document to the item that publishes it (统一公布): only now is it in force. What
 * the public reads there must be, byte for byte, the text that passed the review.
 */
export const publishNorm: Step<Input<'publish'>> = async (ctx, norm, state, input) => {
  const word = input.item ?? norm.textItem
  if (word === null) return refuseField('/item', { problem: 'required' })
  const found = await findPublished(ctx, word)
  if (!found.ok) return found
  const stands = standsFor(norm, await publicText(ctx, found.value.id))
  if (!stands.ok) return stands
  const on = localDateOf(found.value.publishedAt)
  if (on < (norm.reviewedOn ?? on)) return refuseField('/item', { problem: 'not-published' })
  const { effectiveOn = on } = input
  if (effectiveOn < on)
    return refuseField('/effectiveOn', { problem: 'before', other: '/publishedOn' })
  const usual = termOf(norm.title)
  const term = statedTerm(usual, input.validityYears)
  if (term.years > usual.years) {
    return refuseField('/validityYears', { problem: 'out-of-range', min: 1, max: usual.years })
  }
  const fact: Fact = { kind: 'norm.published', data: { on, item: found.value.id } }
  return take(ctx, norm, fact, {
    state,
    itemId: found.value.id,
    publishedOn: on,
    effectiveOn,
    validityYears: term.years,
    validitySource: term.source,
    expiresOn: lastDay(effectiveOn, term.years),
    inForce: 1,
    fileBy: fileByOf(ctx.agency, on, ctx.calendar),
  })
}

/** Files a published document with the upper agency by letter (报备); one without an upper agency here just notes the day. */
export const fileNorm: Step<Input<'file'>> = (ctx, norm, state) =>
  sendFiling(ctx, norm, state, null)

/** Files a returned document again, with what was corrected (改正后重新报备). */
export const correctNorm: Step<Input<'correct'>> = (ctx, norm, state, { note }) =>
  sendFiling(ctx, norm, state, note)

/** Notes that an upper agency outside this deployment has accepted the filing (登记备案结果). */
export const noteAcceptance: Step<Input<'note-acceptance'>> = async (ctx, norm, state) => {
  if (ctx.agency.parentId !== null) {
    return refuse({ code: 'step-not-open', state: norm.state, action: 'note-acceptance' })
  }
  return take(ctx, norm, { kind: 'norm.filing-decided', data: { verdict: 'accepted' } }, { state })
}

/** Extends the validity from today on, by at most the term of its title (延长有效期). */
export const extendValidity: Step<Input<'extend'>> = async (ctx, norm, _to, input) => {
  const term = termOf(norm.title)
  const { validityYears = term.years } = input
  if (validityYears > term.years) {
    return refuseField('/validityYears', { problem: 'out-of-range', min: 1, max: term.years })
  }
  const today = localDateOf(ctx.now)
  if (norm.expiresOn !== null && norm.expiresOn < today) {
    return refuse({ code: 'step-not-open', state: 'expired', action: 'extend' })
  }
  const until = lastDay(today, validityYears)
  const floor = norm.expiresOn === null ? until : localDate(norm.expiresOn)
  if (until < floor)
    return refuseField('/validityYears', { problem: 'before', other: '/expiresOn' })
  return commitNorm(ctx, extendNorm(norm, today, until, validityYears, input.reason))
}

/** Ends the force of a document by this agency's own act (撤销, 修改, 废止). */
export const endForce: Step<Input<'revoke' | 'amend' | 'repeal'>> = async (
  ctx,
  norm,
  to,
  input,
) => {
  if (to !== 'revoked' && to !== 'amended' && to !== 'repealed') throw new Error(`no ending: ${to}`)
  const on = localDateOf(ctx.now)
  const named = 'replacedBy' in input ? input.replacedBy : undefined
  const successor = await findSuccessor(ctx, norm, named)
  if (!successor.ok) return successor
  const replacedBy = successor.value
  const act = { ending: to, on, reason: input.reason, replacedBy, isTold: true }
  const { change, besides } = await planEnding(ctx, norm, act)
  return commitNorm(ctx, change, besides)
}

function isDrafter({ actor }: Ctx, { draftedBy }: Norm): boolean {
  return actor.type === 'staff' && actor.id === draftedBy
}

function take(ctx: Ctx, norm: Norm, fact: Fact, patch: Partial<Norm>): Promise<Result<null>> {
  return commitNorm(ctx, changeNorm(norm, [fact], patch))
}

async function sendFiling(
  ctx: Ctx,
  norm: Norm,
  state: State,
  note: string | null,
): Promise<Result<null>> {
  const today = localDateOf(ctx.now)
  const { parentId } = ctx.agency
  const fact: Fact = { kind: 'norm.filed', data: { on: today, to: parentId } }
  const filed = { state, filedOn: today, correctBy: null }
  if (parentId === null) return take(ctx, norm, fact, filed)
  const letter = await planFiling(ctx, norm, parentId, today, note)
  const change = changeNorm(norm, [fact], { ...filed, filingLetter: letter.id })
  return commitNorm(ctx, change, { ...letter, messages: [letter.message] })
}
