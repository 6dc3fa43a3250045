import * as z from 'zod'
import { compose, type Values } from '../../../domain/application/instrument/compose.ts'
import { parseFacts } from '../../../domain/application/instrument/facts.ts'
import { instrumentRow } from '../../../domain/application/instrument/kinds.data.ts'
import type { InstrumentOrder } from '../../../domain/application/instrument/order.ts'
import { rulePackOf } from '../../../domain/application/instrument/rule-pack.ts'
import {
  agencyValues,
  deliveryValues,
  replyValues,
  remedyValue,
  unnamed,
  youOf,
} from '../../../domain/application/instrument/values.ts'
import type { Personal } from '../../../domain/application/personal.ts'
import { documentTree } from '../../../domain/document/tree.ts'
import { formatChineseDate, localDate } from '../../../domain/time/local-date.ts'
import type { ApplicationRow } from '../../../store/tenant/application/application.ts'
import type { Ctx } from '../../context.ts'
import { numberOf } from '../number-of.ts'

/** An instrument as it is kept: what it was on the day of its issue, whatever changes later. */
export const letterShape = z.strictObject({
  title: z.string(),
  issuer: z.string(),
  writtenOn: z.string(),
  tree: documentTree,
  /** the picture of the seal that it was issued with (印章) */
  seal: z.strictObject({ key: z.string(), sha256: z.string() }).exactOptional(),
})
export type Letter = z.output<typeof letterShape>

/** The opened words from which a case's instruments are written. */
export type LetterWords = {
  personal: Personal
  reply: { text: string; facts: Readonly<Record<string, string | undefined>> } | null
  /** the words of the event that the order points to (征求意见的对象和内容) */
  note: Readonly<Record<string, string>> | null
}

/**
 * Writes the instrument that a step orders (制作文书). What concerns the applicant goes only into
 * letters to the applicant: others are written without ever seeing it.
 */
export function writeLetter(
  { agency }: Pick<Ctx, 'agency'>,
  row: ApplicationRow,
  order: InstrumentOrder,
  words: LetterWords,
): Omit<Letter, 'seal'> {
  const { kind, on } = order
  const { title, to } = instrumentRow(kind)
  const pack = rulePackOf(localDate(row.received_on ?? on))
  const known = { ...agencyValues(agency), ...order.values, ...words.note }
  const remedy = { remedy: remedyValue(agency, order) }
  const values: Values =
    to === 'applicant'
      ? {
          ...known,
          ...remedy,
          ...applicantValues({ agency }, row, words),
          ...answered(row, order, words),
        }
      : { ...known, ...remedy, publicInterest: words.reply?.facts['publicInterest'] }
  const named = to === 'applicant' ? words.personal['applicant.name'] : values['name']
  return {
    title,
    issuer: agency.name,
    writtenOn: on,
    tree: compose({
      kind,
      pack,
      addressee: named ?? unnamed.applicant,
      values,
      agency: agency.name,
      day: formatChineseDate(on),
      texts: agency.settings.instrumentTexts,
    }),
  }
}

function applicantValues(
  ctx: Pick<Ctx, 'agency'>,
  row: ApplicationRow,
  { personal }: LetterWords,
): Values {
  return {
    you: youOf(row.applicant_class),
    number: numberOf(ctx, row) ?? row.id,
    receipt: row.id,
    receivedOn:
      row.received_on === null ? undefined : formatChineseDate(localDate(row.received_on)),
    subject: personal['request.subject'] ?? unnamed.subject,
    description: personal['request.description'],
    ...deliveryValues(row.channel, row.delivery_form, row.delivery_route),
  }
}

function answered(
  row: ApplicationRow,
  { outcome, on }: InstrumentOrder,
  { reply }: LetterWords,
): Values {
  if (outcome === undefined || reply === null) return {}
  const pack = rulePackOf(localDate(row.received_on ?? on))
  return replyValues(outcome, parseFacts(reply.facts), reply.text, {
    pack,
    you: youOf(row.applicant_class),
  })
}
