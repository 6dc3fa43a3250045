import type { Keyring } from '../../store/keyring.ts'

/** Seals the name of a paper of a dispute. */
export async function sealFileName(
  keys: Keyring,
  dispute: string,
  file: string,
  name: string,
): Promise<string> {
  return keys.seal(`dispute.file.${file}|${dispute}`, name)
}

/** Opens the name of a paper of a dispute. */
export async function openFileName(
  keys: Keyring,
  dispute: string,
  file: string,
  sealed: string,
): Promise<string> {
  return keys.open(`dispute.file.${file}|${dispute}`, sealed)
}

/** What the bytes of a dispute's papers are sealed for. */
export function bytesOf(dispute: string): string {
  return `dispute.file|${dispute}`
}
