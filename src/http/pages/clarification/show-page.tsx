import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ClarificationView } from '../../../usecases/clarification/view.ts'
import type { AppEnv } from '../../app-env.ts'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { Page } from '../../ui/layout.tsx'
import { Details } from '../../ui/notice.tsx'
import { SummaryList, type SummaryRow } from '../../ui/summary-list.tsx'
import { clarification } from '../../ui/words/clarification.ts'
import { paragraphs } from '../paragraphs.tsx'
import { pageMeta } from '../portal/catalog/columns.ts'
import { sourceHref } from '../portal/item/source-link.ts'

const shortTitle = 40

/** One clarification (澄清详情): the claim and the facts face each other, then where, who and when. */
export function ClarificationPage(props: {
  c: Context<AppEnv>
  view: ClarificationView
}): JSX.Element {
  const { c, view } = props
  const { agency, to } = c.var.site
  const title = view.claim.length > shortTitle ? `${view.claim.slice(0, shortTitle)}……` : view.claim
  return (
    <Page
      c={c}
      title={`${clarification.title}：${title}`}
      current={null}
      meta={{
        level: 'article',
        column: pageMeta(clarification.title, clarification.description),
        article: { title, publishedAt: view.publishedAt, source: agency.name },
      }}
      breadcrumbs={[
        { label: clarification.title, href: to.clarifications() },
        { label: clarification.here },
      ]}
    >
      <article class="article measured">
        <h1 class="away">{clarification.title}</h1>
        <section class="claim-box">
          <h2>{clarification.claim}</h2>
          {paragraphs(view.claim)}
        </section>
        <section class="facts-box">
          <h2>{clarification.facts}</h2>
          {paragraphs(view.facts)}
        </section>
        <Corrections view={view} />
        <SummaryList rows={factsOf(c, view)} />
      </article>
    </Page>
  )
}

function factsOf(c: Context<AppEnv>, view: ClarificationView): SummaryRow[] {
  const { to } = c.var.site
  const source = sourceHref(view.sourceUrl, to)
  return [
    { label: clarification.source, value: view.source },
    ...(source === null
      ? []
      : [
          {
            label: clarification.sourceUrl,
            value: (
              <a class="address" href={source} rel="external noopener nofollow">
                {view.sourceUrl}
              </a>
            ),
          },
        ]),
    { label: clarification.seenOn, value: view.seenOn },
    { label: clarification.checkedBy, value: view.checkedBy },
    { label: clarification.publishedAt, value: minuteOf(view.publishedAt) },
    ...(view.items.length === 0
      ? []
      : [
          {
            label: clarification.items,
            value: (
              <ul class="plain">
                {view.items.map(({ id, title }) => (
                  <li>
                    <a href={to.item(id)}>{title}</a>
                  </li>
                ))}
              </ul>
            ),
          },
        ]),
  ]
}

function Corrections({ view }: { view: ClarificationView }): JSX.Element | null {
  if (view.corrections.length === 0) return null
  return (
    <section class="article-section">
      <h2>{clarification.corrections}</h2>
      {view.corrections.map(({ on, reason, facts }) => (
        <>
          <p>
            <strong>{clarification.correctedOn.replace('{on}', on)}</strong>：{reason}
          </p>
          <Details summary={clarification.formerFacts}>{paragraphs(facts)}</Details>
        </>
      ))}
    </section>
  )
}
