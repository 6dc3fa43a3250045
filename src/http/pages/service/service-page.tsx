import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ServiceView } from '../../../usecases/service/show-guide.ts'
import type { AppEnv } from '../../app-env.ts'
import { Page } from '../../ui/layout.tsx'
import { Details, Notice } from '../../ui/notice.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { common } from '../../ui/words/common.ts'
import { guideBlockNames, powerTypeNames, service } from '../../ui/words/power.ts'
import { labelOf } from '../label-of.ts'
import { pageMeta } from '../portal/catalog/columns.ts'
import { GuideBlocks } from './guide-blocks.tsx'
import { LogTable } from './log-table.tsx'

/** The guide of one service matter (办事指南): the eight blocks, and what is not provided yet by name. */
export function ServicePage({ c, view }: { c: Context<AppEnv>; view: ServiceView }): JSX.Element {
  const { agency, to } = c.var.site
  const { lacking } = view
  return (
    <Page
      c={c}
      title={`${service.services}：${view.name}`}
      current={null}
      meta={{
        level: 'article',
        column: pageMeta(service.services, service.servicesDescription),
        article: {
          title: view.name,
          publishedAt: view.publishedOn ?? view.log.at(-1)?.on ?? '',
          source: agency.name,
        },
      }}
      breadcrumbs={[{ label: service.services, href: to.services() }, { label: service.here }]}
    >
      <article class="article measured">
        <h1>{view.name}</h1>
        {lacking.length === 0 ? null : (
          <Notice tone="warning" title={service.notYetTitle}>
            <p>{lacking.map((block) => guideBlockNames[block]).join('、')}</p>
            <p>{service.notYetWhy}</p>
          </Notice>
        )}
        <SummaryList
          rows={[
            { label: service.code, value: view.code },
            { label: service.type, value: labelOf(powerTypeNames, view.type) },
            { label: service.unit, value: view.unit },
            { label: service.publishedOn, value: view.publishedOn ?? service.notYet },
          ]}
        />
        <GuideBlocks
          basis={view.basis}
          unit={view.unit}
          guide={view.guide ?? {}}
          lacking={lacking}
        />
        <div class="no-print">
          <Details summary={service.history}>
            <LogTable log={view.log} />
          </Details>
        </div>
        <p class="tools-row">
          <button type="button" class="button-line" data-print="" hidden>
            {common.print}
          </button>
        </p>
      </article>
    </Page>
  )
}
