import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ChangeState } from '../../../domain/service/types.ts'
import type { ChangeRow } from '../../../usecases/service/change-view.ts'
import type { PowerChanges } from '../../../usecases/service/list-changes.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { changeStateNames, service } from '../../ui/words/power.ts'
import type { Frame } from '../desk/frame.ts'
import { ServiceSwitch } from './desk-switch.tsx'
import { DueNote } from './due-checks-page.tsx'

const tones: Readonly<Record<ChangeState, Tone>> = {
  draft: 'grey',
  proposed: 'yellow',
  checked: 'yellow',
  approved: 'green',
  dropped: 'grey',
}

/** Changes of the list of powers at the desk (职权调整): under way, then the newest approved. */
export function DeskPowersPage(props: {
  frame: Frame
  changes: PowerChanges
  mayDraft: boolean
}): JSX.Element {
  const { frame, changes, mayDraft } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage {...frame} title={service.desk} current="services">
      <h1>{service.desk}</h1>
      <ServiceSwitch to={to} current="powers" />
      <p class="lead">{service.deskLead}</p>
      <DueNote counts={changes.toCheck} href={to.powerChecks()} />
      <p class="submit">
        {mayDraft ? (
          <a class="button" href={to.newPowerChange()}>
            {service.newTitle}
          </a>
        ) : null}
        <a href={to.powers()}>{service.view}</a>
      </p>
      <h2>{service.openChanges}</h2>
      {changes.open.length === 0 ? (
        <EmptyState title={service.changesNone}>
          <p>{service.changesNoneWhy}</p>
        </EmptyState>
      ) : (
        <ChangeTable frame={frame} caption={service.openChanges} rows={changes.open} />
      )}
      {changes.approved.length === 0 ? null : (
        <>
          <h2>{service.approvedChanges}</h2>
          <ChangeTable frame={frame} caption={service.approvedChanges} rows={changes.approved} />
        </>
      )}
    </DeskPage>
  )
}

function ChangeTable(props: {
  frame: Frame
  caption: string
  rows: readonly ChangeRow[]
}): JSX.Element {
  const { to } = props.frame.c.var.site
  return (
    <DataTable
      caption={props.caption}
      columns={[
        { label: service.reason, kind: 'title' },
        { label: service.changeBasis },
        { label: service.entryCount, kind: 'number' },
        { label: service.state, kind: 'date' },
        { label: service.on, kind: 'date' },
      ]}
      rows={props.rows.map((row) => ({
        cells: [
          <a href={to.deskPowerChange(row.id)}>{row.reason}</a>,
          row.basis,
          String(row.entryCount),
          <Tag tone={tones[row.state]}>{changeStateNames[row.state]}</Tag>,
          row.approvedOn ?? row.draftedAt.slice(0, 10),
        ],
      }))}
    />
  )
}
