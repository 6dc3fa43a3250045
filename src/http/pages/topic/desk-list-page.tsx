import type { JSX } from 'hono/jsx/jsx-runtime'
import type { DeskTopics } from '../../../usecases/topic/list-desk.ts'
import type { DeskTopicRow } from '../../../usecases/topic/view.ts'
import type { Paths } from '../../paths.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { Form, Hidden } from '../../ui/form.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { DataTable } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { topic, topicOrigins } from '../../ui/words/topic.ts'
import type { Frame } from '../desk/frame.ts'
import { TopicTag } from './list-page.tsx'

type Miss = { term: string; n: number }

/** Topics at the desk (点题办理): the longest waiting first; beside them what searches did not find. */
export function DeskTopicsPage(props: {
  frame: Frame
  part: 'waiting' | 'decided'
  list: DeskTopics
  misses: readonly Miss[]
  mayAct: boolean
  isFirst: boolean
}): JSX.Element {
  const { frame, part, list, misses, mayAct, isFirst } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage {...frame} title={topic.desk} current="topics">
      <h1>{topic.desk}</h1>
      <p class="lead">{topic.deskLead}</p>
      <nav class="switch" aria-label={topic.tabsLabel}>
        <ul>
          {(['waiting', 'decided'] as const).map((name) => (
            <li>
              <a
                href={to.deskTopics({ state: name })}
                aria-current={name === part ? 'true' : undefined}
              >
                {topic[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {list.items.length === 0 ? (
        <EmptyState title={topic.deskNone}>
          <p>{topic.deskNoneWhy}</p>
        </EmptyState>
      ) : (
        <TopicTable to={to} rows={list.items} />
      )}
      <Pager
        next={list.next === null ? null : to.deskTopics({ state: part, cursor: list.next })}
        first={isFirst ? null : to.deskTopics({ state: part })}
      />
      {mayAct ? (
        <p class="submit">
          <a class="button-line" href={to.proposeTopic()}>
            {topic.propose}
          </a>
        </p>
      ) : null}
      <Misses to={to} misses={misses} mayAct={mayAct} />
    </DeskPage>
  )
}

function TopicTable({ to, rows }: { to: Paths; rows: readonly DeskTopicRow[] }): JSX.Element {
  return (
    <DataTable
      caption={topic.desk}
      columns={[
        { label: topic.subject, kind: 'title' },
        { label: topic.waitingHead, kind: 'date' },
        { label: topic.state, kind: 'date' },
        { label: topic.secondsHead, kind: 'number' },
        { label: topic.origin, kind: 'date' },
        { label: topic.arrivedAt, kind: 'date' },
      ]}
      rows={rows.map((row) => ({
        cells: [
          <a href={to.deskTopic(row.id)}>{row.subject}</a>,
          <WaitingTag row={row} />,
          <TopicTag state={row.state} />,
          row.seconds,
          topicOrigins[row.origin],
          row.arrivedAt.slice(0, 10),
        ],
      }))}
    />
  )
}

/** How long a topic waits (等待时间): colour and words together; once decided, the day it was. */
export function WaitingTag({ row }: { row: DeskTopicRow }): JSX.Element {
  if (row.decidedOn !== null) return <span>{row.decidedOn}</span>
  return <Tag tone={row.waiting.colour}>{waitingWords(row)}</Tag>
}

function waitingWords({ waiting, state, dueOn }: DeskTopicRow): string {
  if (waiting.overdue > 0) return topic.overdue.replace('{n}', String(waiting.overdue))
  if (state === 'adopted' && dueOn !== null) return topic.planned.replace('{on}', dueOn)
  return waiting.days === 0 ? topic.today : topic.waitingDays.replace('{n}', String(waiting.days))
}

function Misses(props: { to: Paths; misses: readonly Miss[]; mayAct: boolean }): JSX.Element {
  const { to, misses, mayAct } = props
  return (
    <section class="panel">
      <h2>{topic.misses}</h2>
      <p class="field-hint">{topic.missesWhy}</p>
      {misses.length === 0 ? (
        <p>{topic.missesNone}</p>
      ) : (
        <DataTable
          caption={topic.misses}
          columns={[
            { label: topic.missTerm, kind: 'title' },
            { label: topic.missCount, kind: 'date' },
            { label: topic.missAct },
          ]}
          rows={misses.map(({ term, n }) => ({
            cells: [
              term,
              topic.missTimes.replace('{n}', String(n)),
              mayAct ? <MissActs to={to} term={term} /> : null,
            ],
          }))}
        />
      )}
    </section>
  )
}

function MissActs({ to, term }: { to: Paths; term: string }): JSX.Element {
  return (
    <Form action={to.ignoreMiss()} className="inline-acts">
      <a href={to.proposeTopic({ term })}>{topic.toProposal}</a>
      <Hidden name="term" value={term} />
      <button type="submit" class="button-line">
        {topic.ignore}
      </button>
    </Form>
  )
}
