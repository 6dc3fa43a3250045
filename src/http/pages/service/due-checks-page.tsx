import type { JSX } from 'hono/jsx/jsx-runtime'
import { matterKinds } from '../../../domain/service/check-day.ts'
import {
  type CheckedMatter,
  type DueChecks,
  type DueCounts,
  mostCounted,
} from '../../../usecases/service/due-checks.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { EmptyState, Notice } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { DataTable, type TableRow } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { powerTypeNames, service } from '../../ui/words/power.ts'
import { checkDueWords, powerCheck as words } from '../../ui/words/power-check.ts'
import type { Frame } from '../desk/frame.ts'
import { labelOf } from '../label-of.ts'
import { upTo } from '../up-to.ts'
import { ServiceSwitch } from './desk-switch.tsx'

/** Powers or guides that are overdue or soon due for their check (到期核对), the longest ago first. */
export function DueChecksPage(props: {
  frame: Frame
  list: DueChecks
  isFirst: boolean
  isDone: boolean
}): JSX.Element {
  const { frame, list, isFirst, isDone } = props
  const { to } = frame.c.var.site
  const { kind, counts, next } = list
  return (
    <DeskPage {...frame} title={words.title} current="services">
      <h1>{words.title}</h1>
      <ServiceSwitch to={to} current="checks" />
      {isDone ? <Notice tone="success" title={words.done} /> : null}
      <p class="lead">{words.lead.replace('{n}', String(list.months))}</p>
      <nav class="switch" aria-label={words.kindsLabel}>
        <ul>
          {matterKinds.map((name) => (
            <li>
              <a
                href={to.powerChecks({ kind: name })}
                aria-current={name === kind ? 'true' : undefined}
              >
                {words.kinds[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <ul class="health-counts" aria-label={words.countsLabel}>
        <li>
          <Tag tone="yellow">{words.overdue}</Tag> {upTo(counts.overdue, mostCounted)}
        </li>
        <li>
          <Tag tone="blue">{words.soon}</Tag> {upTo(counts.soon, mostCounted)}
        </li>
      </ul>
      {list.items.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneWhy}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={words.title}
          columns={[
            { label: service.name, kind: 'title' },
            { label: service.type, kind: 'date' },
            { label: service.unit },
            { label: words.finding },
            { label: words.since, kind: 'date' },
            { label: words.last },
            { label: words.act },
          ]}
          rows={list.items.map((matter) => rowOf(frame, matter))}
        />
      )}
      <Pager
        next={next === null ? null : to.powerChecks({ kind, cursor: next })}
        first={isFirst ? null : to.powerChecks({ kind })}
      />
    </DeskPage>
  )
}

/** Says on a page beside it what is to be checked, with the way to the list; nothing where nothing is. */
export function DueNote({
  counts: { overdue, soon },
  href,
}: {
  counts: DueCounts
  href: string
}): JSX.Element | null {
  if (overdue + soon === 0) return null
  const said = words.dueNote
    .replace('{overdue}', upTo(overdue, mostCounted))
    .replace('{soon}', upTo(soon, mostCounted))
  return (
    <Notice tone={overdue > 0 ? 'warning' : 'info'} title={said}>
      <p>
        <a href={href}>{words.open}</a>
      </p>
    </Notice>
  )
}

function rowOf(frame: Frame, matter: CheckedMatter): TableRow {
  const { to } = frame.c.var.site
  const { kind, id, name, check, mayCheck } = matter
  return {
    cells: [
      <div>
        {name}
        <small class="c-note">{matter.code}</small>
      </div>,
      labelOf(powerTypeNames, matter.type),
      matter.unit,
      <div>
        <Tag tone={matter.state === 'overdue' ? 'yellow' : 'blue'}>
          {matter.state === 'overdue' ? words.overdue : words.soon}
        </Tag>{' '}
        {checkDueWords(matter)}
        {matter.provisional ? words.provisional : ''}
      </div>,
      matter.since,
      check === null ? (
        words.never
      ) : (
        <div>
          {check.on}
          <small class="c-note">{`${check.by}：${check.note}`}</small>
        </div>
      ),
      mayCheck ? (
        <a class="row-step" href={to.powerCheck(kind, id)}>
          {words.check}
          <span class="away">{name}</span>
        </a>
      ) : (
        ''
      ),
    ],
  }
}
