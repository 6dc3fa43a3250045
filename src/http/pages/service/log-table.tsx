import type { JSX } from 'hono/jsx/jsx-runtime'
import type { PowerLogLine } from '../../../usecases/service/power-view.ts'
import { DataTable } from '../../ui/table.tsx'
import { changeKindNames, powerTypeNames, service } from '../../ui/words/power.ts'
import { labelOf } from '../label-of.ts'

const notes: Readonly<Record<string, string>> = service.logNotes

/** The log of the list (逐项调整记录): day, kind, matter, why and on what ground. */
export function LogTable({ log }: { log: readonly PowerLogLine[] }): JSX.Element {
  return (
    <DataTable
      caption={service.log}
      columns={[
        { label: service.on, kind: 'date' },
        { label: service.kind },
        { label: service.name, kind: 'title' },
        { label: service.type },
        { label: service.reason },
        { label: service.changeBasis },
        { label: service.note },
      ]}
      rows={log.map((line) => ({
        cells: [
          line.on,
          labelOf(changeKindNames, line.kind),
          `${line.name}（${line.code}）`,
          labelOf(powerTypeNames, line.type),
          line.reason,
          line.basis,
          line.note === null
            ? ''
            : (notes[line.kind] ?? '{note}').replace('{note}', () => line.note ?? ''),
        ],
      }))}
    />
  )
}
