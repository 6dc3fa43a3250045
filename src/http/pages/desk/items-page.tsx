import type { JSX } from 'hono/jsx/jsx-runtime'
import type { HeldItem } from '../../../usecases/item/list-held.ts'
import type { ItemPage } from '../../../usecases/item/item-view.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { DataTable } from '../../ui/table.tsx'
import { desk } from '../../ui/words/desk.ts'
import type { Frame } from './frame.ts'

/** What this agency has published (已公开的信息), each leading to its public page. */
export function DeskItemsPage(props: {
  frame: Frame
  list: ItemPage
  held: readonly HeldItem[]
  isFirst: boolean
}): JSX.Element {
  const { frame, list, held, isFirst } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage {...frame} title={desk.items} current="items">
      <h1>{desk.items}</h1>
      <p class="lead">{desk.itemsLead}</p>
      {list.items.length === 0 ? (
        <EmptyState title={desk.noItems}>
          <p>{desk.noItemsWhy}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={desk.items}
          columns={[
            { label: desk.itemTitle, kind: 'title' },
            { label: desk.indexNumber, kind: 'code' },
            { label: desk.docIssue, kind: 'code' },
            { label: desk.publishedAt, kind: 'date' },
          ]}
          rows={list.items.map(({ id, title, indexNumber, docNumber, publishedAt }) => ({
            cells: [
              <a href={to.item(id)}>{title}</a>,
              indexNumber,
              docNumber ?? '',
              minuteOf(publishedAt),
            ],
          }))}
        />
      )}
      <Pager
        next={list.next === null ? null : to.deskItems({ cursor: list.next })}
        first={isFirst ? null : to.deskItems()}
      />
      {held.length === 0 ? null : <HeldItems held={held} />}
    </DeskPage>
  )
}

function HeldItems({ held }: { held: readonly HeldItem[] }): JSX.Element {
  const names: Readonly<Record<string, string>> = desk.attributes
  return (
    <section>
      <h2>{desk.held}</h2>
      <p class="lead">{desk.heldLead}</p>
      <DataTable
        caption={desk.held}
        columns={[
          { label: desk.itemTitle, kind: 'title' },
          { label: desk.indexNumber, kind: 'code' },
          { label: desk.docIssue, kind: 'code' },
          { label: desk.attribute },
        ]}
        rows={held.map(({ title, indexNumber, docNumber, attribute }) => ({
          cells: [title, indexNumber, docNumber ?? '', names[attribute] ?? attribute],
        }))}
      />
    </section>
  )
}
