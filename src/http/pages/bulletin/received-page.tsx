import type { JSX } from 'hono/jsx/jsx-runtime'
import { kindsOfBulletin } from '../../../domain/report/bulletin/kinds.data.ts'
import type { BulletinLetter } from '../../../domain/report/bulletin/letter-content.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { DataTable } from '../../ui/table.tsx'
import { bulletin as words } from '../../ui/words/bulletin.ts'
import { common } from '../../ui/words/common.ts'
import { fill } from '../../ui/words/office.ts'
import type { Frame } from '../desk/frame.ts'
import { paragraphs } from '../paragraphs.tsx'

/** A bulletin as its reader got it (收到的简报): text, figures and table as they were sent. */
export function ReceivedBulletinPage(props: {
  frame: Frame
  sender: string
  content: BulletinLetter
}): JSX.Element {
  const { frame, sender, content } = props
  const { site, region } = frame.c.var
  const from = region.agencies.find(({ id }) => id === sender)?.name ?? sender
  return (
    <DeskPage
      {...frame}
      title={content.title}
      current="office"
      breadcrumbs={[
        { label: words.received, href: site.to.receivedBulletins() },
        { label: content.title },
      ]}
    >
      <h1>{content.title}</h1>
      <SummaryList
        rows={[
          { label: words.number, value: content.docNumber },
          { label: words.kind, value: kindsOfBulletin[content.kind].name },
          { label: words.from, value: from },
          { label: words.issuedOn, value: content.issuedOn },
          ...(content.score === null
            ? []
            : [{ label: words.score, value: fill(words.scoreOf, content.score) }]),
          {
            label: words.coverage,
            value: fill(words.coverageOf, {
              of: content.coverage.of,
              n: content.coverage.reporting,
            }),
          },
        ]}
      />
      <div class="report-text">
        {content.sections.map(({ title, text }) => (
          <section>
            <h2>{title}</h2>
            {paragraphs(text)}
          </section>
        ))}
      </div>
      <h2>{words.figures}</h2>
      <DataTable
        caption={words.figures}
        columns={[
          { label: words.indicator, kind: 'title' },
          { label: words.value, kind: 'number' },
        ]}
        rows={content.figures.map(({ name, unit, value }) => ({
          cells: [`${name}（${unit}）`, value],
        }))}
      />
      {content.lines.length === 0 ? null : <Lines content={content} />}
      <p>
        <a href={site.to.receivedBulletins()}>{words.findingsBelow}</a>
      </p>
    </DeskPage>
  )
}

function Lines({ content }: { content: BulletinLetter }): JSX.Element {
  return (
    <section>
      <h2>{words.lines}</h2>
      <DataTable
        caption={words.lines}
        columns={[
          { label: words.place, kind: 'number' },
          { label: words.agency, kind: 'title' },
          { label: words.published, kind: 'number' },
          { label: words.receivedCases, kind: 'number' },
          { label: words.decided, kind: 'number' },
          { label: words.timelyCount },
        ]}
        rows={content.lines.map((line) => ({
          cells: [
            line.place === null ? '—' : String(line.place),
            line.name,
            shown(line.published),
            shown(line.received),
            shown(line.decided),
            line.timed === null ? common.noData : `${line.timely ?? ''}/${line.timed}`,
          ],
        }))}
      />
      {content.left === 0 ? null : <p class="c-note">{fill(words.left, { n: content.left })}</p>}
    </section>
  )
}

function shown(value: number | null): string {
  return value === null ? common.noData : String(value)
}
