import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { columnsOf } from '../../../domain/catalog/tree.ts'
import type { AppEnv } from '../../app-env.ts'
import { portal } from '../../ui/words/portal.ts'
import { columnHref } from './columns.ts'
import { PanelHead } from './panel-head.tsx'

/** All columns under 法定主动公开内容, in the order of the law (条例第20、21条). */
export function HomeColumns({ c }: { c: Context<AppEnv> }): JSX.Element {
  const { agency, to } = c.var.site
  const block = columnsOf(agency).find(({ id }) => id === 'statutory-content')
  return (
    <section class="panel">
      <PanelHead title={portal.home.columns} href={to.catalog()} more={portal.home.allColumns} />
      <ul class="grid-list">
        {(block?.children ?? []).map(({ id, name }) => (
          <li>
            <a href={columnHref(id, to)}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
