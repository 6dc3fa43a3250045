import type { Keyring } from '../../store/keyring.ts'

/** Sooner than this after it was opened nobody has filled in the form. */
const soonest = 1000

/** The instant at which a form was opened (打开时间), signed so that it cannot be made up. */
export async function signOpening(keys: Keyring, now: number): Promise<string> {
  return `${String(now)}.${await keys.mac('form-opened', String(now))}`
}

/** Whether an opening was signed by this agency. */
export async function isOpening(keys: Keyring, opening: string | undefined): Promise<boolean> {
  const at = Number(opening?.split('.', 1)[0])
  return Number.isSafeInteger(at) && opening === (await signOpening(keys, at))
}

/**
 * Tells whether a form seems to have been filled in by a machine (蜜罐、时间陷阱): what is hidden was
 * filled in, or it came back in no time. The interface for programs asks nothing of the kind, so a
 * form that carries no opening at all is let through.
 */
export async function seemsAutomatic(
  keys: Keyring,
  { hidden, opening }: { hidden: string | undefined; opening: string | undefined },
  now: number,
): Promise<boolean> {
  if (hidden !== undefined && hidden !== '') return true
  if (opening === undefined) return false
  return !(await isOpening(keys, opening)) || now - Number(opening.split('.', 1)[0]) < soonest
}
