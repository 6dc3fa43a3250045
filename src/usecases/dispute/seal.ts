import * as z from 'zod'
import type { Keyring } from '../../store/keyring.ts'

/** Who disputes, and what it is about where no application says it (申请人或原告、争议事项). */
export type Words = { party?: string | undefined; about?: string | undefined }

const words = z.strictObject({ party: z.string().optional(), about: z.string().optional() })

/** Seals who disputes and about what (个人信息加密), bound to the dispute. */
export async function sealWords(keys: Keyring, id: string, text: Words): Promise<string> {
  return keys.seal(`dispute.words|${id}`, JSON.stringify(text))
}

/** Opens who disputes and about what; nothing is left of one whose case was destroyed. */
export async function openWords(keys: Keyring, id: string, sealed: string): Promise<Words> {
  if (sealed === '') return {}
  return words.parse(JSON.parse(await keys.open(`dispute.words|${id}`, sealed)))
}

/** Seals the words that go with an event of a dispute. */
export async function sealDisputeNote(
  keys: Keyring,
  id: string,
  seq: number,
  text: string,
): Promise<string> {
  return keys.seal(`dispute.note.${String(seq)}|${id}`, text)
}

/** Opens the words that go with an event of a dispute. */
export async function openDisputeNote(
  keys: Keyring,
  id: string,
  seq: number,
  sealed: string,
): Promise<string> {
  return keys.open(`dispute.note.${String(seq)}|${id}`, sealed)
}

/** Seals a complaint, or the answer to it. */
export async function sealComplaint(
  keys: Keyring,
  id: string,
  part: 'text' | 'answer',
  text: string,
): Promise<string> {
  return keys.seal(`complaint.${part}|${id}`, text)
}

/** Opens a complaint, or the answer to it. */
export async function openComplaint(
  keys: Keyring,
  id: string,
  part: 'text' | 'answer',
  sealed: string,
): Promise<string> {
  return keys.open(`complaint.${part}|${id}`, sealed)
}
