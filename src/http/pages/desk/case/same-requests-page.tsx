import type { JSX } from 'hono/jsx/jsx-runtime'
import { type State, states } from '../../../../domain/application/same-request/lifecycle.ts'
import type { SameRequests } from '../../../../usecases/application/same-request/list-same-requests.ts'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { EmptyState } from '../../../ui/notice.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { desk } from '../../../ui/words/desk.ts'
import { sameRequest as words, sameRequestStates } from '../../../ui/words/same-request.ts'
import type { Frame } from '../frame.ts'

/** Proposals to publish what several applicants asked for (同类申请), the newest first. */
export function SameRequestsPage(props: {
  frame: Frame
  state: State
  list: SameRequests
  isFirst: boolean
}): JSX.Element {
  const { frame, state, list, isFirst } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage
      {...frame}
      title={words.title}
      current="cases"
      breadcrumbs={[{ label: desk.cases, href: to.cases() }, { label: words.title }]}
    >
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <nav class="switch" aria-label={words.tabsLabel}>
        <ul>
          {states.map((name) => (
            <li>
              <a
                href={to.sameRequests({ state: name })}
                aria-current={name === state ? 'true' : undefined}
              >
                {sameRequestStates[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {list.items.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneWhy}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={words.title}
          columns={[
            { label: words.subject, kind: 'title' },
            { label: words.applicants, kind: 'date' },
            { label: words.cases, kind: 'date' },
            { label: words.raisedAt, kind: 'date' },
          ]}
          rows={list.items.map(({ id, subject, applicants, cases, raisedAt }) => ({
            cells: [
              <a href={to.sameRequest(id)}>{subject === '' ? words.title : subject}</a>,
              String(applicants),
              String(cases),
              raisedAt.slice(0, 10),
            ],
          }))}
        />
      )}
      <Pager
        next={list.next === null ? null : to.sameRequests({ state, cursor: list.next })}
        first={isFirst ? null : to.sameRequests({ state })}
      />
    </DeskPage>
  )
}
