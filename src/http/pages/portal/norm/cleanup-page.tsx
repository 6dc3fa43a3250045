import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { cleanupDecisions } from '../../../../domain/norm/cleanup.ts'
import type { CleanupView } from '../../../../usecases/norm/show-cleanup.ts'
import type { AppEnv } from '../../../app-env.ts'
import { Page } from '../../../ui/layout.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { cleanupNames, norm as words } from '../../../ui/words/norm.ts'
import { fill } from '../../../ui/words/office.ts'
import { pageMeta } from '../catalog/columns.ts'

type Decided = Omit<CleanupView, 'actions'>

/** What a cleanup has decided (清理结果): the documents kept, extended, to be amended and repealed. */
export function PublicCleanupPage({
  c,
  cleanup,
}: {
  c: Context<AppEnv>
  cleanup: Decided
}): JSX.Element {
  const { to } = c.get('site')
  const { title, decidedOn, rows } = cleanup
  return (
    <Page
      c={c}
      title={title}
      current="catalog"
      meta={{ level: 'list', column: pageMeta(title, words.cleanupsLead) }}
      breadcrumbs={[{ label: words.publicTitle, href: to.norms() }, { label: title }]}
    >
      <h1>{title}</h1>
      <p class="lead">{fill(words.cleanupResultLead, { date: decidedOn ?? '', n: rows.length })}</p>
      {cleanupDecisions.map((decision) => (
        <DecidedList
          c={c}
          name={cleanupNames[decision]}
          rows={rows.filter((row) => row.decision === decision)}
        />
      ))}
    </Page>
  )
}

function DecidedList(props: {
  c: Context<AppEnv>
  name: string
  rows: Decided['rows']
}): JSX.Element | null {
  const { c, name, rows } = props
  const { to } = c.get('site')
  if (rows.length === 0) return null
  return (
    <section class="article-section">
      <h2>
        {name}
        <small>（{String(rows.length)}）</small>
      </h2>
      <DataTable
        caption={name}
        columns={[
          { label: words.name, kind: 'title' },
          { label: words.number, kind: 'code' },
          { label: words.publishedOn, kind: 'date' },
          { label: words.reason },
        ]}
        rows={rows.map(({ title, number, publishedOn, itemId, reason }) => ({
          cells: [
            itemId === null ? title : <a href={to.item(itemId)}>{title}</a>,
            number ?? words.noNumber,
            publishedOn ?? '',
            reason ?? '',
          ],
        }))}
      />
    </section>
  )
}
