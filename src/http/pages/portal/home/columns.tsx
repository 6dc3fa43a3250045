import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { columnsOf } from '../../../../domain/catalog/tree.ts'
import type { AppEnv } from '../../../app-env.ts'
import { asChild, markup } from '../../../ui/markup.ts'
import { portal } from '../../../ui/words/portal.ts'
import { columnHref } from '../catalog/columns.ts'
import { panelHead } from '../panel-head.ts'

/** All columns under 法定主动公开内容, in the order of the law (条例第20、21条). */
export function HomeColumns({ c }: { c: Context<AppEnv> }): JSX.Element {
  const { agency, to } = c.get('site')
  const block = columnsOf(agency).find(({ id }) => id === 'statutory-content')
  const links = (block?.children ?? []).map(
    ({ id, name }) => markup`<li><a href="${columnHref(id, to)}">${name}</a></li>`,
  )
  const head = panelHead(portal.home.columns, to.catalog(), portal.home.allColumns)
  return (
    <>
      {asChild(markup`<section class="panel">${head}<ul class="grid-list">${links}</ul></section>`)}
    </>
  )
}
