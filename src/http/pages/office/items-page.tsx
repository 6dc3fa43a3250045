import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { type Counted, listCounted } from '../../../usecases/item/list-counted.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { Page } from '../../ui/layout.tsx'
import { Pager } from '../../ui/pager.tsx'
import { DataTable } from '../../ui/table.tsx'
import { itemStateLabels } from '../../ui/words/item.ts'
import { looking as words } from '../../ui/words/looking.ts'
import { fill, periodName } from '../../ui/words/office.ts'
import { statisticsMeta } from './meta.ts'

type C = Context<AppEnv>

/** Answers the items that a period's figure counts (数字背后的信息). */
export async function countedItems(c: C): Promise<Response> {
  const counted = await listCounted(c.var.ctx, c.req.query())
  if (!counted.ok) return refusalResponse(c, counted.refusal)
  return answerPage(c, <CountedPage c={c} counted={counted.value} />)
}

function CountedPage({ c, counted }: { c: C; counted: Counted }): JSX.Element {
  const { to } = c.var.site
  const { period, figure, n, items, ended, next } = counted
  const over = ended.reduce((sum, one) => sum + one.n, 0)
  const again = figure - n - over
  const title = fill(words.itemsOf, { period: periodName(period) })
  const isFirst = c.req.query('cursor') === undefined
  return (
    <Page c={c} title={title} current="statistics" meta={statisticsMeta()}>
      <h1>{title}</h1>
      <p class="lead">
        {fill(words.itemsSum, { total: figure, n, ended: over })}
        {again > 0 ? fill(words.itemsAgain, { again }) : ''}
      </p>
      {items.length === 0 ? null : (
        <DataTable
          caption={words.itemsPublic}
          columns={[
            { label: words.itemTitle, kind: 'title' },
            { label: words.itemNumber, kind: 'code' },
            { label: words.itemDay, kind: 'date' },
          ]}
          rows={items.map(({ id, title: name, indexNumber, publishedOn }) => ({
            cells: [<a href={to.item(id)}>{name}</a>, indexNumber, publishedOn],
          }))}
        />
      )}
      <Pager
        next={next === null ? null : to.countedItems({ period: period.key, cursor: next })}
        first={isFirst ? null : to.countedItems({ period: period.key })}
      />
      {ended.length === 0 || !isFirst ? null : (
        <section class="panel">
          <h2>{words.itemsEnded}</h2>
          <DataTable
            caption={words.itemsEnded}
            columns={[{ label: words.itemHow }, { label: words.itemsMany, kind: 'number' }]}
            rows={ended.map(({ how, n: many }) => ({
              cells: [itemStateLabels[how], String(many)],
            }))}
          />
        </section>
      )}
      <p class="more">
        <a href={to.statistics({ period: period.key })}>{words.back}</a>
      </p>
    </Page>
  )
}
