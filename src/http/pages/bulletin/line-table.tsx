import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { BulletinContent, BulletinLine } from '../../../domain/report/bulletin/content.ts'
import { percentOf } from '../../../domain/statistics/indicator/evaluate.ts'
import { BarChart } from '../../ui/chart/bar-chart.tsx'
import { DataTable } from '../../ui/table.tsx'
import { bulletin as words } from '../../ui/words/bulletin.ts'
import { common } from '../../ui/words/common.ts'
import { fill } from '../../ui/words/office.ts'
import type { Frame } from '../desk/frame.ts'
import { briefFigures, deskFigureHref } from '../office/figure-links.ts'
import { linked } from '../office/figure-view.tsx'

type Props = { frame: Frame; content: BulletinContent; period: string }

/** Most bars of the chart; the table has every agency. */
const mostBars = 20

/** The agencies of a bulletin (各机关情况) by their places, every figure a link; nothing for an agency alone. */
export function LineTable({ frame, content, period }: Props): JSX.Element | null {
  if (content.lines.length === 0) return null
  const lines = content.lines.toSorted((a, b) => (a.place ?? 9999) - (b.place ?? 9999))
  const ranked = lines.filter(({ place }) => place !== null).slice(0, mostBars)
  return (
    <section>
      <h2>{words.lines}</h2>
      <p class="c-note">{words.linesHint}</p>
      {ranked.length < 2 ? null : (
        <BarChart
          caption={words.chart}
          unit="条"
          categories={ranked.map(({ name }) => name)}
          series={[{ name: words.published, values: ranked.map(({ published }) => published) }]}
        />
      )}
      <DataTable
        caption={words.lines}
        columns={[
          { label: words.place, kind: 'number' },
          { label: words.agency, kind: 'title' },
          { label: words.published, kind: 'number' },
          { label: words.receivedCases, kind: 'number' },
          { label: words.decided, kind: 'number' },
          { label: words.timely },
          { label: words.reported },
        ]}
        rows={lines.map((line) => ({ cells: cellsOf(frame, period, line) }))}
      />
    </section>
  )
}

function cellsOf(frame: Frame, period: string, line: BulletinLine): Child[] {
  const { site, region } = frame.c.var
  const agency = region.agencies.find(({ id }) => id === line.agency)
  const isItself = line.agency === site.agency.id
  const hrefOf = deskFigureHref(frame.c)
  const figure = (key: string, value: number | null): Child =>
    agency === undefined
      ? String(value ?? common.noData)
      : linked(value, hrefOf(key, period, isItself ? 'own' : 'subtree', agency))
  return [
    line.place === null ? '—' : String(line.place),
    isItself ? fill(words.itself, { name: line.name }) : line.name,
    figure(briefFigures.published, line.published),
    figure(briefFigures.received, line.received),
    figure(briefFigures.decided, line.decided),
    <Timely line={line} opened={figure} />,
    `${line.reporting}/${line.of}`,
  ]
}

/** The timely rate of an agency, each of its parts a link to its records. */
function Timely(props: {
  line: BulletinLine
  opened: (key: string, value: number) => Child
}): JSX.Element {
  const { timely, timed } = props.line
  if (timely === null || timed === null) return <>{common.noData}</>
  const percent = percentOf(timely, timed)
  if (percent === null) return <>{words.noBase}</>
  const part = (at: string, n: number): Child =>
    props.opened(`indicators.applications.timely-rate.${at}`, n)
  return (
    <>
      {percent.toFixed(2)}%（{part('numerator', timely)}/{part('denominator', timed)}）
    </>
  )
}
