import * as z from 'zod'
import type { Agency } from '../../domain/agency/agency.ts'
import { compose, type Values } from '../../domain/application/instrument/compose.ts'
import { parseFacts } from '../../domain/application/instrument/facts.ts'
import { instrumentRow } from '../../domain/application/instrument/kinds.data.ts'
import type { InstrumentOrder } from '../../domain/application/instrument/order.ts'
import { rulePackOf } from '../../domain/application/instrument/rule-pack.ts'
import {
  agencyValues,
  deliveryValues,
  replyValues,
  writtenDay,
} from '../../domain/application/instrument/values.ts'
import type { Personal } from '../../domain/application/personal.ts'
import { remedyOf, remedyTexts } from '../../domain/application/remedy.ts'
import { documentTree } from '../../domain/document/tree.ts'
import { localDate } from '../../domain/time/local-date.ts'
import type { ApplicationRow } from '../../store/tenant/application.ts'
import type { Ctx } from '../context.ts'
import { numberOf } from './number-of.ts'

/** An instrument as it is kept: what it was on the day of its issue, whatever changes later. */
export const letterShape = z.strictObject({
  title: z.string(),
  issuer: z.string(),
  writtenOn: z.string(),
  tree: documentTree,
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
): Letter {
  const { kind, on } = order
  const { title, to } = instrumentRow(kind)
  const pack = rulePackOf(localDate(row.received_on ?? on))
  const known = { ...agencyValues(agency), ...order.values, ...words.note }
  const remedy = { remedy: remedyFor(agency, order) }
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
      addressee: named ?? '申请人',
      values,
      agency: agency.name,
      day: writtenDay(on),
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
    you: youOf(row),
    number: numberOf(ctx, row) ?? row.id,
    receipt: row.id,
    receivedOn: row.received_on === null ? undefined : writtenDay(localDate(row.received_on)),
    // What was moved over from an old register may lack it.
    subject: personal['request.subject'] ?? '见申请表',
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
  return replyValues(outcome, parseFacts(reply.facts), reply.text, { pack, you: youOf(row) })
}

/** How a letter calls the applicant. */
function youOf({ applicant_class: name }: ApplicationRow): string {
  return name === 'naturalPerson' ? '您' : '贵单位'
}

/** The remedies of a decision; those who are overridden may choose their way. */
function remedyFor(agency: Agency, { outcome, on }: InstrumentOrder): string {
  const remedy = outcome === undefined ? 'review-or-court' : remedyOf(outcome, on)
  return remedyTexts(remedy, agency, on).join('\n')
}
