import type { JSX } from 'hono/jsx/jsx-runtime'
import type { CardView } from '../../../../usecases/catalog/show-institution.ts'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { EmptyState, Notice } from '../../../ui/notice.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { institution } from '../../../ui/words/institution.ts'
import { CatalogNav } from './catalog-nav.tsx'
import type { Frame } from '../frame.ts'

const words = institution

/** All cards of leaders and offices (领导分工、内设机构), also those that have ended. */
export function CardListPage(props: {
  frame: Frame
  cards: readonly CardView[]
  isDone: boolean
}): JSX.Element {
  const { frame, cards, isDone } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage {...frame} title={words.deskTitle} current="catalog">
      <h1>{words.deskTitle}</h1>
      <CatalogNav c={frame.c} current="deskInstitution" />
      {isDone ? <Notice tone="success" title={words.saved} /> : null}
      <p class="lead">{words.deskLead}</p>
      <p class="more">
        <a class="button-line" href={to.newCard('leader')}>
          {words.addLeader}
        </a>
        <a class="button-line" href={to.newCard('office')}>
          {words.addOffice}
        </a>
      </p>
      {cards.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <DataTable
          caption={words.deskTitle}
          columns={[
            { label: words.name, kind: 'title' },
            { label: words.kind },
            { label: words.duties },
            { label: words.fromOn, kind: 'date' },
            { label: words.toOn, kind: 'date' },
            { label: words.change },
          ]}
          rows={cards.map(({ id, name, post, kind, duties, fromOn, toOn }) => ({
            cells: [
              post === undefined ? name : `${name}，${post}`,
              words.kinds[kind],
              duties,
              fromOn,
              toOn ?? '',
              <a href={to.card(id)}>
                {words.change}
                <span class="away">{name}</span>
              </a>,
            ],
          }))}
        />
      )}
    </DeskPage>
  )
}
