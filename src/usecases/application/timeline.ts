import * as z from 'zod'
import { toRfc3339 } from '../../domain/time/instant.ts'
import type { EventRow } from '../../store/tenant/application/application.ts'

/** One entry of a case's history (办理过程): what happened when, with the facts of the event. */
export type TimelineEntry = {
  /** number of the event within the case; entries that stand beside its history share none */
  seq: number
  at: string
  event: string
  data: Readonly<Record<string, unknown>>
}

/** The same for officers: who acted, by name where it was one of them. */
export type DeskTimelineEntry = TimelineEntry & {
  by: { type: 'public' | 'applicant' | 'system' | 'staff'; name: string | null }
}

const dataShape = z.record(z.string(), z.unknown())

/** Events that are the agency's own business, or would give away what is not decided (内部办理环节). */
const inner: ReadonlySet<string> = new Set([
  'application.contact-noted',
  'application.assigned',
  'application.claimed',
  'application.handed-back',
  'application.co-unit-asked',
  'application.co-unit-answered',
  'application.co-unit-waived',
  'application.consultation-served',
  'application.consultation-answered',
  'application.file-added',
  'application.file-removed',
  'application.item-drafted',
  'application.drafted',
  'application.checked',
  'application.sent-back',
  'application.taken-back',
  'application.signed',
])

/** What the applicant may see of a history. */
export function timelineOf(rows: readonly EventRow[]): TimelineEntry[] {
  return rows
    .filter(({ kind }) => !inner.has(kind))
    .map(({ seq, at, kind, data }) => ({
      seq,
      at: toRfc3339(at),
      event: kind,
      data: dataShape.parse(JSON.parse(data)),
    }))
}

/** What officers see of a history, in the order of its instants. */
export function deskTimelineOf(rows: readonly EventRow[]): DeskTimelineEntry[] {
  const ordered = rows.toSorted((a, b) => a.at - b.at)
  return ordered.map(({ seq, at, kind, data, actor, name }) => ({
    seq,
    at: toRfc3339(at),
    event: kind,
    data: dataShape.parse(JSON.parse(data)),
    by: { type: typeOf(actor), name },
  }))
}

function typeOf(actor: string): DeskTimelineEntry['by']['type'] {
  const [type] = actor.split(':')
  return type === 'staff' || type === 'applicant' || type === 'public' ? type : 'system'
}
