import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AppEnv } from '../../app-env.ts'
import { Page } from '../../ui/layout.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { common, tabName } from '../../ui/words/common.ts'
import { applyingSections, findingSections, guideWords } from '../../ui/words/guide.ts'
import { columnMeta, columnPath, pageMeta } from './columns.ts'
import { ProseSection } from './prose.tsx'

/** The disclosure guide (公开指南, 条例第12条), made from the agency's facts. */
export function GuidePage({ c }: { c: Context<AppEnv> }): JSX.Element {
  const { agency, to } = c.var.site
  const title = tabName('guide')
  const column = columnPath(agency, 'disclosure-guide').at(-1)
  const mayApply = agency.kind !== 'public-utility'
  return (
    <Page
      c={c}
      title={title}
      current="guide"
      meta={{
        level: 'list',
        column:
          column === undefined
            ? pageMeta(title, guideWords.lead, '信息公开指南')
            : columnMeta(column),
      }}
      aside={mayApply ? <ApplyBox c={c} /> : null}
    >
      <h1>{`${agency.name}${title}`}</h1>
      <div class="panel prose">
        <p>{guideWords.lead}</p>
        {findingSections.map((section) => (
          <ProseSection section={section} />
        ))}
        <WorkingBody c={c} />
        {mayApply ? applyingSections.map((section) => <ProseSection section={section} />) : null}
        <Supervision c={c} />
        <p class="no-print">
          <button type="button" class="button-line" data-print="" hidden>
            {common.print}
          </button>
        </p>
        {mayApply ? (
          <p class="print-only">
            {guideWords.apply}：{c.var.site.origin}
            {to.apply().slice(to.base.length)}
          </p>
        ) : null}
      </div>
    </Page>
  )
}

function WorkingBody({ c }: { c: Context<AppEnv> }): JSX.Element {
  const { agency, origin } = c.var.site
  const { guide } = agency
  const { labels } = guideWords
  return (
    <section>
      <h2>{guideWords.body}</h2>
      <SummaryList
        rows={[
          { label: labels.body, value: guide.body },
          { label: labels.address, value: guide.address },
          { label: labels.postcode, value: guide.postcode },
          { label: labels.hours, value: guide.hours },
          { label: labels.telephone, value: guide.telephone },
          { label: labels.fax, value: guide.fax },
          { label: labels.email, value: guide.email },
          { label: labels.website, value: `${origin}/` },
        ]}
      />
    </section>
  )
}

function Supervision({ c }: { c: Context<AppEnv> }): JSX.Element {
  const { supervision } = c.var.site.agency.guide
  const { supervisionLabels: labels } = guideWords
  return (
    <section>
      <h2>{guideWords.supervision}</h2>
      <p>{guideWords.supervisionNote}</p>
      <SummaryList
        rows={[
          { label: labels.body, value: supervision.body },
          { label: labels.telephone, value: supervision.telephone },
          { label: labels.address, value: supervision.address },
        ]}
      />
    </section>
  )
}

function ApplyBox({ c }: { c: Context<AppEnv> }): JSX.Element {
  const { to } = c.var.site
  return (
    <section class="panel">
      <h2>{tabName('apply')}</h2>
      <p>
        <a class="button button-wide" href={to.apply()}>
          {guideWords.apply}
        </a>
      </p>
      <p class="more">
        <a class="button-line button-wide" href={to.status()}>
          {guideWords.status}
        </a>
      </p>
    </section>
  )
}
