import type { JSX } from 'hono/jsx/jsx-runtime'
import { Page } from '../../ui/layout.tsx'
import { common } from '../../ui/words/common.ts'
import { office } from '../../ui/words/office.ts'
import { StatisticsBody, type StatisticsProps } from './statistics-body.tsx'

/** The statistics of an agency for everybody (数据统计). */
export function StatisticsPage(props: StatisticsProps): JSX.Element {
  return (
    <Page
      c={props.c}
      title={office.title}
      current="statistics"
      meta={{
        level: 'list',
        column: {
          name: office.title,
          description: office.description,
          keywords: [office.title, common.platform],
          type: '信息公开目录',
        },
      }}
    >
      <h1>{office.title}</h1>
      <StatisticsBody {...props} />
    </Page>
  )
}
