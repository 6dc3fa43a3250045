import type { JSX } from 'hono/jsx/jsx-runtime'
import { type DeskView, deskViews } from '../../../../domain/item/desk-views.ts'
import type { PublicationDue } from '../../../../domain/item/publish-clock.ts'
import type { DeskItemPage, DeskItemRow } from '../../../../usecases/item/list-desk-items.ts'
import type { Debt } from '../../../../usecases/item/list-debt.ts'
import type { Paths } from '../../../paths.ts'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { minuteOf } from '../../../ui/gov-meta.tsx'
import { EmptyState } from '../../../ui/notice.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { DataTable, type TableRow } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { itemStateLabels, itemWords as words, viewLabels } from '../../../ui/words/item.ts'
import type { Frame } from '../frame.ts'

/** The desk's list of items (稿件列表): what waits for me, what is late, what came back and why. */
export function DeskItemsPage(props: {
  frame: Frame
  view: DeskView
  list: DeskItemPage
  debt: readonly Debt[] | null
  mayDraft: boolean
  maySeeInner: boolean
  isFirst: boolean
}): JSX.Element {
  const { frame, view, list, debt, mayDraft, maySeeInner, isFirst } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage {...frame} title={words.items} current="items">
      <h1>{words.items}</h1>
      <p class="submit">
        {mayDraft ? (
          <a class="button" href={to.newItem()}>
            {words.newItem}
          </a>
        ) : null}
        <a class="button-line" href={to.deskPublished()}>
          {words.published}
        </a>
        {maySeeInner ? (
          <a class="button-line" href={to.deskInner()}>
            {words.inner}
          </a>
        ) : null}
      </p>
      <nav class="switch" aria-label={words.viewsLabel}>
        <ul>
          {deskViews.map((name) => (
            <li>
              <a
                href={to.deskItems({ view: name })}
                aria-current={name === view ? 'true' : undefined}
              >
                {viewLabels[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {list.items.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneWhy}</p>
        </EmptyState>
      ) : (
        <ItemTable to={to} rows={list.items} />
      )}
      <Pager
        next={list.next === null ? null : to.deskItems({ view, cursor: list.next })}
        first={isFirst ? null : to.deskItems({ view })}
      />
      {debt === null ? null : <DebtTable units={debt} />}
    </DeskPage>
  )
}

function ItemTable({ to, rows }: { to: Paths; rows: readonly DeskItemRow[] }): JSX.Element {
  return (
    <DataTable
      caption={words.items}
      columns={[
        { label: words.title, kind: 'title' },
        { label: words.state, kind: 'date' },
        { label: words.due, kind: 'date' },
        { label: words.unit, kind: 'date' },
        { label: words.author, kind: 'date' },
        { label: words.updatedAt, kind: 'minute' },
      ]}
      rows={rows.map((row) => rowOf(to, row))}
    />
  )
}

function rowOf(to: Paths, row: DeskItemRow): TableRow {
  const why = row.remark === null || row.state !== 'draft' ? null : row.remark
  return {
    cells: [
      <>
        <a href={to.deskItem(row.id)}>{row.title}</a>
        {why === null ? null : (
          <p class="field-hint">
            {words.returnedFor}：{why}
          </p>
        )}
        {row.hasFindings ? <Tag tone="yellow">{words.foundPersonal}</Tag> : null}
      </>,
      itemStateLabels[row.state],
      row.due === null ? '' : <DueTag due={row.due} />,
      row.unit ?? '',
      row.author ?? '',
      minuteOf(row.updatedAt),
    ],
  }
}

/** How long an item may still wait for its publication: colour and words together. */
export function DueTag({ due }: { due: PublicationDue }): JSX.Element {
  return (
    <span>
      <Tag tone={due.colour}>{dueText(due)}</Tag> {due.publishBy}
      {due.provisional ? words.provisional : ''}
    </span>
  )
}

function dueText({ left, colour }: PublicationDue): string {
  if (colour === 'red') return words.lateBy.replace('{n}', String(-left))
  return left === 0 ? words.dueToday : words.leftDays.replace('{n}', String(left))
}

/** What each unit owes the public (公开欠账). */
function DebtTable({ units }: { units: readonly Debt[] }): JSX.Element {
  return (
    <section class="panel">
      <h2>{words.debt}</h2>
      <p class="lead">{words.debtLead}</p>
      {units.length === 0 ? (
        <p>{words.noDebt}</p>
      ) : (
        <DataTable
          caption={words.debt}
          columns={[
            { label: words.unit },
            { label: words.debtLate, kind: 'number' },
            { label: words.debtSoon, kind: 'number' },
            { label: words.debtOldest, kind: 'date' },
          ]}
          rows={units.map(({ unit, late, soon, oldest }) => ({
            cells: [unit ?? words.noUnit, String(late), String(soon), oldest ?? ''],
          }))}
        />
      )}
    </section>
  )
}
