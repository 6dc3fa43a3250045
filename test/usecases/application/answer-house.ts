import type { Actor } from '../../../src/domain/shared/actor.ts'
import { actOnCase } from '../../../src/usecases/application/act.ts'
import {
  addReplyFile,
  type NewReply,
} from '../../../src/usecases/application/reply/add-reply-file.ts'
import { enterApplication } from '../../../src/usecases/application/enter.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import { personForm } from '../../support/application-form.ts'
import { type House, officer } from '../../support/house.ts'

/** An officer of one's own, so that two persons can be told apart. */
export const by = (id: string, ...roles: Extract<Actor, { type: 'staff' }>['roles']): Actor => ({
  type: 'staff',
  id,
  name: id,
  roles,
  sessionId: 'test',
})
export const handler = by('s-handler', 'handler')
export const head = by('s-head', 'head')
export const checker = by('s-checker', 'legal-reviewer')
export const as = (ctx: Ctx, actor: Actor): Ctx => ({ ...ctx, actor })

/** The form of a person's application, with parts of it said otherwise. */
export function formOf(
  said: { applicant?: object; request?: object } = {},
): Record<string, unknown> {
  const { applicant, request, ...rest } = personForm('王小明')
  return {
    ...rest,
    applicant: { ...Object(applicant), ...said.applicant },
    request: { ...Object(request), ...said.request },
  }
}

/** An entered case at an agency, accepted if nothing else is said, seen by its handler. */
export async function handled(
  house: House,
  agency: string,
  at: string,
  form: Record<string, unknown> = formOf(),
  isAccepted = true,
): Promise<{ ctx: Ctx; receipt: string }> {
  const ctx = await house.ctx(agency, officer('registrar', 'head'), at)
  const entry = { channel: 'in-person', receivedOn: at.slice(0, 10), ...form }
  const done = await enterApplication(ctx, entry)
  if (!done.ok) throw new Error(JSON.stringify(done.refusal))
  if (isAccepted) await act(ctx, done.value.receipt, 'accept')
  return { ctx: as(ctx, handler), receipt: done.value.receipt }
}

/** Takes a step that must be taken. */
export async function act(
  ctx: Ctx,
  receipt: string,
  action: string,
  raw: object = {},
): Promise<void> {
  const done = await actOnCase(ctx, receipt, action, raw)
  if (!done.ok) throw new Error(`${action}: ${JSON.stringify(done.refusal)}`)
}

/** Puts a file into a reply that must take it; answers its id. */
export async function add(ctx: Ctx, receipt: string, given: NewReply): Promise<string> {
  const done = await addReplyFile(ctx, receipt, given)
  if (!done.ok) throw new Error(JSON.stringify(done.refusal))
  return done.value.id
}

/** Takes a reply from its draft to its service. */
export async function served(
  ctx: Ctx,
  receipt: string,
  answer: object,
  override: object = {},
): Promise<void> {
  await act(ctx, receipt, 'draft', answer)
  await act(as(ctx, checker), receipt, 'pass-check', override)
  await act(as(ctx, head), receipt, 'sign')
  await act(as(ctx, head), receipt, 'serve', { route: 'direct' })
}
