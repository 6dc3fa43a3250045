import type { JSX } from 'hono/jsx/jsx-runtime'
import { peerKinds, type RankingView } from '../../../usecases/statistics/rank-agencies.ts'
import { Select } from '../../ui/choices.tsx'
import { flatSentence } from '../../ui/chart/bar-chart.tsx'
import { ExportLinks } from '../../ui/export-links.tsx'
import { Form, Hidden, SubmitRow } from '../../ui/form.tsx'
import { Details, EmptyState } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { figureName, formulaOf, looking as words, unitOf } from '../../ui/words/looking.ts'
import { fill, periodName } from '../../ui/words/office.ts'
import type { Frame } from '../desk/frame.ts'
import { FigureSelect, PeriodSelect } from './asked-figure.tsx'
import { deskFigureHref } from './figure-links.ts'
import { linked } from './figure-view.tsx'
import { LookingPage } from './looking-page.tsx'
import { reportedIn } from './sheets.ts'

/** Most places that the page shows; the file has them all. */
const mostShown = 200

/** The agencies of an office by one figure (排名): bars beside their figures, the silent apart. */
export function RankingPage({ frame, view }: { frame: Frame; view: RankingView }): JSX.Element {
  const { to } = frame.c.var.site
  const { figure, period, today, who, kind, ranked, unreported } = view
  const asked = { figure: figure.key, period: period.key, who, kind }
  const title = `${figureName(figure)}（${unitOf(figure)}），${periodName(period)}`
  return (
    <LookingPage frame={frame} part="ranking" period={period.key} oldest={view.oldest}>
      <Form action={to.officeRanking()} method="get" className="filter filter-line no-print">
        <FigureSelect figure={figure} stocks />
        <PeriodSelect period={period} today={today} />
        <Select
          id="who"
          name="who"
          label={words.by}
          value={who}
          blank={null}
          options={(['whole', 'each'] as const).map((one) => ({ value: one, label: words[one] }))}
        />
        <Select
          id="kind"
          name="kind"
          label={words.kindOf}
          value={kind}
          blank={words.anyKind}
          options={peerKinds.map((one) => ({ value: one, label: words.kinds[one] }))}
        />
        <SubmitRow label={words.show} />
      </Form>
      <h2>{title}</h2>
      <p class="c-note">{formulaOf(figure)}</p>
      {ranked.length === 0 ? (
        <EmptyState title={words.noneRanked} />
      ) : (
        <Places frame={frame} view={view} title={title} />
      )}
      {unreported.length === 0 ? null : (
        <Details summary={fill(words.unreported, { n: unreported.length })}>
          <ul class="grid-list">
            {unreported.map(({ name }) => (
              <li>{name}</li>
            ))}
          </ul>
        </Details>
      )}
      <ExportLinks
        of={words.ranking}
        csv={to.officeRanking({ ...asked, as: 'csv' })}
        xlsx={to.officeRanking({ ...asked, as: 'xlsx' })}
      />
    </LookingPage>
  )
}

function Places({
  frame,
  view: { figure, period, who, ranked, coverage },
  title,
}: {
  frame: Frame
  view: RankingView
  title: string
}): JSX.Element {
  const { to } = frame.c.var.site
  const hrefOf = deskFigureHref(frame.c)
  const top = Math.max(1, ...ranked.map(({ value }) => value))
  // Bars of nothing say nothing: where all are 0 a sentence stands for them.
  const flat = flatSentence(ranked.map(({ value }) => value))
  const scope = who === 'whole' ? 'subtree' : 'own'
  return (
    <Form action={to.officeComparison()} method="get" className="ranking">
      <Hidden name="figure" value={figure.key} />
      <Hidden name="period" value={period.key} />
      {flat === null ? null : <p class="c-note">{flat.replace('{caption}', title)}</p>}
      <p class="c-note no-print">{words.selectHint}</p>
      <DataTable
        caption={title}
        columns={[
          { label: words.place, kind: 'number' },
          { label: words.agency, kind: 'title' },
          { label: words.value, kind: 'number' },
          { label: words.reported, kind: 'date' },
          ...(flat === null ? [{ label: words.bar }] : []),
          { label: words.choose },
        ]}
        rows={ranked.slice(0, mostShown).map(({ place, value, of }) => ({
          cells: [
            String(place),
            of.name,
            linked(value, hrefOf(figure.key, period.key, scope, of)),
            reportedIn(coverage, of.id),
            ...(flat === null ? [<Bar share={Math.max(0, value) / top} />] : []),
            <label class="pick">
              <input type="checkbox" name="agency" value={of.id} />
              <span class="away">{fill(words.compareAgency, { name: of.name })}</span>
            </label>,
          ],
        }))}
      />
      {ranked.length > mostShown ? (
        <p class="c-note">{fill(words.onlyFirst, { n: mostShown })}</p>
      ) : null}
      <SubmitRow label={words.compare} />
    </Form>
  )
}

/** A bar as long as a share; its figure stands beside it. */
function Bar({ share }: { share: number }): JSX.Element {
  return (
    <svg class="rank-bar" width="100%" height="14" aria-hidden="true" focusable="false">
      <rect class="bar-track" width="100%" height="14" />
      <rect class="bar bar-1" width={`${(share * 100).toFixed(2)}%`} height="14" />
    </svg>
  )
}
