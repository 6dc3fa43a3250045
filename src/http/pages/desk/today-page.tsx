import type { JSX } from 'hono/jsx/jsx-runtime'
import { formatChineseDate } from '../../../domain/time/local-date.ts'
import { mostSheets, type Today } from '../../../usecases/desk/show-today.ts'
import type { Paths } from '../../paths.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { today as words } from '../../ui/words/today.ts'
import { mostCounted } from '../../../usecases/service/due-checks.ts'
import { upTo } from '../up-to.ts'
import type { Frame } from './frame.ts'

/** A count with its list; `most` is where its counting stops. */
type Line = { label: string; n: number; href: string; most?: number; isUrgent?: boolean }

/** What waits, what is late, what is due this week and what expires (今日待办), each leading to its list. */
export function TodayPage({ frame, today }: { frame: Frame; today: Today }): JSX.Element {
  const groups = groupsOf(frame, today)
  return (
    <DeskPage {...frame} title={words.title} current="today">
      <h1>{words.title}</h1>
      <p class="lead">{formatChineseDate(today.on)}</p>
      {groups.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneWhy}</p>
        </EmptyState>
      ) : null}
      <div class="today">
        {groups.map(({ name, lines }) => (
          <section class="panel">
            <h2>{name}</h2>
            <ul class="today-lines">
              {lines.map(({ label, n, href, most, isUrgent }) => (
                <li class={toneOf(n, isUrgent === true)}>
                  <a href={href}>
                    <span>{label}</span>
                    <strong>{upTo(n, most)}</strong>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </DeskPage>
  )
}

/** What asks for nothing steps back, so that the rest is seen at a glance. */
function toneOf(n: number, isUrgent: boolean): string | undefined {
  if (n === 0) return 'today-none'
  return isUrgent ? 'today-urgent' : undefined
}

function groupsOf({ c }: Frame, today: Today): { name: string; lines: Line[] }[] {
  const { to } = c.var.site
  const { items, cases, corrections, letters, clarifications, topics } = today
  const view = (name: string): string => to.deskItems({ view: name })
  return [
    ...(items === null
      ? []
      : [
          {
            name: words.items,
            lines: [
              { label: words.waiting, n: items.waiting, href: view('waiting') },
              { label: words.late, n: items.late, href: view('late'), isUrgent: true },
              { label: words.week, n: items.week, href: view('week') },
              { label: words.returned, n: items.returned, href: view('returned'), isUrgent: true },
              { label: words.scheduled, n: items.scheduled, href: view('scheduled') },
              { label: words.reassess, n: items.reassess, href: view('reassess') },
            ],
          },
        ]),
    ...(cases === null
      ? []
      : [
          {
            name: words.cases,
            lines: [
              {
                label: words.unconfirmed,
                n: cases.unconfirmed,
                href: to.cases({ state: 'waiting' }),
              },
              {
                label: words.overdue,
                n: cases.overdue,
                href: to.cases({ colour: 'red' }),
                isUrgent: true,
              },
              {
                label: words.coOverdue,
                n: cases.coOverdue,
                href: to.cases({ state: 'co-overdue' }),
                isUrgent: true,
              },
              { label: words.open, n: cases.cases, href: to.cases() },
              ...(corrections === null
                ? []
                : [
                    {
                      label: words.corrections,
                      n: corrections.corrections,
                      href: to.corrections(),
                    },
                  ]),
            ],
          },
        ]),
    ...reviewsGroup(to, today.caseReviews),
    ...disputesGroup(to, today),
    ...normsGroup(to, today),
    ...(letters === null
      ? []
      : [
          {
            name: words.letters,
            lines: [
              { label: words.toAnswer, n: letters.letters, href: to.letters() },
              {
                label: words.toAnswerLate,
                n: letters.lettersLate,
                href: to.letters(),
                isUrgent: true,
              },
            ],
          },
        ]),
    ...bulletinsGroup(to, today.bulletins),
    ...powersGroup(to, today.powers),
    ...inspectionGroup(to, today.selfInspection),
    ...others(to, clarifications, topics),
  ]
}

/** What waits in the reviews of closed cases; nothing while nothing does. */
function reviewsGroup(to: Paths, open: Today['caseReviews']): { name: string; lines: Line[] }[] {
  if (open === null || open.sheets + open.objections + (open.drawn ?? 0) === 0) return []
  const href = to.caseReviews()
  return [
    {
      name: words.caseReviews,
      lines: [
        { label: words.reviewSheets, n: open.sheets, href, most: mostSheets },
        { label: words.reviewObjections, n: open.objections, href, isUrgent: true },
        ...(open.drawn === null ? [] : [{ label: words.reviewsDrawn, n: open.drawn, href }]),
      ],
    },
  ]
}

function normsGroup(to: Paths, { norms, filings }: Today): { name: string; lines: Line[] }[] {
  const due = to.deskNorms({ due: 'true' })
  const lines: Line[] = [
    ...(norms === null
      ? []
      : [
          { label: words.normsWaiting, n: norms.waiting, href: due },
          { label: words.normsLate, n: norms.late, href: due, isUrgent: true },
          { label: words.normsReturned, n: norms.returned, href: due, isUrgent: true },
          { label: words.expiring, n: norms.expiring, href: due },
        ]),
    ...(filings === null
      ? []
      : [
          { label: words.filings, n: filings.filings, href: to.filings() },
          {
            label: words.filingsLate,
            n: filings.filingsLate,
            href: to.filings(),
            isUrgent: true,
          },
        ]),
  ]
  return lines.length === 0 ? [] : [{ name: words.norms, lines }]
}

function disputesGroup(
  to: Paths,
  { disputes, complaints }: Today,
): { name: string; lines: Line[] }[] {
  const lines: Line[] = [
    ...(disputes === null
      ? []
      : [
          { label: words.disputesToAnswer, n: disputes.toAnswer, href: to.disputes() },
          {
            label: words.disputesLate,
            n: disputes.late,
            href: to.disputes(),
            isUrgent: true,
          },
        ]),
    ...(complaints === null
      ? []
      : [{ label: words.complaints, n: complaints.complaints, href: to.complaints() }]),
  ]
  return lines.length === 0 ? [] : [{ name: words.disputes, lines }]
}

function bulletinsGroup(to: Paths, open: Today['bulletins']): { name: string; lines: Line[] }[] {
  if (open === null) return []
  const [here, above] = [to.bulletins(), to.receivedBulletins()]
  return [
    {
      name: words.bulletins,
      lines: [
        { label: words.openBulletins, n: open.bulletins, href: here },
        { label: words.answeredFindings, n: open.answeredFindings, href: here },
        { label: words.foundHere, n: open.foundHere, href: above },
        { label: words.foundHereLate, n: open.foundHereLate, href: above, isUrgent: true },
        { label: words.sheetsHere, n: open.sheetsHere, href: above },
      ],
    },
  ]
}

function powersGroup(to: Paths, powers: Today['powers']): { name: string; lines: Line[] }[] {
  if (powers === null) return []
  return [
    {
      name: words.powers,
      lines: [
        { label: words.powerChanges, n: powers.powerChanges, href: to.deskPowers() },
        { label: words.guides, n: powers.guides, href: to.deskServices({ part: 'all' }) },
        { label: words.guidesLacking, n: powers.guidesLacking, href: to.deskServices() },
        {
          label: words.powersDue,
          n: powers.powersDue,
          href: to.powerChecks(),
          most: mostCounted,
          isUrgent: true,
        },
        {
          label: words.guidesDue,
          n: powers.guidesDue,
          href: to.powerChecks({ kind: 'guide' }),
          most: mostCounted,
          isUrgent: true,
        },
      ],
    },
  ]
}

function inspectionGroup(
  to: Paths,
  trips: Today['selfInspection'],
): { name: string; lines: Line[] }[] {
  if (trips === null || trips.near + trips.tripped === 0) return []
  const href = to.selfInspection()
  return [
    {
      name: words.selfInspection,
      lines: [
        { label: words.tripped, n: trips.tripped, href, isUrgent: true },
        { label: words.near, n: trips.near, href },
      ],
    },
  ]
}

function others(
  to: Paths,
  clarifications: Today['clarifications'],
  topics: Today['topics'],
): { name: string; lines: Line[] }[] {
  const lines = [
    ...(clarifications === null
      ? []
      : [
          {
            label: words.clarifications,
            n: clarifications.clarifications,
            href: to.deskClarifications(),
          },
        ]),
    ...(topics === null
      ? []
      : [
          { label: words.topics, n: topics.topics, href: to.deskTopics() },
          {
            label: words.topicsLate,
            n: topics.topicsLate,
            href: to.deskTopics(),
            isUrgent: true,
          },
        ]),
  ]
  return lines.length === 0 ? [] : [{ name: words.others, lines }]
}
