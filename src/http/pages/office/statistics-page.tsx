import type { JSX } from 'hono/jsx/jsx-runtime'
import { Page } from '../../ui/layout.tsx'
import { office } from '../../ui/words/office.ts'
import { statisticsMeta } from './meta.ts'
import { StatisticsBody, type StatisticsProps } from './statistics-body.tsx'

/** The statistics of an agency for everybody (数据统计). */
export function StatisticsPage(props: StatisticsProps): JSX.Element {
  return (
    <Page c={props.c} title={office.title} current="statistics" meta={statisticsMeta()}>
      <h1>{office.title}</h1>
      <StatisticsBody {...props} />
    </Page>
  )
}
