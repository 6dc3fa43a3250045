import type { JSX } from 'hono/jsx/jsx-runtime'
import { recordedChannels } from '../../../domain/channel/channels.data.ts'
import type { ItemChannels } from '../../../usecases/channel/list-channels.ts'
import { Select } from '../../ui/choices.tsx'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { DateField, Form, Hidden, SubmitRow, TextField } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { channel, channelNames } from '../../ui/words/channel.ts'
import { fieldOf, type Filled } from '../apply/form-parts.tsx'
import type { Frame } from '../desk/frame.ts'
import type { StepNotice } from '../desk/step-answer.ts'
import { labelOf } from '../label-of.ts'

/** The carriers of one item at the desk (载体登记): the table, and a form below it. */
export function ItemChannelsPage(props: {
  frame: Frame
  view: ItemChannels
  filled: Filled
  today: string
  mayRecord: boolean
  notice: StepNotice | null
}): JSX.Element {
  const { frame, view, filled, today, mayRecord, notice } = props
  const { to } = frame.c.var.site
  const { item } = view
  return (
    <DeskPage
      {...frame}
      title={channel.ofItem}
      current="channels"
      breadcrumbs={[{ label: channel.desk, href: to.deskChannels() }, { label: channel.ofItem }]}
    >
      <h1>{item.title}</h1>
      <ErrorSummary errors={filled.errors} />
      {notice === null ? null : <Notice tone={notice.tone} title={notice.title} />}
      <p class="lead">
        {channel.lead}
        <a href={to.item(item.id)}>{channel.viewItem}</a>
      </p>
      <DataTable
        caption={channel.ofItem}
        columns={[
          { label: channel.name, kind: 'title' },
          { label: channel.on, kind: 'date' },
          { label: channel.place },
          { label: channel.by, kind: 'date' },
          { label: channel.act, kind: 'date' },
        ]}
        rows={[
          { cells: [channelNames.website, item.publishedOn, '', channel.automatic, ''] },
          ...view.items.map((row) => ({
            cells: [
              labelOf(channelNames, row.channel),
              row.on,
              row.place ?? '',
              row.by ?? '',
              mayRecord ? (
                <Form action={to.removeChannel(item.id)} className="inline-acts">
                  <Hidden name="channel" value={row.id} />
                  <button type="submit" class="button-line">
                    {channel.remove}
                  </button>
                </Form>
              ) : null,
            ],
          })),
        ]}
      />
      {mayRecord ? (
        <section class="panel">
          <h2>{channel.add}</h2>
          <Form action={to.itemChannels(item.id)}>
            <Select
              {...fieldOf(filled, 'channel', channel.name)}
              options={recordedChannels.map((value) => ({ value, label: channelNames[value] }))}
              required
            />
            <DateField
              {...fieldOf(filled, 'on', channel.on)}
              value={filled.text.get('on') ?? today}
              max={today}
              required
            />
            <TextField
              {...fieldOf(filled, 'place', channel.place)}
              hint={channel.placeHint}
              maxlength={200}
            />
            <SubmitRow
              label={channel.add}
              secondary={{ label: channel.desk, href: to.deskChannels() }}
            />
          </Form>
        </section>
      ) : null}
    </DeskPage>
  )
}
