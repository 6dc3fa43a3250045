import { refuseField, ok, type Result } from '../domain/shared/refusal.ts'
import type { Keyring } from '../store/keyring.ts'

/** Signs the place where a list goes on (翻页标记), bound to what is asked of whom. */
export async function signPlace(keys: Keyring, asked: string, place: string): Promise<string> {
  return `${place}~${await keys.mac('cursor', `${asked}|${place}`)}`
}

/** Reads a signed place; one that was not written for this very list of this agency is refused. */
export async function readPlace(
  keys: Keyring,
  asked: string,
  cursor: string | undefined,
): Promise<Result<string | null>> {
  if (cursor === undefined || cursor === '') return ok(null)
  const place = cursor.split('~', 1)[0] ?? ''
  return cursor === (await signPlace(keys, asked, place))
    ? ok(place)
    : refuseField('/cursor', { problem: 'ill-formed', what: 'cursor' })
}
