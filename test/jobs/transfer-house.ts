import type { Agency } from '../../src/domain/agency/agency.ts'
import { actOnCase } from '../../src/usecases/application/act.ts'
import { enterApplication } from '../../src/usecases/application/enter.ts'
import { receiveApplication } from '../../src/usecases/application/receive.ts'
import { registerApplication } from '../../src/usecases/application/register.ts'
import type { Ctx, Message } from '../../src/usecases/context.ts'
import { agencies } from '../support/agencies.ts'
import { bytesOf, entry, personForm } from '../support/application-form.ts'
import { type House, officer } from '../support/house.ts'

/** Stands in every personal field of a case that tests transfer. */
export const canary = '欧阳金丝雀'

/** A head at an agency that transfers within its government and with consent. */
export async function headOf(house: House, id: string, at: string): Promise<Ctx> {
  const ctx = await house.ctx(id, officer('head'), at)
  const agency: Agency = {
    ...ctx.agency,
    settings: { ...ctx.agency.settings, transfers: 'one-government' },
  }
  return { ...ctx, agency }
}

/** Submits, registers and confirms an application with two files; answers receipt and secret. */
export async function receivedCase(
  house: House,
  at: string,
): Promise<{ receipt: string; secret: string }> {
  const ctx = await house.ctx('east', { type: 'public' }, at)
  const done = await receiveApplication(ctx, {
    raw: personForm(canary),
    files: [
      { name: `${canary}.txt`, bytes: bytesOf(`说明 ${canary}`) },
      { name: 'b.txt', bytes: bytesOf('另一份') },
    ],
    idempotencyKey: null,
    clientKey: null,
  })
  if (!done.ok) throw new Error(done.refusal.code)
  const { receipt, secret } = done.value
  await registerApplication({ ...ctx, actor: { type: 'system', job: 'register' } }, receipt)
  const confirmed = await actOnCase(await headOf(house, 'east', at), receipt, 'confirm-receipt', {})
  if (!confirmed.ok) throw new Error(confirmed.refusal.code)
  return { receipt, secret }
}

/** Enters an application without files at the desk; answers its receipt. */
export async function enteredCase(house: House, at: string): Promise<string> {
  const done = await enterApplication(
    await headOf(house, 'east', at),
    entry('in-person', { receivedOn: at.slice(0, 10) }),
  )
  if (!done.ok) throw new Error(JSON.stringify(done.refusal))
  return done.value.receipt
}

/** Sends a case to another agency; answers the messages that the step posted. */
export async function sendAway(
  house: House,
  ctx: Ctx,
  receipt: string,
  input: object,
): Promise<Message[]> {
  const before = house.posted.length
  const done = await actOnCase(
    ctx,
    receipt,
    'transfer',
    { reason: '不属本机关', ...input },
    agencies,
  )
  if (!done.ok) throw new Error(JSON.stringify(done.refusal))
  return house.posted.slice(before).filter(({ kind }) => kind === 'letter')
}
