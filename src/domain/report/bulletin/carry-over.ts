import type { LocalDate } from '../../time/local-date.ts'
import { type Finding, type FindingEntry, isWaiting } from './finding.ts'
import type { Proposal } from './propose.ts'

/** Entries of its history that a finding keeps: the first ones and the newest. */
const mostEntries = 60

/** The bulletin into which findings are carried over. */
export type Carrying = { kind: string; period: string; on: LocalDate; dueOn: LocalDate }

/**
 * Carries the ledger over into the next bulletin of its kind (问题结转): every finding that waits stands in
 * it once more; a proposal that is one of them is that very finding, seen again, and open again where it
 * had been answered. A proposal that is one of those closed opens it again (再次出现), with its number of
 * times and its history, and a new day; what else is proposed joins. Other closed ones stay as they are.
 */
export function carryOver(
  ledger: readonly Finding[],
  proposals: readonly Proposal[],
  { kind, period, on, dueOn }: Carrying,
  newId: () => string,
): { carried: Finding[]; reopened: Finding[]; raised: Finding[] } {
  const waiting = ledger.filter((one) => one.kind === kind && isWaiting(one))
  const proposed = new Map(proposals.map((one) => [one.key, one]))
  const known = new Set(waiting.flatMap(({ key }) => key ?? []))
  const carried = waiting.map((finding): Finding => {
    const again = finding.key === null ? undefined : proposed.get(finding.key)
    const counted = { ...finding, times: finding.times + 1, lastPeriod: period }
    if (again === undefined) return advanced(counted, null)
    const { what, evidence } = again
    const seen: FindingEntry = { on, what: 'seen', period, text: null }
    return advanced({ ...counted, what, evidence, state: 'open' }, seen)
  })
  const fresh = [...proposed.values()].filter(({ key }) => !known.has(key))
  const closed = lastClosed(ledger.filter((one) => one.kind === kind))
  const reopened = fresh.flatMap(({ key, what, evidence }): Finding[] => {
    const before = closed.get(key)
    if (before === undefined) return []
    const open = { state: 'open', closedOn: null, letterId: null } as const
    const counted = {
      ...before,
      what,
      evidence,
      dueOn,
      times: before.times + 1,
      lastPeriod: period,
    }
    return [advanced({ ...counted, ...open }, { on, what: 'recurred', period, text: null })]
  })
  const raised = fresh
    .filter(({ key }) => !closed.has(key))
    .map((one) => newFinding({ ...one, kind, period, on, dueOn, id: newId() }))
  return { carried, reopened, raised }
}

/** The finding of each key that was closed last; what was dropped was none. */
function lastClosed(ledger: readonly Finding[]): ReadonlyMap<string, Finding> {
  const closed = ledger.filter(({ state }) => state === 'closed')
  const inOrder = closed.toSorted((a, b) => ((a.closedOn ?? '') < (b.closedOn ?? '') ? -1 : 1))
  return new Map(inOrder.flatMap((one) => (one.key === null ? [] : [[one.key, one] as const])))
}

/** A finding that joins the ledger (新问题). */
export function newFinding({
  id,
  key,
  kind,
  rule,
  agency,
  what,
  evidence,
  period,
  on,
  dueOn,
}: Pick<Finding, 'id' | 'key' | 'kind' | 'rule' | 'agency' | 'what' | 'evidence'> &
  Pick<Carrying, 'period' | 'on' | 'dueOn'>): Finding {
  return {
    id,
    key,
    kind,
    rule,
    agency,
    what,
    evidence,
    firstPeriod: period,
    lastPeriod: period,
    times: 1,
    dueOn,
    version: 1,
    state: 'open',
    letterId: null,
    history: [{ on, what: 'raised', period, text: null }],
    closedOn: null,
  }
}

/** A finding one version on, with what befell it. */
export function advanced(finding: Finding, entry: FindingEntry | null): Finding {
  const all = entry === null ? finding.history : [...finding.history, entry]
  const history =
    all.length <= mostEntries ? all : [...all.slice(0, 1), ...all.slice(1 - mostEntries)]
  return { ...finding, version: finding.version + 1, history }
}
