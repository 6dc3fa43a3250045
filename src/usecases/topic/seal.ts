import * as z from 'zod'
import type { Keyring } from '../../store/keyring.ts'
import type { TopicRow } from '../../store/tenant/topic.ts'

/** What a citizen wrote: what should be published, and why. */
export type Written = { subject: string; why: string }

const written = z.strictObject({ subject: z.string(), why: z.string() })

/** Seals what a citizen wrote (点题内容加密), bound to its receipt: it may name persons. */
export async function sealWritten(keys: Keyring, receipt: string, text: Written): Promise<string> {
  return keys.seal(`topic.written|${receipt}`, JSON.stringify(text))
}

/** Opens what a citizen wrote; null for a topic that an officer proposed. */
export async function openWritten(
  keys: Keyring,
  { receipt, sealed }: Pick<TopicRow, 'receipt' | 'sealed'>,
): Promise<Written | null> {
  if (sealed === null) return null
  return written.parse(JSON.parse(await keys.open(`topic.written|${receipt}`, sealed)))
}

/** Seals how a citizen can be reached (联系方式加密). */
export async function sealContact(keys: Keyring, receipt: string, text: string): Promise<string> {
  return keys.seal(`topic.contact|${receipt}`, text)
}

/** Opens how a citizen can be reached. */
export async function openSealedContact(
  keys: Keyring,
  receipt: string,
  sealed: string,
): Promise<string> {
  return keys.open(`topic.contact|${receipt}`, sealed)
}
