import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { CardView } from '../../../../usecases/catalog/show-institution.ts'
import type { AppEnv } from '../../../app-env.ts'
import { Page } from '../../../ui/layout.tsx'
import { SummaryList, type SummaryRow } from '../../../ui/summary-list.tsx'
import { institution } from '../../../ui/words/institution.ts'
import { columnCrumbs, columnMeta, columnPath, pageMeta } from './columns.ts'

const words = institution

/** Leaders and offices as they are today (机构信息), with the way to the column's documents. */
export function InstitutionPage({
  c,
  cards,
}: {
  c: Context<AppEnv>
  cards: readonly CardView[]
}): JSX.Element {
  const { agency, to } = c.get('site')
  const path = columnPath(agency, 'institution')
  const column = path.at(-1)
  const meta =
    column === undefined ? pageMeta(words.title, words.description, '机构职能') : columnMeta(column)
  return (
    <Page
      c={c}
      title={words.title}
      current="catalog"
      meta={{ level: 'list', column: meta }}
      breadcrumbs={[...columnCrumbs(path, to, true), { label: words.title }]}
    >
      <h1>{words.title}</h1>
      <Group title={words.leaders} cards={cards.filter(({ kind }) => kind === 'leader')} />
      <Group title={words.offices} cards={cards.filter(({ kind }) => kind === 'office')} />
      <p class="more">
        <a class="button-line" href={to.items({ category: 'institution' })}>
          {words.documents}
        </a>
      </p>
    </Page>
  )
}

function Group({ title, cards }: { title: string; cards: readonly CardView[] }): JSX.Element {
  return (
    <section class="panel">
      <h2>{title}</h2>
      {cards.length === 0 ? <p class="none">{words.none}</p> : null}
      {cards.map((card) => (
        <section class="person-card">
          <h3>
            {card.name}
            {card.post === undefined ? null : <small> {card.post}</small>}
          </h3>
          <SummaryList rows={rowsOf(card)} />
        </section>
      ))}
    </section>
  )
}

function rowsOf(card: CardView): SummaryRow[] {
  const duties = card.kind === 'leader' ? words.leaderDuties : words.officeDuties
  const rows: [string, string | undefined][] = [
    [duties, card.duties],
    [words.units, card.units],
    [words.head, card.head],
    [words.telephone, card.telephone],
    [words.address, card.address],
    [words.fromOn, card.fromOn],
  ]
  return rows.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))
}
