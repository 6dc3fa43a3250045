import type { ProactiveColumn } from '../shared/report-proactive.data.ts'
import type { ReportFinding } from './finding.ts'
import type { Organ } from './organ.ts'
import type { AnnualReport } from './types.ts'

const documents = ['regulations', 'normativeDocuments'] as const

/** What was made in a year is in force or was repealed (制发不大于现行有效加废止). */
export function checkMade({ proactive }: AnnualReport): ReportFinding[] {
  return documents.flatMap((row) => {
    const { made, repealed, inForce } = proactive?.[row] ?? {}
    if (made == null || inForce == null) return []
    const most = inForce + (repealed ?? 0)
    if (made <= most) return []
    const at = { table: 'proactive', row, column: 'made' } as const
    // Without the number of repealed ones there may be more of them than a blank says.
    const severity = repealed == null ? 'warning' : 'error'
    return [{ rule: 'inForceLessThanMade', severity, ...at, expected: most, actual: made }]
  })
}

/** A body without the power to make rules reports none (县乡与部门无规章制定权). */
export function checkRegulations({ proactive }: AnnualReport, organ: Organ): ReportFinding[] {
  if (organ.mayMakeRegulations) return []
  return regulationColumns.flatMap((column) => {
    const actual = proactive?.regulations?.[column] ?? 0
    if (actual === 0) return []
    const at = { table: 'proactive', row: 'regulations', column } as const
    return [
      { rule: 'regulationsByUnauthorisedBody', severity: 'error', ...at, expected: 0, actual },
    ]
  })
}

const regulationColumns: readonly ProactiveColumn[] = [
  'made',
  'repealed',
  'inForce',
  'newlyMade',
  'newlyPublished',
  'totalPublished',
]
