import type { Rule } from '../../../domain/self-inspection/rule.ts'
import type { Outcome, SelfInspection } from '../../../domain/self-inspection/types.ts'
import type { Sheet } from '../../sheet-response.ts'
import { ruleTexts } from '../../ui/words/self-inspection-rules.ts'
import {
  colourNames,
  leftWords,
  levelNames,
  selfInspection as words,
  sinceWords,
  standWords,
  stateNames,
  tripWords,
  verdictWords,
} from '../../ui/words/self-inspection.ts'
import { evidenceName } from './evidence.tsx'

/** The self-inspection in the form that ministries publish (指标、评分细则、检查情况、扣分). */
export function selfInspectionSheet(
  agency: string,
  inspected: SelfInspection,
  rules: readonly Rule[],
): Sheet {
  return {
    name: `${agency}${words.file}（${inspected.on}）`,
    title: words.file,
    header: [words.rule, words.asks, words.stand, words.points],
    widths: [28, 48, 60, 8],
    rows: [
      ...inspected.outcomes.flatMap((outcome) => {
        const rule = rules.find(({ id }) => id === outcome.rule)
        return rule === undefined ? [] : [rowOf(rule, outcome)]
      }),
      [words.verdict, verdictWords(inspected), words.score, inspected.score],
    ],
  }
}

function rowOf(rule: Rule, outcome: Outcome): (string | number | null)[] {
  const { state, colour, evidence, points } = outcome
  const { name, asks } = ruleTexts[rule.id]
  const found = evidence.map((one) => {
    const since = sinceWords(rule.id, one)
    return since === '' ? evidenceName(one) : `${evidenceName(one)}（${since}）`
  })
  const stand = [
    colour === null ? stateNames[state] : colourNames[colour],
    standWords(rule, outcome),
    leftWords(rule, outcome),
    tripWords(outcome),
    found.join('、'),
  ].filter((part) => part !== '')
  // What nobody has looked at has no points, which is not the same as none taken off.
  const taken = state === 'unknown' ? null : points
  return [`${levelNames[rule.level]}：${name}`, asks, stand.join('；'), taken]
}
