import { type FieldError, ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { inputOf } from '../form-values.ts'

/**
 * Reads a form with a new password (新密码), typed twice: what is typed the second time is no business of
 * the verb.
 */
export function readNewPassword(
  text: ReadonlyMap<string, string>,
  names: readonly string[],
): Result<Record<string, unknown>> {
  const [chosen, repeat] = [text.get('newPassword') ?? '', text.get('repeat') ?? '']
  const error: FieldError = { pointer: '/repeat', problem: 'not-same', other: '/newPassword' }
  return chosen === repeat
    ? ok(inputOf(text, [...names, 'newPassword']))
    : refuse({ code: 'invalid', errors: [error] })
}
