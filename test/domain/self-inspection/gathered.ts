import { judgeAll } from '../../../src/domain/self-inspection/judge-all.ts'
import type {
  ColumnSight,
  Gathered,
  HandRecord,
} from '../../../src/domain/self-inspection/gathered.ts'
import { type RuleSetting, ruleWith } from '../../../src/domain/self-inspection/rule.ts'
import { rules } from '../../../src/domain/self-inspection/rules.data.ts'
import type { Outcome, RuleId } from '../../../src/domain/self-inspection/types.ts'
import { nationalCalendar } from '../../../src/domain/time/calendar.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'

/** A day on which nothing was gathered. */
export function gathered(today: string, more: Partial<Gathered> = {}): Gathered {
  return {
    today: localDate(today),
    calendar: nationalCalendar,
    newestOn: localDate(today),
    columns: [],
    waiting: [],
    lastReplyOn: null,
    incidents: [],
    backdated: [],
    services: { total: 0, poor: 0, evidence: [] },
    deadLinks: [],
    gaps: [],
    unlinked: { n: 0, evidence: [] },
    isFound: true,
    records: [],
    ...more,
  }
}

/** The outcome of one rule. */
export function outcome(id: RuleId, found: Gathered, own?: RuleSetting): Outcome {
  const all = rules.map((rule) => (rule.id === id ? ruleWith(rule, own) : rule))
  const one = judgeAll(all, found).outcomes.find(({ rule }) => rule === id)
  if (one === undefined) throw new Error(`no outcome of ${id}`)
  return one
}

/** A column that was last renewed on a day. */
export function column(
  columnType: string,
  lastOn: string | null,
  more: Partial<ColumnSight> = {},
): ColumnSight {
  return {
    id: `${columnType}-${lastOn ?? 'never'}`,
    name: columnType,
    columnType,
    isTop: true,
    isStanding: false,
    isEmpty: lastOn === null,
    lastOn: lastOn === null ? null : localDate(lastOn),
    freshUntil: null,
    isUndescribed: false,
    ...more,
  }
}

/** A record that an officer made on a day. */
export function record(rule: RuleId, on: string, more: Partial<HandRecord> = {}): HandRecord {
  return {
    id: `${rule}-${on}`,
    rule,
    object: '',
    on: localDate(on),
    absent: false,
    tries: null,
    failed: null,
    elsewhere: null,
    sinceOn: null,
    lastOn: null,
    replyOn: null,
    ...more,
  }
}
