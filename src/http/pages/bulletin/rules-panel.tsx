import type { JSX } from 'hono/jsx/jsx-runtime'
import type { BulletinContent } from '../../../domain/report/bulletin/content.ts'
import { ruleStateWords } from '../../../domain/report/bulletin/document.ts'
import { ExportLinks } from '../../ui/export-links.tsx'
import { DataTable } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { bulletin as words } from '../../ui/words/bulletin.ts'
import type { Frame } from '../desk/frame.ts'

const tones = {
  clear: 'green',
  near: 'yellow',
  tripped: 'red',
  unknown: 'grey',
  'not-applicable': 'grey',
} as const

/** The rules of the self-inspection in a bulletin (自查情况), with the days left before each trips; nothing for other kinds. */
export function RulesPanel(props: {
  frame: Frame
  id: string
  content: BulletinContent
}): JSX.Element | null {
  const { frame, id, content } = props
  if (content.rules.length === 0) return null
  const { to } = frame.c.var.site
  return (
    <section>
      <h2>{words.rules}</h2>
      <p class="c-note">
        {words.rulesLead} <a href={to.selfInspection()}>{words.toSelfInspection}</a>
      </p>
      <DataTable
        caption={words.rules}
        columns={[
          { label: words.rule, kind: 'title' },
          { label: words.state },
          { label: words.daysLeft, kind: 'number' },
          { label: words.tripsOn, kind: 'date' },
          { label: words.ruleCost, kind: 'number' },
        ]}
        rows={content.rules.map(({ clause, state, daysLeft, tripsOn, points }) => ({
          cells: [
            clause,
            <Tag tone={tones[state]}>{ruleStateWords[state]}</Tag>,
            daysLeft === null ? '—' : String(daysLeft),
            tripsOn ?? '—',
            String(points),
          ],
        }))}
      />
      <ExportLinks
        of={words.rules}
        csv={to.bulletinPaper(id, 'rules.csv')}
        xlsx={to.bulletinPaper(id, 'rules.xlsx')}
      />
    </section>
  )
}
