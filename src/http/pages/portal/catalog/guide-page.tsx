import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AppEnv } from '../../../app-env.ts'
import { Page } from '../../../ui/layout.tsx'
import { asChild } from '../../../ui/markup.ts'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { common, tabName } from '../../../ui/words/common.ts'
import { applyingSections, guideWords } from '../../../ui/words/guide.ts'
import { guideLabels, guideVersions } from '../../../ui/words/guide-fields.ts'
import { Notice } from '../../../ui/notice.tsx'
import type { GuideFields } from '../../../../domain/catalog/guide.ts'
import type { GuideView } from '../../../../usecases/catalog/show-guide.ts'
import { columnMeta, columnPath, pageMeta } from './columns.ts'
import { placesPanel } from '../finding/more-places.ts'
import { ProseSection } from '../prose.tsx'

/** The disclosure guide (公开指南, 条例第12条), made from the agency's facts. */
export function GuidePage({ c, guide }: { c: Context<AppEnv>; guide: GuideView }): JSX.Element {
  const { agency, to } = c.get('site')
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
      aside={
        <>
          {mayApply ? <ApplyBox c={c} /> : null}
          {asChild(placesPanel(c))}
        </>
      }
    >
      <h1>{`${agency.name}${title}`}</h1>
      <div class="panel prose">
        {guide.current ? null : (
          <Notice tone="warning" title={guideVersions.past}>
            <p>
              <a href={to.guide()}>{guideVersions.toCurrent}</a>
            </p>
          </Notice>
        )}
        <p>{guideWords.lead}</p>
        <Finding fields={guide.fields} />
        <WorkingBody c={c} fields={guide.fields} />
        {mayApply ? applyingSections.map((section) => <ProseSection section={section} />) : null}
        <Supervision fields={guide.fields} />
        <p>
          {guideVersions.nth.replace('{n}', String(guide.version))}
          {guide.publishedAt === null ? '' : `，${guide.publishedAt.slice(0, 10)}`}{' '}
          <a href={to.guideVersions()}>{guideVersions.toVersions}</a>
        </p>
        <p class="no-print">
          <button type="button" class="button-line" data-print="" hidden>
            {common.print}
          </button>
        </p>
        {mayApply ? (
          <p class="print-only">
            {guideWords.apply}：{c.get('site').origin}
            {to.apply().slice(to.base.length)}
          </p>
        ) : null}
      </div>
    </Page>
  )
}

/** 分类、编排体系和获取方式. */
function Finding({ fields }: { fields: GuideFields }): JSX.Element {
  return (
    <>
      {(['classification', 'arrangement', 'access'] as const).map((name) => (
        <section>
          <h2>{guideLabels[name]}</h2>
          {fields[name].split('\n').map((line) => (
            <p>{line}</p>
          ))}
        </section>
      ))}
    </>
  )
}

function WorkingBody({ c, fields }: { c: Context<AppEnv>; fields: GuideFields }): JSX.Element {
  const { agency, origin } = c.get('site')
  const { labels } = guideWords
  const names = ['body', 'address', 'hours', 'telephone', 'fax', 'internet'] as const
  return (
    <section>
      <h2>{guideWords.body}</h2>
      <SummaryList
        rows={[
          ...names.map((name) => ({ label: guideLabels[name], value: fields[name] })),
          { label: labels.website, value: `${origin}/` },
          ...(agency.formerNames ?? []).map(({ name, until }) => ({
            label: labels.formerName,
            value: `${name}（${labels.until} ${until}）`,
          })),
        ]}
      />
    </section>
  )
}

function Supervision({ fields }: { fields: GuideFields }): JSX.Element {
  return (
    <section>
      <h2>{guideWords.supervision}</h2>
      <p>{guideWords.supervisionNote}</p>
      <p>{fields.supervision}</p>
    </section>
  )
}

function ApplyBox({ c }: { c: Context<AppEnv> }): JSX.Element {
  const { to } = c.get('site')
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
