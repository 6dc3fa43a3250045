import type { JSX } from 'hono/jsx/jsx-runtime'
import { toRfc3339 } from '../../../domain/time/instant.ts'
import type { SyncState } from '../../../usecases/statistics/show-sync.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { Details } from '../../ui/notice.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { DataTable } from '../../ui/table.tsx'
import { office } from '../../ui/words/office.ts'
import type { Frame } from '../desk/frame.ts'
import { FigureSwitch } from '../figures/switch.tsx'
import { LookingSwitch } from './looking-switch.tsx'
import { StatisticsBody, type StatisticsProps } from './statistics-body.tsx'

/** The statistics for the staff of an office (统计工作台): the figures, and how the reports run. */
export function OfficePage({
  frame,
  sync,
  ...props
}: StatisticsProps & {
  frame: Frame
  sync: SyncState
}): JSX.Element {
  return (
    <DeskPage {...frame} title={office.deskTitle} current="office">
      <h1>{office.deskTitle}</h1>
      <FigureSwitch frame={frame} part="statistics" />
      <LookingSwitch c={frame.c} part="statistics" period={props.view.period.key} />
      <StatisticsBody {...props} />
      <SyncView sync={sync} />
    </DeskPage>
  )
}

function SyncView({ sync }: { sync: SyncState }): JSX.Element {
  const { behind, deadLetters, reports } = sync
  return (
    <section>
      <h2>{office.sync}</h2>
      <SummaryList
        rows={[
          { label: office.behind, value: String(behind) },
          ...(deadLetters === null
            ? []
            : [
                {
                  label: office.deadLetters,
                  value: deadLetters === 0 ? office.noDeadLetters : String(deadLetters),
                },
              ]),
        ]}
      />
      <Details summary={office.longestSilent}>
        <DataTable
          caption={office.longestSilent}
          columns={[
            { label: office.child, kind: 'title' },
            { label: office.lastReport, kind: 'date' },
          ]}
          rows={reports.map(({ agency, syncedAt }) => ({
            cells: [agency.name, syncedAt === null ? office.never : minute(syncedAt)],
          }))}
        />
      </Details>
    </section>
  )
}

function minute(at: number): string {
  const text = toRfc3339(at)
  return `${text.slice(0, 10)} ${text.slice(11, 16)}`
}
