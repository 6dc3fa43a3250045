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
        { label: service.kind, kind: 'date' },
        { label: service.name, kind: 'title' },
        { label: service.why, kind: 'reason' },
      ]}
      rows={log.map((line) => ({
        cells: [
          line.on,
          labelOf(changeKindNames, line.kind),
          <Matter line={line} />,
          <>
            {line.reason}
            <small class="cell-note">{`${service.changeBasis}：${line.basis}`}</small>
          </>,
        ],
      }))}
    />
  )
}

function Matter({ line }: { line: PowerLogLine }): JSX.Element {
  const { note } = line
  const facts = [line.code, labelOf(powerTypeNames, line.type)].join('，')
  return (
    <>
      {line.name}
      <small class="cell-note">
        {facts}
        {note === null ? null : `；${(notes[line.kind] ?? '{note}').replace('{note}', () => note)}`}
      </small>
    </>
  )
}
