import type { JSX } from 'hono/jsx/jsx-runtime'
import { asChild, markup, type Markup } from './markup.ts'
import { common } from './words/common.ts'

/** One step of the way to a page; the last has no address. */
export type Crumb = { label: string; href?: string | undefined }

/** Where the reader is (当前位置). */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }): JSX.Element {
  const label = common.breadcrumbsLabel
  return (
    <>
      {asChild(
        markup`<nav class="crumbs" aria-label="${label}"><span class="crumbs-label" aria-hidden="true">${label}：</span><ol>${crumbs.map(step)}</ol></nav>`,
      )}
    </>
  )
}

function step({ label, href }: Crumb): Markup {
  return href === undefined
    ? markup`<li><span aria-current="page">${label}</span></li>`
    : markup`<li><a href="${href}">${label}</a></li>`
}
