import type { Agency } from '../../../src/domain/agency/agency.ts'
import type { Actor } from '../../../src/domain/shared/actor.ts'
import { consume } from '../../../src/jobs/consume.ts'
import { receiveApplication } from '../../../src/usecases/application/receive.ts'
import { registerApplication } from '../../../src/usecases/application/register.ts'
import { actOnCase } from '../../../src/usecases/application/act.ts'
import type { Ctx } from '../../../src/usecases/context.ts'
import type { Outbox } from '../../../src/usecases/notice/outbox.ts'
import { webhookAdapter } from '../../../src/usecases/notice/webhook.ts'
import { type Gate, gateFailing } from '../../jobs/chaos.ts'
import { batchOf, workRoom } from '../../jobs/work-room.ts'
import { personForm } from '../../support/application-form.ts'
import { type House, officer } from '../../support/house.ts'
import { valueOf } from '../application/retention/ended-case.ts'

/** The key of tests. */
export const secret: Uint8Array<ArrayBuffer> = new Uint8Array(32).fill(9)

/** The same house, whose agencies tell applicants through this receiver. */
export function telling(house: House, webhook: string): House {
  const tell = (agency: Agency): Agency => ({
    ...agency,
    settings: { ...agency.settings, notices: { webhook } },
  })
  return {
    ...house,
    async tenant(id) {
      const tenant = await house.tenant(id)
      return { ...tenant, agency: tell(tenant.agency) }
    },
    async ctx(id, actor, at) {
      const ctx = await house.ctx(id, actor, at)
      return { ...ctx, agency: tell(ctx.agency) }
    },
  }
}

/** A deployment that reaches the receiver; its way out goes through `gate` like every other await. */
export function outboxTo(host: string, gate: Gate = gateFailing(0, 'before')): Outbox {
  const webhook = webhookAdapter({
    secretsOf: () => [secret],
    allowed: [host],
    request: fetch,
    timeout: 300,
  })
  return {
    adapters: {
      webhook: (agency, outgoing) => gate.through(() => webhook(agency, outgoing)),
      email: null,
    },
    digest: async (contact) => `mac-${contact}`,
    statusUrl: ({ id }) => `https://${id}.gov.test/apply/status`,
  }
}

/** An application whose applicant agreed to be told, registered; answers receipt and password. */
export async function toldCase(
  house: House,
  at: string,
  form: Record<string, unknown> = personForm(),
  agency = 'east',
): Promise<{ receipt: string; secret: string }> {
  const ctx = await house.ctx(agency, { type: 'public' }, at)
  const sent = valueOf(
    await receiveApplication(ctx, {
      raw: { ...form, notices: true },
      files: [],
      idempotencyKey: null,
      clientKey: null,
    }),
  )
  const system: Actor = { type: 'system', job: 'register' }
  valueOf(await registerApplication({ ...ctx, actor: system }, sent.receipt))
  return sent
}

/** Takes a step of a case at the desk. */
export async function step(
  house: House,
  receipt: string,
  action: string,
  at: string,
  raw: unknown = {},
  agency = 'east',
): Promise<Ctx> {
  const ctx = await house.ctx(agency, officer('head', 'handler', 'registrar'), at)
  valueOf(await actOnCase(ctx, receipt, action, raw))
  return ctx
}

/** Works messages of the queue at an instant; answers what was sent on. */
export async function work(
  house: House,
  outbox: Outbox,
  messages: readonly unknown[],
  at: string,
  gate?: Gate,
): Promise<unknown[]> {
  const room = workRoom(house, gate, at, outbox)
  const { batch, left } = batchOf(messages)
  await consume(batch, room.parts)
  return [...left(), ...room.sent].filter((one) => kindOf(one) !== 'sync')
}

/** Sweeps an agency and works what that finds. */
export async function sweep(
  house: House,
  outbox: Outbox,
  at: string,
  tenants: readonly string[] = ['east'],
): Promise<void> {
  const found = await work(house, outbox, [{ v: 1, kind: 'sweep', tenants }], at)
  await work(
    house,
    outbox,
    found.filter((one) => kindOf(one) === 'notice'),
    at,
  )
}

/** The kind of a message. */
export function kindOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null ? Reflect.get(message, 'kind') : null
}
