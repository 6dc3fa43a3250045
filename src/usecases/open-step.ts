import { step, type Transition } from '../domain/shared/machine.ts'
import { ok, refuse, type Result } from '../domain/shared/refusal.ts'

/**
 * Asks a lifecycle whether these roles may take this step now, of the version that the actor saw:
 * `stale` when somebody was faster, `forbidden` when only others may.
 */
export function openStep<S extends string, A extends string>(
  table: readonly Transition<S, A>[],
  subject: { state: S; version: number },
  action: A,
  roles: readonly string[],
  seen: number | undefined,
): Result<Transition<S, A>> {
  if (seen !== undefined && seen !== subject.version) return refuse({ code: 'stale' })
  const found = step(table, subject.state, action, roles)
  if (found !== null) return ok(found)
  const isOpenToOthers = table.some((row) => row.from === subject.state && row.action === action)
  return refuse(
    isOpenToOthers
      ? { code: 'forbidden' }
      : { code: 'step-not-open', state: subject.state, action },
  )
}
