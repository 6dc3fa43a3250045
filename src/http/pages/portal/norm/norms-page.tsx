import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { PublicNorm, PublicNorms } from '../../../../usecases/norm/list-public-norms.ts'
import type { AppEnv } from '../../../app-env.ts'
import { Page } from '../../../ui/layout.tsx'
import { EmptyState } from '../../../ui/notice.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { norm as words, standingNames } from '../../../ui/words/norm.ts'
import { pageMeta } from '../catalog/columns.ts'

/** A part of the public register. */
export type NormView = keyof typeof words.publicViews

/** The parts of the public register, as its switch shows them (效力状态). */
export const views = ['all', 'valid', 'not-yet', 'expired', 'repealed'] as const

/** The public register of normative documents (规范性文件登记簿): number, validity, dates. */
export function PublicNormsPage(props: {
  c: Context<AppEnv>
  view: NormView
  norms: PublicNorms
  isFirst: boolean
}): JSX.Element {
  const { c, view, norms, isFirst } = props
  const { to } = c.get('site')
  const query = view === 'all' ? {} : { standing: view }
  return (
    <Page
      c={c}
      title={words.publicTitle}
      current="catalog"
      meta={{ level: 'list', column: pageMeta(words.publicTitle, words.publicLead) }}
    >
      <h1>{words.publicTitle}</h1>
      <p class="lead">{words.publicLead}</p>
      <nav class="switch" aria-label={words.viewsLabel}>
        <ul>
          {views.map((name) => (
            <li>
              <a
                href={to.norms(name === 'all' ? {} : { standing: name })}
                aria-current={name === view ? 'true' : undefined}
              >
                {words.publicViews[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {norms.items.length === 0 ? (
        <EmptyState title={words.publicNone}>
          <p>{words.publicNoneWhy}</p>
        </EmptyState>
      ) : (
        <NormTable c={c} norms={norms.items} />
      )}
      <Pager
        next={norms.next === null ? null : to.norms({ ...query, cursor: norms.next })}
        first={isFirst ? null : to.norms(query)}
      />
      {norms.cleanups.length === 0 || !isFirst ? null : (
        <section class="panel">
          <h2>{words.cleanupResults}</h2>
          <ul class="list">
            {norms.cleanups.map(({ id, title, decidedOn }) => (
              <li>
                <a href={to.normCleanup(id)}>{title}</a>
                <time>{decidedOn}</time>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}

/** How a document stands, since when, and what took its place. */
function Standing({ c, norm }: { c: Context<AppEnv>; norm: PublicNorm }): JSX.Element {
  const { standing, endedOn, replacedBy } = norm
  return (
    <>
      <Tag tone={standing === 'valid' ? 'green' : 'grey'}>
        {standingNames[standing]}
        {endedOn === null ? '' : ` ${endedOn}`}
      </Tag>
      {replacedBy === null ? null : (
        <>
          {' '}
          {words.see}
          <a href={c.get('site').to.item(replacedBy.itemId)}>{replacedBy.title}</a>
        </>
      )}
    </>
  )
}

function NormTable({
  c,
  norms,
}: {
  c: Context<AppEnv>
  norms: readonly PublicNorm[]
}): JSX.Element {
  const { to } = c.get('site')
  return (
    <DataTable
      caption={words.publicTitle}
      columns={[
        { label: words.name, kind: 'title' },
        { label: words.number, kind: 'code' },
        { label: words.state },
        { label: words.publishedOn, kind: 'date' },
        { label: words.effectiveOn, kind: 'date' },
        { label: words.expiresOn, kind: 'date' },
      ]}
      rows={norms.map((one) => ({
        cells: [
          <a href={to.item(one.itemId)}>{one.title}</a>,
          one.number ?? words.noNumber,
          <Standing c={c} norm={one} />,
          one.publishedOn,
          one.effectiveOn ?? '',
          one.expiresOn ?? '',
        ],
      }))}
    />
  )
}
