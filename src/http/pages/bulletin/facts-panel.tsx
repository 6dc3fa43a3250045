import type { JSX } from 'hono/jsx/jsx-runtime'
import { periodText } from '../../../domain/report/bulletin/prose.ts'
import type { BulletinView } from '../../../usecases/report/bulletin/show-bulletin.ts'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { Details, Notice } from '../../ui/notice.tsx'
import { SummaryList, type SummaryRow } from '../../ui/summary-list.tsx'
import { DataTable } from '../../ui/table.tsx'
import { bulletin as words, issueWayNames } from '../../ui/words/bulletin.ts'
import { common } from '../../ui/words/common.ts'
import { fill } from '../../ui/words/office.ts'
import type { Frame } from '../desk/frame.ts'

/** What a bulletin is about, as of when, who is missing, and what changed since it was locked. */
export function BulletinFacts({ frame, view }: { frame: Frame; view: BulletinView }): JSX.Element {
  const { missing } = view.content.coverage
  return (
    <>
      <SummaryList rows={rowsOf(frame, view)} />
      {view.bulletin.itemId === null ? null : <p class="c-note">{words.itemHint}</p>}
      {missing.length === 0 ? null : (
        <Details summary={fill(words.missing, { n: missing.length })}>
          <ul class="grid-list">
            {missing.map((name) => (
              <li>{name}</li>
            ))}
          </ul>
        </Details>
      )}
      <DriftNotice view={view} />
    </>
  )
}

function rowsOf(frame: Frame, { bulletin, content }: BulletinView): SummaryRow[] {
  const { to } = frame.c.var.site
  const { asOf, coverage, corrections, scope } = content
  return [
    { label: words.period, value: periodText(bulletin.period) },
    { label: words.generatedOn, value: bulletin.dueOn },
    {
      label: bulletin.locked === null ? words.asOf : words.lockedAsOf,
      value: asOf === null ? common.noData : minuteOf(asOf),
    },
    ...(scope === 'own'
      ? []
      : [
          {
            label: words.coverage,
            value: fill(words.coverageOf, { of: coverage.of, n: coverage.reporting }),
          },
        ]),
    ...(corrections === null || corrections === 0
      ? []
      : [{ label: words.corrections, value: fill(words.correctionsOf, { n: corrections }) }]),
    ...(content.objectBy === null
      ? []
      : [{ label: words.objectBy, value: `${content.objectBy}　${words.objectByHint}` }]),
    ...(bulletin.issuedOn === null
      ? []
      : [
          { label: words.issuedOn, value: bulletin.issuedOn },
          {
            label: words.ways,
            value: bulletin.ways.map((way) => issueWayNames[way]).join('、'),
          },
        ]),
    ...(bulletin.itemId === null
      ? []
      : [
          {
            label: words.item,
            value: <a href={to.deskItem(bulletin.itemId)}>{words.toItem}</a>,
          },
        ]),
  ]
}

function DriftNotice({ view }: { view: BulletinView }): JSX.Element | null {
  const { drift, content } = view
  if (drift.length === 0) return null
  const labels: Readonly<Record<string, string>> = {
    received: words.receivedCases,
    decided: words.decided,
    published: words.published,
    timely: words.timelyCount,
    timed: words.timedCount,
  }
  const nameOf = (code: string): string =>
    content.figures.find((figure) => figure.code === code)?.name ?? code
  return (
    <Notice tone="warning" title={fill(words.drift, { n: drift.length })}>
      <p>{words.driftHint}</p>
      <DataTable
        caption={fill(words.drift, { n: drift.length })}
        columns={[
          { label: words.driftName, kind: 'title' },
          { label: words.locked, kind: 'number' },
          { label: words.now, kind: 'number' },
        ]}
        rows={drift.map(({ agency, name, what, locked, now }) => ({
          cells: [
            agency === null ? nameOf(what) : `${name}：${labels[what] ?? what}`,
            String(locked ?? common.noData),
            String(now ?? common.noData),
          ],
        }))}
      />
    </Notice>
  )
}
