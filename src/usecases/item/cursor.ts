import { ok, refuseField, type Result } from '../../domain/shared/refusal.ts'
import type { Keyring } from '../../store/keyring.ts'

/** Writes the cursor (翻页标记) of the page after `docid`, bound to what is asked of whom. */
export async function writeCursor(keys: Keyring, asked: string, docid: number): Promise<string> {
  const place = docid.toString(36)
  return `${place}.${await markOf(keys, `${asked}|${place}`)}`
}

/** Marks of pages that are asked again and again: the first ones of lists. */
const known = new WeakMap<Keyring, Map<string, string>>()
const keptMarks = 100

async function markOf(keys: Keyring, text: string): Promise<string> {
  const marks = known.get(keys) ?? new Map<string, string>()
  known.set(keys, marks)
  const kept = marks.get(text)
  if (kept !== undefined) return kept
  const mark = await keys.mac('cursor', text)
  if (marks.size >= keptMarks) marks.clear()
  marks.set(text, mark)
  return mark
}

/** Reads a cursor; one that was not written for this very query of this agency is refused. */
export async function readCursor(
  keys: Keyring,
  asked: string,
  cursor: string | undefined,
): Promise<Result<number | null>> {
  if (cursor === undefined || cursor === '') return ok(null)
  const place = cursor.split('.', 1)[0] ?? ''
  const isOurs =
    /^[0-9a-z]{1,11}$/.test(place) &&
    cursor === `${place}.${await keys.mac('cursor', `${asked}|${place}`)}`
  if (!isOurs) return refuseField('/cursor', { problem: 'ill-formed', what: 'cursor' })
  return ok(Number.parseInt(place, 36))
}
