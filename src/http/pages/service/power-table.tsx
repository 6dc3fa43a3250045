import type { JSX } from 'hono/jsx/jsx-runtime'
import type { PowerText } from '../../../domain/service/power-list.ts'
import { DataTable } from '../../ui/table.tsx'
import { powerTypeNames, service } from '../../ui/words/power.ts'
import { labelOf } from '../label-of.ts'

/** Powers as the list states them (清单事项): name, code, type, unit, basis. */
export function PowerTable({
  caption,
  powers,
  hrefOf,
}: {
  caption: string
  powers: readonly (PowerText & { id: string })[]
  /** Address of a power's own page, null where it has none */
  hrefOf: (power: PowerText & { id: string }) => string | null
}): JSX.Element {
  return (
    <DataTable
      caption={caption}
      columns={[
        { label: service.name, kind: 'title' },
        { label: service.code, kind: 'code' },
        { label: service.type, kind: 'date' },
        { label: service.unit },
        { label: service.basis, kind: 'reason' },
      ]}
      rows={powers.map((power) => {
        const href = hrefOf(power)
        return {
          cells: [
            href === null ? (
              power.name
            ) : (
              // Beside names that lead nowhere.
              <a class="link" href={href}>
                {power.name}
              </a>
            ),
            power.code,
            labelOf(powerTypeNames, power.type),
            power.unit,
            power.basis.join('；'),
          ],
        }
      })}
    />
  )
}
