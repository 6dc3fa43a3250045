import type { JSX } from 'hono/jsx/jsx-runtime'
import { bulletinKinds, kindsOfBulletin } from '../../../domain/report/bulletin/kinds.data.ts'
import { periodText } from '../../../domain/report/bulletin/prose.ts'
import type { BulletinList } from '../../../usecases/report/bulletin/list-bulletins.ts'
import { Select } from '../../ui/choices.tsx'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { Form, SubmitRow, TextField } from '../../ui/form.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { bulletin as words, bulletinStateNames } from '../../ui/words/bulletin.ts'
import { fill } from '../../ui/words/office.ts'
import type { Frame } from '../desk/frame.ts'
import { FigureSwitch } from '../figures/switch.tsx'

/** The bulletins of a year at the desk (简报列表), and when the next of each kind is made. */
export function BulletinListPage({
  frame,
  list,
}: {
  frame: Frame
  list: BulletinList
}): JSX.Element {
  const { to } = frame.c.var.site
  const { items, year, kind } = list
  return (
    <DeskPage {...frame} title={words.title} current="office">
      <h1>{words.title}</h1>
      <FigureSwitch frame={frame} part="bulletins" />
      <p class="lead">{words.lead}</p>
      <Kinds list={list} />
      <h2>{fill(words.list, { year })}</h2>
      <Form action={to.bulletins()} method="get" className="filter filter-line no-print">
        <TextField
          name="year"
          label={words.year}
          value={String(year)}
          inputmode="numeric"
          maxlength={4}
          width="short"
        />
        <Select
          id="kind"
          name="kind"
          label={words.kind}
          value={kind}
          blank={words.allKinds}
          options={bulletinKinds.map((value) => ({ value, label: kindsOfBulletin[value].name }))}
        />
        <SubmitRow label={words.show} />
      </Form>
      {items.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneWhy}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={fill(words.list, { year })}
          columns={[
            { label: words.period, kind: 'title' },
            { label: words.kind },
            { label: words.state },
            { label: words.number },
            { label: words.generatedOn, kind: 'date' },
            { label: words.issuedOn, kind: 'date' },
          ]}
          rows={items.map((one) => ({
            cells: [
              <a href={to.bulletin(one.id)}>{periodText(one.period)}</a>,
              kindsOfBulletin[one.kind].name,
              <Tag tone={one.state === 'issued' ? 'green' : 'blue'}>
                {bulletinStateNames[one.state]}
              </Tag>,
              one.number ?? '',
              one.dueOn,
              one.issuedOn ?? '',
            ],
          }))}
        />
      )}
    </DeskPage>
  )
}

function Kinds({ list }: { list: BulletinList }): JSX.Element {
  return (
    <DataTable
      caption={words.kinds}
      columns={[
        { label: words.kind, kind: 'title' },
        { label: words.next },
        { label: words.waiting },
      ]}
      rows={list.kinds.map(({ kind, next, waiting, overdue }) => ({
        cells: [
          kindsOfBulletin[kind].name,
          fill(words.nextOf, { period: periodText(next.period), on: next.dueOn }),
          <>
            {fill(words.waitingOf, { n: waiting })}{' '}
            {overdue === 0 ? null : <Tag tone="red">{fill(words.overdue, { n: overdue })}</Tag>}
          </>,
        ],
      }))}
    />
  )
}
