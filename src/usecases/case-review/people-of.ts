import * as z from 'zod'
import type { Draft } from '../../domain/application/draft.ts'
import type { DrawnEventRow } from '../../store/tenant/case-review-draw.ts'

const given = z.object({ handler: z.string().nullable() })
const scoring: ReadonlySet<string> = new Set([
  'application.drafted',
  'application.checked',
  'application.signed',
  'application.replied',
])

/**
 * Who handled a case and who may therefore not score it (承办、审核、签发人员), by their ids: `handlers` it was
 * given to or drew its answer up; `barred` are these and who checked, signed or served it.
 */
export function peopleOf(
  { handler, draft }: { handler: string | null; draft: Draft | null },
  events: readonly DrawnEventRow[],
): { handlers: string[]; barred: string[] } {
  const actors = (kinds: ReadonlySet<string>): string[] =>
    events.flatMap(({ kind, actor }) =>
      kinds.has(kind) && actor.startsWith('staff:') ? [actor.slice('staff:'.length)] : [],
    )
  const assigned = events
    .filter(({ kind }) => kind === 'application.assigned' || kind === 'application.claimed')
    .map(({ data }) => given.parse(JSON.parse(data)).handler)
  const drew = actors(new Set(['application.drafted']))
  const handlers = distinct([
    handler,
    ...assigned,
    draft?.by ?? null,
    ...drew,
    // What was answered on the spot had no draft.
    ...(drew.length === 0 ? actors(new Set(['application.replied'])) : []),
  ])
  return {
    handlers,
    barred: distinct([
      ...handlers,
      ...actors(scoring),
      draft?.checkedBy ?? null,
      draft?.signedBy ?? null,
    ]),
  }
}

function distinct(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))]
}
