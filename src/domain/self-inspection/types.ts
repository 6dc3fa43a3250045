import type { LocalDate } from '../time/local-date.ts'

/** Rules of the self-inspection (自查指标), in the order of the published table. */
export const ruleIds = [
  'V0',
  'V1',
  'V2',
  'V3a',
  'V3b',
  'V3c',
  'V4a',
  'V4b',
  'V5',
  'N1',
  'D1a',
  'D1b',
  'D1c',
  'D2',
  'D3a',
  'D3b',
  'D4a',
  'D4b',
  'D4c',
  'D4d',
] as const

/** One rule of the self-inspection (指标). */
export type RuleId = (typeof ruleIds)[number]

/** What tripping a rule means: 单项否决, 扣分, or 提示 where no source gives points. */
export type RuleLevel = 'veto' | 'deduction' | 'warning'

/** Where a rule stands; `unknown` is what no record tells (待核查) and never counts as clear. */
export type RuleState = 'clear' | 'near' | 'tripped' | 'unknown' | 'not-applicable'

/** 蓝 提醒, 黄 预警, 红 纠错. */
export type RuleColour = 'blue' | 'yellow' | 'red'

/** What a piece of evidence is about: it decides where the link to mend it leads. */
export type EvidenceOf =
  | 'column'
  | 'item'
  | 'backdated'
  | 'incident'
  | 'topic'
  | 'complaint'
  | 'service'
  | 'norm'
  | 'record'
  | 'setting'

/**
 * What a finding rests on (依据): the thing to mend, and the day from which it counts; `what` is null
 * where its name is not for every reader.
 */
export type Evidence = { of: EvidenceOf; id: string; what: string | null; since: LocalDate | null }

/**
 * The outcome of one rule (检查情况). `measured` and `threshold` are in the rule's unit; `tripsOn` is
 * the first day on which it is tripped if nothing is done, `daysLeft` the days to it, today included
 * (working days where the rule counts those; 0 or less once tripped). `goodUntil` is the last day on
 * which a record made by hand still speaks; `points` are what it costs today.
 */
export type Outcome = {
  rule: RuleId
  level: RuleLevel
  state: RuleState
  colour: RuleColour | null
  measured: number | null
  threshold: number
  tripsOn: LocalDate | null
  daysLeft: number | null
  goodUntil: LocalDate | null
  evidence: readonly Evidence[]
  points: number
}

/**
 * A self-inspection on a day (自查结果): a veto fails it, else deductions from 100, below 60 fails;
 * where `unknown` rules were not examined, one that does not fail stays `incomplete`.
 */
export type SelfInspection = {
  on: LocalDate
  outcomes: readonly Outcome[]
  vetoed: boolean
  score: number
  unknown: number
  verdict: 'pass' | 'fail' | 'incomplete'
}
