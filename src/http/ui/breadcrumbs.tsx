import type { JSX } from 'hono/jsx/jsx-runtime'
import { common } from './words/common.ts'

/** One step of the way to a page; the last has no address. */
export type Crumb = { label: string; href?: string | undefined }

/** Where the reader is (当前位置). */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }): JSX.Element {
  return (
    <nav class="crumbs" aria-label={common.breadcrumbsLabel}>
      <span class="crumbs-label" aria-hidden="true">
        {common.breadcrumbsLabel}：
      </span>
      <ol>
        {crumbs.map(({ label, href }) => (
          <li>
            {href === undefined ? (
              <span aria-current="page">{label}</span>
            ) : (
              <a href={href}>{label}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
