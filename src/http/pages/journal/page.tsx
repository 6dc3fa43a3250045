import type { JSX } from 'hono/jsx/jsx-runtime'
import type { JournalSeals, SealCheck } from '../../../usecases/journal/list.ts'
import { mostVerified } from '../../../usecases/journal/verify.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { EmptyState, Notice } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { DataTable } from '../../ui/table.tsx'
import { incident } from '../../ui/words/incident.ts'
import { journalFaultWords, journalWords as words } from '../../ui/words/journal.ts'
import type { Frame } from '../desk/frame.ts'

/** The seals of the journal (流水封存), with what the last checks found, to copy or print. */
export function JournalSealsPage(props: {
  frame: Frame
  list: JournalSeals
  isFirst: boolean
}): JSX.Element {
  const { frame, list, isFirst } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage
      {...frame}
      title={words.title}
      current="incidents"
      breadcrumbs={[{ label: incident.desk, href: to.incidents() }, { label: words.title }]}
    >
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {list.checked === null ? null : <Checked checked={list.checked} />}
      <section class="panel">
        <State list={list} isFirst={isFirst} />
        {list.items.length === 0 ? null : (
          <p class="submit no-print">
            <a class="button-line" href={to.journalSeals({ check: mostVerified })}>
              {words.check(mostVerified)}
            </a>
          </p>
        )}
      </section>
      {list.items.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneWhy}</p>
        </EmptyState>
      ) : (
        <SealTable items={list.items} />
      )}
      <Pager
        next={list.next === null ? null : to.journalSeals({ cursor: list.next })}
        first={isFirst ? null : to.journalSeals()}
      />
    </DeskPage>
  )
}

function Checked({ checked }: { checked: NonNullable<JournalSeals['checked']> }): JSX.Element {
  const { seals, events, anchors, faults } = checked
  const isWhole = faults.length === 0
  return (
    <Notice
      tone={isWhole ? 'success' : 'error'}
      title={isWhole ? words.checkedTitle : words.brokenTitle}
    >
      <p>{words.checked(seals, events, anchors)}</p>
      {isWhole ? null : (
        <>
          <ul>
            {faults.map((fault) => (
              <li>{journalFaultWords(fault)}</li>
            ))}
          </ul>
          <p>{words.brokenAdvice}</p>
        </>
      )}
    </Notice>
  )
}

function State({ list, isFirst }: { list: JournalSeals; isFirst: boolean }): JSX.Element {
  const { items, waiting, anchor, nightly } = list
  const newest = isFirst ? items[0] : undefined
  return (
    <SummaryList
      rows={[
        ...(newest === undefined
          ? []
          : [{ label: words.newest, value: <Digest n={newest.n} digest={newest.digest} /> }]),
        { label: words.waiting, value: waiting ? words.hasWaiting : words.noneWaiting },
        {
          label: words.anchor,
          value:
            anchor === null ? (
              words.noAnchor
            ) : (
              <>
                {anchor.day}　<Digest n={anchor.n} digest={anchor.digest} />
              </>
            ),
        },
        { label: words.nightly, value: nightly === null ? words.neverChecked : told(nightly) },
      ]}
    />
  )
}

function Digest({ n, digest }: { n: number; digest: string }): JSX.Element {
  return (
    <>
      {words.segment(n)}　<code>{digest}</code>
    </>
  )
}

function told({ at, seals, faults }: SealCheck): JSX.Element {
  const line = words.nightlyResult(minuteOf(at), seals, faults.length)
  const [first] = faults
  return <>{first === undefined ? line : `${line}：${journalFaultWords(first)}`}</>
}

function SealTable({ items }: Pick<JournalSeals, 'items'>): JSX.Element {
  return (
    <DataTable
      caption={words.title}
      columns={[
        { label: words.n, kind: 'number' },
        { label: words.range, kind: 'date' },
        { label: words.events, kind: 'number' },
        { label: words.sealedAt, kind: 'minute' },
        { label: words.digest, kind: 'code' },
      ]}
      rows={items.map(({ n, from, to, events, sealedAt, digest }) => ({
        cells: [n, `${from}—${to}`, events, minuteOf(sealedAt), <code>{digest}</code>],
      }))}
    />
  )
}
