import type { JSX } from 'hono/jsx/jsx-runtime'
import { powerTypes } from '../../../domain/service/power-types.data.ts'
import type { PowerCounts } from '../../../domain/statistics/power-figures.ts'
import { figure } from '../../ui/chart-scale.ts'
import { DataTable } from '../../ui/table.tsx'
import { service } from '../../ui/words/power.ts'

/** How many powers of each type there are (各类职权数量), with their sum. */
export function CountsTable({ counts }: { counts: PowerCounts }): JSX.Element {
  const rows = powerTypes.filter(({ key }) => (counts.byType[key] ?? 0) > 0)
  return (
    <DataTable
      caption={service.countsCaption}
      columns={[
        { label: service.type, kind: 'title' },
        { label: service.count, kind: 'number' },
      ]}
      rows={[
        ...rows.map(({ key, name }) => ({ cells: [name, figure(counts.byType[key] ?? 0)] })),
        { cells: [<strong>{service.total}</strong>, <strong>{figure(counts.total)}</strong>] },
      ]}
    />
  )
}
