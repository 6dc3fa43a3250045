import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { GuideView } from '../../../../usecases/catalog/show-guide.ts'
import type { AppEnv } from '../../../app-env.ts'
import { Page } from '../../../ui/layout.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { tabName } from '../../../ui/words/common.ts'
import { guideVersions } from '../../../ui/words/guide-fields.ts'
import { pageMeta } from './columns.ts'
import { Minute } from '../item/item-table.tsx'

const words = guideVersions

/** Every version of the guide (指南历次版本), the newest first. */
export function GuideVersionsPage({
  c,
  versions,
}: {
  c: Context<AppEnv>
  versions: readonly Omit<GuideView, 'fields'>[]
}): JSX.Element {
  const { to } = c.get('site')
  return (
    <Page
      c={c}
      title={words.title}
      current="guide"
      meta={{ level: 'list', column: pageMeta(words.title, words.lead, '信息公开指南') }}
      breadcrumbs={[{ label: tabName('guide'), href: to.guide() }, { label: words.title }]}
    >
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <DataTable
        caption={words.title}
        columns={[
          { label: words.title, kind: 'title' },
          { label: words.publishedAt, kind: 'minute' },
          { label: words.note },
        ]}
        rows={versions.map(({ version, current, publishedAt, note }) => ({
          cells: [
            <>
              <a href={to.guideVersion(version)}>{words.nth.replace('{n}', String(version))}</a>
              {current ? `（${words.current}）` : ''}
            </>,
            publishedAt === null ? words.first : <Minute at={publishedAt} />,
            note ?? '',
          ],
        }))}
      />
    </Page>
  )
}
