import * as z from 'zod'
import type { Draft } from '../../domain/application/draft.ts'
import { type Handled, peopleOf } from '../../domain/case-review/handled-by.ts'
import type { DrawnEventRow } from '../../store/tenant/case-review/draw.ts'

const given = z.object({ handler: z.string().nullable() })
const served = z.object({ route: z.string().optional() })

const kinds: Readonly<Record<string, Handled['kind']>> = {
  'application.imported': 'imported',
  'application.assigned': 'given',
  'application.claimed': 'given',
  'application.drafted': 'drafted',
  'application.checked': 'checked',
  'application.signed': 'signed',
  'application.replied': 'replied',
  'application.redo-ordered': 'redo',
}

/** Reads from the events of a case who handled it and how (办理过程). */
export function handledOf(events: readonly DrawnEventRow[]): Handled[] {
  return events.flatMap(({ kind, actor, data }): Handled[] => {
    const what = kinds[kind]
    if (what === undefined) return []
    const by = actor.startsWith('staff:') ? actor.slice('staff:'.length) : null
    const told: unknown = JSON.parse(data)
    if (what === 'given') return [{ kind: what, by, to: given.parse(told).handler }]
    if (what === 'replied') {
      return [{ kind: what, by, route: served.parse(told).route ?? null }]
    }
    return [{ kind: what, by }]
  })
}

/** Who handled a case and who may not score it (回避), by its row, its draft and its events. */
export function peopleIn(
  { handler, draft }: { handler: string | null; draft: Draft | null },
  events: readonly Handled[],
): ReturnType<typeof peopleOf> {
  const others = [draft?.checkedBy ?? null, draft?.signedBy ?? null]
  return peopleOf({ handler, drafter: draft?.by ?? null, others }, events)
}
