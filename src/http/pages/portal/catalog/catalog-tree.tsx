import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { columnsOf, type Column } from '../../../../domain/catalog/tree.ts'
import type { AppEnv } from '../../../app-env.ts'
import type { Paths } from '../../../paths.ts'
import { escapeHtml } from '../../../ui/escape.ts'
import { kept } from '../../../ui/kept.ts'
import { asChild } from '../../../ui/markup.ts'
import { portal } from '../../../ui/words/portal.ts'
import { columnHref } from './columns.ts'

/** The catalogue beside a list (目录树): opened where the reader is, folded elsewhere. */
export function CatalogTree({
  c,
  path,
}: {
  c: Context<AppEnv>
  /** Columns down to the one shown; empty outside the catalogue */
  path: readonly Column[]
}): JSX.Element {
  const { agency, to } = c.get('site')
  const ids = path.map(({ id }) => id)
  const tree = kept(agency, `tree ${ids.join('/')}`, () => {
    const block = columnsOf(agency).find(({ id }) => id === 'statutory-content')
    return {
      markup: `<nav class="tree" aria-label="${portal.list.tree}"><h2 class="tree-title">${portal.list.tree}</h2>${branchHtml(block?.children ?? [], ids, to)}</nav>`,
    }
  })
  return <>{asChild(tree)}</>
}

function branchHtml(columns: readonly Column[], path: readonly string[], to: Paths): string {
  const here = path.at(-1)
  let items = ''
  for (const { id, name, children } of columns) {
    const current = id === here ? ' aria-current="page"' : ''
    const link = `<a href="${escapeHtml(columnHref(id, to))}"${current}>${escapeHtml(name)}</a>`
    items += `<li>${link}${belowHtml(name, children, path, path.includes(id), to)}</li>`
  }
  return `<ul>${items}</ul>`
}

function belowHtml(
  name: string,
  children: readonly Column[],
  path: readonly string[],
  isOpen: boolean,
  to: Paths,
): string {
  if (children.length === 0) return ''
  const label = `<span class="away">${escapeHtml(name)}：</span>${portal.list.subcolumns}`
  const open = isOpen ? ' open=""' : ''
  return `<details${open}><summary>${label}</summary>${branchHtml(children, path, to)}</details>`
}
