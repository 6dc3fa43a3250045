import type { Agency } from '../agency/agency.ts'
import { type Rule, ruleWith } from './rule.ts'
import { rules } from './rules.data.ts'

/** The rules with the numbers of this agency's manifest (本地标准). */
export function ownRules({ settings }: Pick<Agency, 'settings'>): readonly Rule[] {
  const own = settings.selfInspection ?? {}
  return rules.map((rule) => ruleWith(rule, own[rule.id]))
}
