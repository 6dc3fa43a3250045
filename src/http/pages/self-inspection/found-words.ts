import type { Asked, Rule } from '../../../domain/self-inspection/rule.ts'
import type { SelfCheck } from '../../../usecases/self-inspection/list-records.ts'
import { askedNames, askedOf, selfCheck, verdictNames } from '../../ui/words/self-inspection.ts'

/** What a record says, in one line (核查结果). */
export function foundWords(rule: Rule, record: SelfCheck): string {
  if (record.absent) return selfCheck.absent
  const asks = rule.hand?.asks ?? []
  return asks
    .flatMap((name) => {
      const value = valueOf(name, record)
      if (value === null || value === '') return []
      if (name === 'object' || name === 'verdict') return [value]
      return [`${askedOf[`${rule.id}.${name}`]?.label ?? askedNames[name]} ${value}`]
    })
    .join('，')
}

function valueOf(name: Asked, record: SelfCheck): string | null {
  if (name === 'verdict') return verdictNames[record.failed === 0 ? 'works' : 'broken']
  const value = record[name]
  return value === null ? null : String(value)
}
