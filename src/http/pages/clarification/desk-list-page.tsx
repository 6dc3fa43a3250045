import type { JSX } from 'hono/jsx/jsx-runtime'
import type { DeskClarifications } from '../../../usecases/clarification/list-desk.ts'
import type { DeskClarificationRow } from '../../../usecases/clarification/view.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { Pager } from '../../ui/pager.tsx'
import { DataTable } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { clarification, clarificationStates } from '../../ui/words/clarification.ts'
import type { Frame } from '../desk/frame.ts'

/** Parts of the desk's list. */
export type ClarificationPart = 'open' | 'published' | 'withdrawn'

const parts: readonly ClarificationPart[] = ['open', 'published', 'withdrawn']

/** Clarifications at the desk (澄清办理): unanswered claims first, by the day they were seen. */
export function DeskClarificationsPage(props: {
  frame: Frame
  part: ClarificationPart
  list: DeskClarifications
  mayDraft: boolean
  isFirst: boolean
}): JSX.Element {
  const { frame, part, list, mayDraft, isFirst } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage {...frame} title={clarification.desk} current="clarifications">
      <h1>{clarification.desk}</h1>
      <p class="lead">{clarification.deskLead}</p>
      {mayDraft ? (
        <p class="submit">
          <a class="button" href={to.newClarification()}>
            {clarification.newTitle}
          </a>
        </p>
      ) : null}
      <nav class="switch" aria-label={clarification.tabsLabel}>
        <ul>
          {parts.map((name) => (
            <li>
              <a
                href={to.deskClarifications({ state: name })}
                aria-current={name === part ? 'true' : undefined}
              >
                {clarification[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {list.items.length === 0 ? (
        <EmptyState title={clarification.deskNone}>
          <p>{clarification.deskNoneWhy}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={clarification.desk}
          columns={[
            { label: clarification.claim, kind: 'title' },
            { label: clarification.prompt, kind: 'date' },
            { label: clarification.state, kind: 'date' },
            { label: clarification.source },
            { label: clarification.checkedBy },
            { label: clarification.seenOn, kind: 'date' },
          ]}
          rows={list.items.map((row) => ({
            cells: [
              <a href={to.deskClarification(row.id)}>{row.claim}</a>,
              <PromptTag row={row} />,
              <>
                {clarificationStates[row.state]}
                {row.returnReason === null ? null : (
                  <p class="field-hint">
                    {clarification.lastReason}：{row.returnReason}
                  </p>
                )}
              </>,
              row.source,
              row.checkedBy,
              row.seenOn,
            ],
          }))}
        />
      )}
      <Pager
        next={list.next === null ? null : to.deskClarifications({ state: part, cursor: list.next })}
        first={isFirst ? null : to.deskClarifications({ state: part })}
      />
    </DeskPage>
  )
}

/** How long the claim has stood unanswered (24 小时回应): colour and words together. */
export function PromptTag({ row }: { row: DeskClarificationRow }): JSX.Element {
  const { days, colour } = row.prompt
  return <Tag tone={colour}>{promptWords(days, colour, row.publishedAt !== null)}</Tag>
}

function promptWords(days: number, colour: string, isAnswered: boolean): string {
  const text = (words: string): string => words.replace('{n}', String(days))
  if (isAnswered) return days === 0 ? clarification.answeredSameDay : text(clarification.answered)
  if (days === 0) return clarification.today
  return text(colour === 'red' ? clarification.late : clarification.daysAgo)
}
