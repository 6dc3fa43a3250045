import type { Gathered } from './gathered.ts'
import type { Look } from './judge.ts'
import {
  judgeAccounts,
  judgeChannel,
  judgeOutside,
  judgeProbe,
  judgeQuestions,
} from './judge-by-hand.ts'
import {
  judgeDescriptions,
  judgeEmpty,
  judgeHome,
  judgeSilent,
  judgeStale,
  judgeType,
} from './judge-columns.ts'
import {
  judgeGaps,
  judgeGrave,
  judgeLinks,
  judgeSearch,
  judgeServices,
  judgeUnlinked,
} from './judge-content.ts'
import { judgeReplies, judgeWaiting } from './judge-messages.ts'
import { tenths } from './judge.ts'
import type { Rule } from './rule.ts'
import { fullScore, passScore } from './rules.data.ts'
import type { Outcome, RuleId, SelfInspection } from './types.ts'

const judges: Readonly<Record<RuleId, (look: Look, gathered: Gathered) => Outcome>> = {
  V0: judgeGrave,
  V1: judgeProbe,
  V2: judgeHome,
  V3a: judgeSilent,
  V3b: judgeStale,
  V3c: judgeEmpty,
  V4a: judgeChannel,
  V4b: judgeWaiting,
  V5: judgeServices,
  N1: judgeAccounts,
  D1a: judgeType,
  D1b: judgeType,
  D1c: judgeReplies,
  D2: judgeQuestions,
  D3a: judgeLinks,
  D3b: judgeOutside,
  D4a: judgeGaps,
  D4b: judgeDescriptions,
  D4c: judgeUnlinked,
  D4d: judgeSearch,
}

/** Judges every rule by what was gathered (自查): any veto fails, below 60 of 100 fails. */
export function judgeAll(rules: readonly Rule[], gathered: Gathered): SelfInspection {
  const { today, calendar } = gathered
  const outcomes = rules.map((rule) => judges[rule.id]({ rule, today, calendar }, gathered))
  const vetoed = outcomes.some(({ level, state }) => level === 'veto' && state === 'tripped')
  const lost = outcomes.reduce((sum, { points }) => sum + points, 0)
  const score = Math.max(0, tenths(fullScore - lost))
  const unknown = outcomes.filter(({ state }) => state === 'unknown').length
  const passes = unknown === 0 ? 'pass' : 'incomplete'
  return {
    on: today,
    outcomes,
    vetoed,
    score,
    unknown,
    verdict: vetoed || score < passScore ? 'fail' : passes,
  }
}
