import { ok, refuse, type FieldError, type Result } from '../shared/refusal.ts'
import type { PowerMove } from '../shared/journal.ts'
import { type ChangeKind, effectOf } from './change-kinds.data.ts'
import type { ChangeEntry } from './input.ts'
import type { PowerType } from './power-types.data.ts'

/** A power as the list states it (职权事项). */
export type PowerText = {
  code: string
  name: string
  type: PowerType
  unit: string
  basis: readonly string[]
}

/** A power that is on the list now; `n` counts its editions from 1. */
export type ListedPower = PowerText & { id: string; n: number }

/** A line of the log of the list (调整记录); `note` says into what or to whom. */
export type LogLine = {
  kind: ChangeKind
  powerId: string
  code: string
  name: string
  type: PowerType
  note: string | null
}

/** What a change does to the list: editions that end, editions that begin, the log, what counts. */
export type ListChange = {
  closed: readonly string[]
  opened: readonly ListedPower[]
  log: readonly LogLine[]
  moves: readonly PowerMove[]
}

/** The codes of matters on the list that a change must know of. */
export function codesOf(entries: readonly ChangeEntry[]): string[] {
  const codes = entries.flatMap(({ power, code, into }) => [power, code, into])
  return [...new Set(codes.filter((code) => code !== undefined))]
}

/**
 * Applies a change to the list (调整清单). Refuses `invalid` by entry: a matter that is not on the
 * list, one named twice, a code that another matter has, a merger into what does not stay.
 */
export function changeList(
  listed: readonly ListedPower[],
  entries: readonly ChangeEntry[],
  newId: () => string,
): Result<ListChange> {
  const byCode = new Map(listed.map((power) => [power.code, power]))
  const errors = faultsOf(byCode, entries)
  if (errors.length > 0) return refuse({ code: 'invalid', errors })
  const done = entries.map((entry) => lineOf(byCode, entry, newId))
  return ok({
    closed: done.flatMap(({ before }) => (before === null ? [] : [before.id])),
    opened: done.flatMap(({ after }) => (after === null ? [] : [after])),
    log: done.map(({ kind, before, after, note }) => {
      const shown = after ?? before
      if (shown === null) throw new Error('a change that changes nothing')
      const { id, code, name, type } = shown
      return { kind, powerId: id, code, name, type, note }
    }),
    moves: movesOf(done),
  })
}

type Done = {
  kind: ChangeKind
  before: ListedPower | null
  after: ListedPower | null
  note: string | null
}

function lineOf(
  byCode: ReadonlyMap<string, ListedPower>,
  entry: ChangeEntry,
  newId: () => string,
): Done {
  const { kind } = entry
  const before = byCode.get(entry.power ?? '') ?? null
  if (effectOf(kind) === 'closes') {
    return { kind, before, after: null, note: entry.into ?? entry.takenBy ?? null }
  }
  const after = { ...textOf(entry), id: before?.id ?? newId(), n: (before?.n ?? 0) + 1 }
  return {
    kind,
    before,
    after,
    note: before !== null && before.name !== after.name ? before.name : null,
  }
}

// The schema asked for all of these already: see `changeEntry`.
function textOf({ code, name, type, unit, basis }: ChangeEntry): PowerText {
  if (
    code === undefined ||
    name === undefined ||
    type === undefined ||
    unit === undefined ||
    basis === undefined
  ) {
    throw new Error('an entry that its schema lets not pass')
  }
  return { code, name, type, unit, basis }
}

function faultsOf(
  byCode: ReadonlyMap<string, ListedPower>,
  entries: readonly ChangeEntry[],
): FieldError[] {
  const touched = new Set<string>()
  const errors: FieldError[] = []
  for (const [at, { kind, power }] of entries.entries()) {
    if (effectOf(kind) === 'opens' || power === undefined) continue
    const pointer = `/entries/${String(at)}/power`
    if (!byCode.has(power)) errors.push({ pointer, problem: 'not-listed', allowed: [] })
    else if (touched.has(power)) errors.push({ pointer, problem: 'duplicate' })
    touched.add(power)
  }
  return [...errors, ...codeFaults(byCode, entries, touched), ...mergerFaults(byCode, entries)]
}

function codeFaults(
  byCode: ReadonlyMap<string, ListedPower>,
  entries: readonly ChangeEntry[],
  touched: ReadonlySet<string>,
): FieldError[] {
  // Codes that stay as they are, then those that the change gives, each once.
  const taken = new Set([...byCode.keys()].filter((code) => !touched.has(code)))
  return entries.flatMap(({ kind, code }, at): FieldError[] => {
    if (effectOf(kind) === 'closes' || code === undefined) return []
    const pointer = `/entries/${String(at)}/code`
    const isTaken = taken.has(code)
    taken.add(code)
    return isTaken ? [{ pointer, problem: 'taken' }] : []
  })
}

function mergerFaults(
  byCode: ReadonlyMap<string, ListedPower>,
  entries: readonly ChangeEntry[],
): FieldError[] {
  const closed = new Set(
    entries.filter(({ kind }) => effectOf(kind) === 'closes').map(({ power }) => power),
  )
  return entries.flatMap(({ kind, into }, at): FieldError[] => {
    const stays = into === undefined || (byCode.has(into) && !closed.has(into))
    if (kind !== 'merged' || stays) return []
    return [{ pointer: `/entries/${String(at)}/into`, problem: 'not-listed', allowed: [] }]
  })
}

function movesOf(done: readonly Done[]): PowerMove[] {
  const sums = new Map<string, PowerMove>()
  for (const { kind, before, after } of done) {
    const [from, to] = [before?.type ?? null, after?.type ?? null]
    const key = `${kind} ${from ?? ''} ${to ?? ''}`
    const known = sums.get(key)
    if (known === undefined) sums.set(key, { kind, from, to, n: 1 })
    else known.n += 1
  }
  return [...sums.values()]
}
