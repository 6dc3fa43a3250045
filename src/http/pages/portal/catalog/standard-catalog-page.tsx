import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type {
  FieldView,
  MatterView,
  StandardCatalog,
} from '../../../../usecases/catalog/show-standard-catalog.ts'
import type { AppEnv } from '../../../app-env.ts'
import { Page } from '../../../ui/layout.tsx'
import { Details, EmptyState } from '../../../ui/notice.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { standard } from '../../../ui/words/standard.ts'
import { pageMeta } from './columns.ts'

const words = standard

/** The standard catalogue (基层政务公开标准目录): fields, matters, elements, and what was published. */
export function StandardCatalogPage({
  c,
  catalog,
}: {
  c: Context<AppEnv>
  catalog: StandardCatalog
}): JSX.Element {
  return (
    <Page
      c={c}
      title={words.title}
      current="catalog"
      meta={{ level: 'list', column: pageMeta(words.title, words.description) }}
    >
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {catalog.fields.length === 0 ? (
        <EmptyState title={words.empty}>
          <p>{words.emptyWhy}</p>
        </EmptyState>
      ) : (
        <nav class="panel" aria-label={words.index}>
          <ul class="grid-list fields-index">
            {catalog.fields.map((field, index) => (
              <li>
                <a href={`#field-${index + 1}`}>{field.field}</a> <small>{ratioOf(field)}</small>
              </li>
            ))}
          </ul>
          <p class="field-hint">{words.unkept(catalog.unkeptFields)}</p>
        </nav>
      )}
      {catalog.fields.map((field, index) => (
        <section class="panel" id={`field-${index + 1}`}>
          <h2>{field.field}</h2>
          <p class="field-hint">{ratioOf(field)}</p>
          {field.matters.map((matter) => (
            <Matter c={c} matter={matter} />
          ))}
        </section>
      ))}
    </Page>
  )
}

function ratioOf({ applicable, covered }: FieldView): string {
  return words.covered.replace('{n}', String(applicable)).replace('{k}', String(covered))
}

function Matter({ c, matter }: { c: Context<AppEnv>; matter: MatterView }): JSX.Element {
  const { to } = c.get('site')
  return (
    <section class="matter" id={matter.id}>
      <h3>
        {matter.first}：{matter.second}
      </h3>
      <SummaryList
        rows={[
          { label: words.elements, value: matter.elements.join('；') },
          { label: words.limit, value: matter.timeLimit },
          {
            label: words.items,
            value:
              matter.newest.length === 0 ? (
                words.none
              ) : (
                <ul>
                  {matter.newest.map(({ id, title, publishedAt }) => (
                    <li>
                      <a href={to.item(id)}>{title}</a>{' '}
                      <time datetime={publishedAt}>{publishedAt.slice(0, 10)}</time>
                    </li>
                  ))}
                  {matter.count > matter.newest.length ? (
                    <li>{words.count.replace('{n}', String(matter.count))}</li>
                  ) : null}
                </ul>
              ),
          },
        ]}
      />
      <Details summary={words.more}>
        <SummaryList
          rows={[
            { label: words.basis, value: matter.basis.join('；') },
            { label: words.subject, value: matter.subject.join('；') },
            { label: words.channels, value: matter.channels.join('、') },
            { label: words.audience, value: matter.audience },
          ]}
        />
      </Details>
    </section>
  )
}
