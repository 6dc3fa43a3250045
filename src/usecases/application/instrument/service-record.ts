import * as z from 'zod'
import { serviceRecord } from '../../../domain/application/instrument/service-record.ts'
import { unnamed } from '../../../domain/application/instrument/values.ts'
import type { Personal } from '../../../domain/application/personal.ts'
import type { OfficialDocument } from '../../../domain/document/official-page.ts'
import { localDate } from '../../../domain/time/local-date.ts'
import { readBatch } from '../../../store/read.ts'
import {
  type ApplicationRow,
  type EventRow,
  type NoteRow,
  selectHistory,
  selectNotes,
} from '../../../store/tenant/application/application.ts'
import {
  type InstrumentRow,
  selectInstruments,
} from '../../../store/tenant/application/instrument.ts'
import type { Ctx } from '../../context.ts'
import { instrumentViews } from './instrument-view.ts'
import { openNotes } from '../notes.ts'

const servedShape = z.object({ decidedOn: z.string(), route: z.string().optional() })

/** The event by which a reply was served (送达), or null: one that was given on the spot has no record. */
export function serviceOf(
  history: readonly Pick<EventRow, 'seq' | 'kind' | 'data'>[],
): { seq: number; route: string; servedOn: string } | null {
  const event = history.findLast(({ kind }) => kind === 'application.replied')
  if (event === undefined) return null
  const { decidedOn, route } = servedShape.parse(JSON.parse(event.data))
  return route === undefined ? null : { seq: event.seq, route, servedOn: decidedOn }
}

/** Writes the service record of a served case (送达回证), or null before it is served. */
export async function serviceDocument(
  ctx: Ctx,
  row: ApplicationRow,
  personal: Personal,
): Promise<OfficialDocument | null> {
  const [history, notes, instruments] = await readBatch<[EventRow, NoteRow, InstrumentRow]>(
    ctx.db,
    [selectHistory(row.id), selectNotes(row.id, 'desk'), selectInstruments(row.id)],
  )
  const service = serviceOf(history)
  if (service === null) return null
  const words = await openNotes(ctx.keys, row.id, notes)
  const replies = instrumentViews(ctx, instruments).filter((one) => one.isReply && !one.void)
  return serviceRecord(
    {
      letters: replies,
      addressee: personal['applicant.name'] ?? unnamed.applicant,
      route: service.route,
      servedOn: localDate(service.servedOn),
      proof: words.find(({ seq }) => seq === service.seq)?.fields['proof'] ?? null,
    },
    ctx.agency.name,
  )
}
