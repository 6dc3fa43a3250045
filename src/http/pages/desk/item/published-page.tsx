import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ItemPage } from '../../../../usecases/item/item-view.ts'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { minuteOf } from '../../../ui/gov-meta.tsx'
import { EmptyState } from '../../../ui/notice.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { desk } from '../../../ui/words/desk.ts'
import { itemWords } from '../../../ui/words/item.ts'
import type { Frame } from '../frame.ts'

/** What this agency has published (已公开的信息), each leading to its page at the desk. */
export function PublishedPage(props: {
  frame: Frame
  list: ItemPage
  isFirst: boolean
}): JSX.Element {
  const { frame, list, isFirst } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage
      {...frame}
      title={desk.items}
      current="items"
      breadcrumbs={[{ label: itemWords.items, href: to.deskItems() }, { label: desk.items }]}
    >
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
              <a href={to.deskItem(id)}>{title}</a>,
              indexNumber,
              docNumber ?? '',
              minuteOf(publishedAt),
            ],
          }))}
        />
      )}
      <Pager
        next={list.next === null ? null : to.deskPublished({ cursor: list.next })}
        first={isFirst ? null : to.deskPublished()}
      />
    </DeskPage>
  )
}
