/** What happened to a case, as far as it tells who handled it and how (办理过程); `by` are ids of officers. */
export type Handled = {
  kind: 'imported' | 'given' | 'drafted' | 'checked' | 'signed' | 'replied' | 'redo'
  /** who did it; null for other than officers */
  by: string | null
  /** whom it was given to */
  to?: string | null
  /** by which way the answer was served; an answer that has none was given on the spot */
  route?: string | null
}

/** How an answer was given (答复方式): 逐级审签, 当场答复, or in another register before it was moved over. */
export type Way = 'reviewed' | 'on-the-spot' | 'elsewhere'

/** What happened since a case was last ordered to be answered anew (重新答复以来). */
export function sinceOrder(events: readonly Handled[]): readonly Handled[] {
  return events.slice(events.findLastIndex(({ kind }) => kind === 'redo') + 1)
}

/** Tells how the answer in force was given (认定答复方式). */
export function wayOf(events: readonly Handled[]): Way {
  const now = sinceOrder(events)
  const reply = now.findLast(({ kind }) => kind === 'replied')
  if (reply !== undefined) return (reply.route ?? null) === null ? 'on-the-spot' : 'reviewed'
  return now.some(({ kind }) => kind === 'imported') ? 'elsewhere' : 'reviewed'
}

/**
 * Who handled a case and who may therefore not score it (承办、审核、签发人员), by their ids: `handlers` it was given
 * to or drew its answer up, or gave it on the spot where there is no draft; `barred` are these and who checked,
 * signed or served it.
 */
export function peopleOf(
  holds: { handler: string | null; drafter: string | null; others: readonly (string | null)[] },
  events: readonly Handled[],
): { handlers: string[]; barred: string[] } {
  const who = (...kinds: readonly Handled['kind'][]): (string | null)[] =>
    events.flatMap(({ kind, by }) => (kinds.includes(kind) ? [by] : []))
  const drew = who('drafted')
  const handlers = distinct([
    holds.handler,
    ...events.flatMap(({ kind, to = null }) => (kind === 'given' ? [to] : [])),
    holds.drafter,
    ...drew,
    ...(drew.some((one) => one !== null) ? [] : who('replied')),
  ])
  return {
    handlers,
    barred: distinct([...handlers, ...who('checked', 'signed', 'replied'), ...holds.others]),
  }
}

function distinct(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))]
}
