import * as z from 'zod'
import {
  type ErasableField,
  erasableFields,
} from '../../../domain/application/personal-data/fields.data.ts'
import { correctionBar, erasureBar } from '../../../domain/application/personal-data/rules.ts'
import {
  type Personal,
  type PersonalField,
  personalFields,
} from '../../../domain/application/personal.ts'
import { retentionOf, retentionTable } from '../../../domain/application/retention.ts'
import { contactFor, tellsApplicants } from '../../../domain/notice/route.ts'
import type { DataBar } from '../../../domain/shared/refusal.ts'
import { localDateOf, toRfc3339 } from '../../../domain/time/instant.ts'
import { localDate } from '../../../domain/time/local-date.ts'
import type { CorrectionRow } from '../../../store/tenant/application/personal-data.ts'
import type { Ctx } from '../../context.ts'
import { masked } from '../masked.ts'
import type { OpenedData } from './open-data.ts'
import { openAnswer } from './seal-correction.ts'

/** What a correction that was asked for came to (更正申请); instants in RFC 3339. */
export type AskedCorrection = {
  id: string
  state: 'asked' | 'accepted' | 'declined'
  fields: readonly string[]
  askedAt: string
  decidedAt: string | null
  answer: string | null
}

/** The data of an applicant as he sees it (我的个人信息): masked unless it was opened in full. */
export type PersonalDataView = {
  receipt: string
  isFull: boolean
  fields: {
    field: PersonalField
    value: string
    /** why it cannot be erased by itself; null: it can */
    bar: DataBar | null
  }[]
  delivery: { form: string | null; route: string | null }
  /** whether the agency tells applicants, whether this one wants it and can be reached */
  notices: { offered: boolean; wanted: boolean; reachable: boolean }
  /** why nothing is corrected; null: it is */
  correctionBar: DataBar | null
  /** how often officers opened it, and when last (查阅次数); never who */
  openings: { n: number; last: string | null }
  /** last day of keeping; null while the term does not run or never ends */
  retention: { term: number | 'permanent'; keptUntil: string | null } | null
  corrections: AskedCorrection[]
  /** what the applicant did with the data, oldest first */
  acts: { at: string; event: string; data: Readonly<Record<string, unknown>> }[]
}

const looked: ReadonlySet<string> = new Set(['identity.opened', 'file.opened', 'package.opened'])
const factShape = z.record(z.string(), z.unknown())
const fieldsShape = z.array(z.string())

/** Shows opened data. */
export async function dataView(
  ctx: Ctx,
  opened: OpenedData,
  isFull: boolean,
): Promise<PersonalDataView> {
  const { row, personal, rights, events } = opened
  const shown = isFull ? personal : masked(personal)
  const openings = events.filter(({ kind }) => looked.has(kind))
  const last = openings
    .map(({ at }) => at)
    .toSorted((a, b) => a - b)
    .at(-1)
  return {
    receipt: row.id,
    isFull,
    fields: personalFields.flatMap((field) => {
      const value = shown[field]
      return value === undefined
        ? []
        : [{ field, value, bar: erasureBar(rights, field, erasable(field)) }]
    }),
    delivery: { form: row.delivery_form, route: row.delivery_route },
    notices: {
      offered: tellsApplicants(ctx.agency.settings),
      wanted: row.notices === 1,
      reachable: isReachable(ctx, personal),
    },
    correctionBar: correctionBar(rights.state),
    openings: { n: openings.length, last: last === undefined ? null : toRfc3339(last) },
    retention: retentionView(ctx, opened),
    corrections: await Promise.all(opened.corrections.map((one) => correctionView(ctx, one))),
    acts: events
      .filter(({ kind }) => kind.startsWith('personal-data.'))
      .toSorted((a, b) => a.at - b.at)
      .map(({ at, kind, data }) => ({
        at: toRfc3339(at),
        event: kind,
        data: factShape.parse(JSON.parse(data)),
      })),
  }
}

/** Whether the agency can reach this applicant. */
export function isReachable({ agency }: Pick<Ctx, 'agency'>, personal: Personal): boolean {
  const contacts = { phone: personal['applicant.phone'], email: personal['applicant.email'] }
  return contactFor(agency.settings, contacts) !== null
}

async function correctionView(ctx: Ctx, row: CorrectionRow): Promise<AskedCorrection> {
  const { id, state, fields, asked_at: at, decided_at: decided } = row
  return {
    id,
    state: state === 'accepted' || state === 'declined' ? state : 'asked',
    fields: fieldsShape.parse(JSON.parse(fields)),
    askedAt: toRfc3339(at),
    decidedAt: decided === null ? null : toRfc3339(decided),
    answer: await openAnswer(ctx.keys, row),
  }
}

function erasable(field: PersonalField): ErasableField[] {
  return erasableFields.filter((one) => one === field)
}

function retentionView(ctx: Ctx, { rights, retained }: OpenedData): PersonalDataView['retention'] {
  if (retained === null) return null
  const { ended_on: endedOn, outcome, dispute_mark: mark } = retained
  const kept = retentionOf(
    {
      state: rights.state,
      outcome,
      endedOn: endedOn === null ? null : localDate(endedOn),
      dispute: mark === 'pending' || mark === 'settled' ? mark : null,
    },
    retentionTable(ctx.agency.settings),
    localDateOf(ctx.now),
  )
  return kept === null ? null : { term: kept.term, keptUntil: kept.keptUntil }
}
