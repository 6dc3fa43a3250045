import type { JSX } from 'hono/jsx/jsx-runtime'
import { channels } from '../../../domain/channel/channels.data.ts'
import type { ChannelTotals } from '../../../usecases/channel/totals.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { Form, SubmitRow, TextField } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { channel, channelNames } from '../../ui/words/channel.ts'
import type { Frame } from '../desk/frame.ts'

/** The totals of carriers by month (载体汇总), and the way to an item's own list. */
export function ChannelTotalsPage(props: {
  frame: Frame
  totals: ChannelTotals
  mayRecord: boolean
  isBadPeriod: boolean
  /** What was typed as an item that does not exist */
  missing: string | null
}): JSX.Element {
  const { frame, totals, mayRecord, isBadPeriod, missing } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage {...frame} title={channel.desk} current="channels">
      <h1>{channel.desk}</h1>
      <p class="lead">{channel.deskLead}</p>
      {isBadPeriod ? <Notice tone="warning" title={channel.badPeriod} /> : null}
      {mayRecord ? (
        <section class="panel">
          <h2>{channel.find}</h2>
          <Form action={to.deskChannels()} method="get" className="filter-line">
            <TextField
              name="item"
              label={channel.ofItem}
              hint={channel.findHint}
              value={missing ?? undefined}
              error={missing === null ? undefined : channel.findFailed}
              maxlength={500}
            />
            <SubmitRow label={channel.findButton} />
          </Form>
        </section>
      ) : null}
      <section class="panel">
        <h2>{channel.totals}</h2>
        <Form action={to.deskChannels()} method="get" className="filter-line">
          <TextField
            name="period"
            label={channel.period}
            hint={channel.periodHint}
            value={totals.period}
            maxlength={7}
          />
          <SubmitRow label={channel.show} />
        </Form>
        <TotalsTable totals={totals} />
        <p class="table-foot">
          <a href={to.channelsCsv({ period: totals.period })}>{channel.export}</a>
        </p>
      </section>
    </DeskPage>
  )
}

function TotalsTable({ totals }: { totals: ChannelTotals }): JSX.Element {
  return (
    <DataTable
      wide
      caption={channel.totals}
      columns={[
        { label: channel.month, kind: 'date' },
        ...channels.map((name) => ({ label: channelNames[name], kind: 'number' as const })),
      ]}
      rows={[
        ...totals.months.map(({ month, counts }) => ({ cells: [month, ...figures(counts)] })),
        { current: true, cells: [channel.sum, ...figures(totals.total)] },
      ]}
    />
  )
}

function figures(counts: ChannelTotals['total']): number[] {
  return channels.map((name) => counts[name])
}
