import { actOnCase } from '../../../../src/usecases/application/act.ts'
import { receiveApplication } from '../../../../src/usecases/application/receive.ts'
import { registerApplication } from '../../../../src/usecases/application/register.ts'
import type { Result } from '../../../../src/domain/shared/refusal.ts'
import type { Actor } from '../../../../src/domain/shared/actor.ts'
import type { Ctx } from '../../../../src/usecases/context.ts'
import { bytesOf, personForm } from '../../../support/application-form.ts'
import { factsFor } from '../../../support/reply-facts.ts'

/** The value of a result, or a failing test that says why there is none. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

/** Officers by name, so that one is never taken for another. */
export function officerNamed(
  id: string,
  ...roles: Extract<Actor, { type: 'staff' }>['roles']
): Actor {
  return { type: 'staff', id, name: id, roles, sessionId: 'test' }
}

/** An application with a file, answered, closed and filed; `steps` are those taken of it, in order. */
export async function endedCase(
  ctx: Ctx,
  subject: string,
  steps: readonly string[] = ['reply', 'close', 'archive'],
): Promise<{ receipt: string; secret: string }> {
  const sent = valueOf(
    await receiveApplication(
      { ...ctx, actor: { type: 'public' } },
      {
        raw: personForm(subject),
        files: [{ name: `${subject}.txt`, bytes: bytesOf(`${subject}附件`) }],
        idempotencyKey: null,
        clientKey: null,
      },
    ),
  )
  const { receipt } = sent
  valueOf(
    await registerApplication({ ...ctx, actor: { type: 'system', job: 'register' } }, receipt),
  )
  const desk = { ...ctx, actor: officerNamed('clerk', 'registrar', 'head', 'handler') }
  const inputs: Readonly<Record<string, unknown>> = {
    reply: { outcome: 'granted', text: `${subject}答复`, ...factsFor('granted') },
  }
  for (const action of ['confirm-receipt', 'accept', ...steps]) {
    valueOf(await actOnCase(desk, receipt, action, inputs[action] ?? {}))
  }
  return { receipt, secret: sent.secret }
}
