import * as z from 'zod'
import {
  type Personal,
  personalFields,
  type PersonalField,
} from '../../../domain/application/personal.ts'
import type { Keyring } from '../../../store/keyring.ts'

const sealedShape = z.record(z.string(), z.string())

/** Seals personal fields (个人信息加密), each bound to its field and its application. */
export async function sealPersonal(
  keys: Keyring,
  receipt: string,
  personal: Personal,
): Promise<string> {
  const sealed = await Promise.all(
    personalFields.flatMap((field) => {
      const value = personal[field]
      return value === undefined
        ? []
        : [keys.seal(bound(field, receipt), value).then((text) => [field, text] as const)]
    }),
  )
  return JSON.stringify(Object.fromEntries(sealed))
}

/** Seals single fields, for the ones that stand there already (个别字段加密). */
export async function sealFields(
  keys: Keyring,
  receipt: string,
  fields: Personal,
): Promise<Record<string, string>> {
  const sealed = await Promise.all(
    Object.entries(fields).map(
      async ([field, value]) => [field, await keys.seal(bound(field, receipt), value)] as const,
    ),
  )
  return Object.fromEntries(sealed)
}

/** Opens the personal fields of an application, or only those named. */
export async function openPersonal(
  keys: Keyring,
  receipt: string,
  sealed: string,
  fields: readonly PersonalField[] = personalFields,
): Promise<Personal> {
  const values = sealedShape.parse(JSON.parse(sealed))
  const personal: Personal = {}
  await Promise.all(
    fields.map(async (field) => {
      const text = values[field]
      if (text !== undefined) personal[field] = await keys.open(bound(field, receipt), text)
    }),
  )
  return personal
}

/** Seals the text of a reply (答复内容). */
export async function sealReply(keys: Keyring, receipt: string, text: string): Promise<string> {
  return keys.seal(bound('reply', receipt), text)
}

/** Opens the text of a reply. */
export async function openReply(keys: Keyring, receipt: string, sealed: string): Promise<string> {
  return keys.open(bound('reply', receipt), sealed)
}

/** Seals what was stated with a reply (答复所附事实). */
export async function sealReplyFacts(
  keys: Keyring,
  receipt: string,
  facts: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  return keys.seal(bound('reply.facts', receipt), JSON.stringify(facts))
}

/** Opens what was stated with a reply. */
export async function openReplyFacts(
  keys: Keyring,
  receipt: string,
  sealed: string,
): Promise<Readonly<Record<string, string>>> {
  return sealedShape.parse(JSON.parse(await keys.open(bound('reply.facts', receipt), sealed)))
}

/** Seals an issued instrument (文书), bound to its id. */
export async function sealInstrument(
  keys: Keyring,
  receipt: string,
  id: string,
  json: string,
): Promise<string> {
  return keys.seal(bound(`instrument.${id}`, receipt), json)
}

/** Opens an issued instrument. */
export async function openInstrument(
  keys: Keyring,
  receipt: string,
  id: string,
  sealed: string,
): Promise<string> {
  return keys.open(bound(`instrument.${id}`, receipt), sealed)
}

/** Seals the words that go with an event of a case (通知、意见). */
export async function sealNote(
  keys: Keyring,
  receipt: string,
  seq: number,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  return keys.seal(bound(`note.${String(seq)}`, receipt), JSON.stringify(fields))
}

/** Opens the words that go with an event of a case. */
export async function openNote(
  keys: Keyring,
  receipt: string,
  seq: number,
  sealed: string,
): Promise<Readonly<Record<string, string>>> {
  return sealedShape.parse(
    JSON.parse(await keys.open(bound(`note.${String(seq)}`, receipt), sealed)),
  )
}

/** Seals words that a review of the case holds (评查意见), bound to their place in its sheet. */
export async function sealReviewWords(
  keys: Keyring,
  receipt: string,
  place: string,
  text: string,
): Promise<string> {
  return keys.seal(bound(`review.${place}`, receipt), text)
}

/** Opens words that a review of the case holds. */
export async function openReviewWords(
  keys: Keyring,
  receipt: string,
  place: string,
  sealed: string,
): Promise<string> {
  return keys.open(bound(`review.${place}`, receipt), sealed)
}

/** Seals the name of an uploaded file. */
export async function sealFileName(
  keys: Keyring,
  receipt: string,
  fileId: string,
  name: string,
): Promise<string> {
  return keys.seal(bound(`file.${fileId}`, receipt), name)
}

/** Opens the name of an uploaded file. */
export async function openFileName(
  keys: Keyring,
  receipt: string,
  fileId: string,
  sealed: string,
): Promise<string> {
  return keys.open(bound(`file.${fileId}`, receipt), sealed)
}

function bound(field: string, receipt: string): string {
  return `application.${field}|${receipt}`
}
