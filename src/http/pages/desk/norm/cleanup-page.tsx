import type { JSX } from 'hono/jsx/jsx-runtime'
import { cleanupDecisions, isCleanupDecision } from '../../../../domain/norm/cleanup.ts'
import type { CleanupView } from '../../../../usecases/norm/show-cleanup.ts'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { Form, Hidden, SubmitRow } from '../../../ui/form.tsx'
import { EmptyState, Notice } from '../../../ui/notice.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { cleanupNames, norm as words } from '../../../ui/words/norm.ts'
import type { Frame } from '../frame.ts'

type CleanupRow = CleanupView['rows'][number]

/** A cleanup with what is proposed for each document, and its decision for all together (清理). */
export function CleanupPage(props: {
  frame: Frame
  view: CleanupView
  notice: { tone: 'success' | 'warning'; title: string } | null
}): JSX.Element {
  const { frame, view, notice } = props
  const { to } = frame.c.var.site
  const isOpen = view.actions.length > 0
  return (
    <DeskPage
      {...frame}
      title={view.title}
      current="norms"
      breadcrumbs={[
        { label: words.title, href: to.deskNorms() },
        { label: words.views.cleanups, href: to.cleanups() },
        { label: view.title },
      ]}
    >
      <h1>{view.title}</h1>
      <p class="tags">
        <Tag tone={view.state === 'open' ? 'blue' : 'green'}>{words.cleanupStates[view.state]}</Tag>
        {view.state === 'decided' ? <a href={to.normCleanup(view.id)}>{words.seePublic}</a> : null}
      </p>
      {notice === null ? null : <Notice tone={notice.tone} title={notice.title} />}
      {view.rows.length === 0 ? <EmptyState title={words.noRows} /> : null}
      {isOpen ? (
        <>
          <Form action={to.cleanupAct(view.id, 'propose')} className="form form-wide">
            <Hidden name="version" value={view.version} />
            <RowTable frame={frame} view={view} isOpen />
            <SubmitRow label={words.propose} />
          </Form>
          <section class="panel">
            <h2>{words.decide}</h2>
            <p>{words.decideWhy}</p>
            <Form action={to.cleanupAct(view.id, 'decide')}>
              <Hidden name="version" value={view.version} />
              <SubmitRow label={words.decide} danger />
            </Form>
          </section>
        </>
      ) : (
        <RowTable frame={frame} view={view} isOpen={false} />
      )}
    </DeskPage>
  )
}

function RowTable(props: { frame: Frame; view: CleanupView; isOpen: boolean }): JSX.Element | null {
  const { frame, view, isOpen } = props
  const { to } = frame.c.var.site
  if (view.rows.length === 0) return null
  return (
    <DataTable
      caption={view.title}
      columns={[
        { label: words.name, kind: 'title' },
        { label: words.number, kind: 'code' },
        { label: words.publishedOn, kind: 'date' },
        { label: words.expiresOn, kind: 'date' },
        { label: words.decision },
        { label: words.reason },
      ]}
      rows={view.rows.map((row) => ({
        cells: [
          <a href={to.deskNorm(row.documentId)}>{row.title}</a>,
          row.number ?? words.noNumber,
          row.publishedOn ?? '',
          row.expiresOn ?? '',
          isOpen ? <DecisionField row={row} /> : decisionName(row.decision),
          isOpen ? <ReasonField row={row} /> : (row.reason ?? ''),
        ],
      }))}
    />
  )
}

/** Fields inside a table carry their names for those who do not see it. */
function DecisionField({ row }: { row: CleanupRow }): JSX.Element {
  return (
    <select
      class="input"
      name={`decision.${row.documentId}`}
      aria-label={`${words.decision}：${row.title}`}
    >
      <option value="">{words.undecided}</option>
      {cleanupDecisions.map((decision) => (
        <option value={decision} selected={decision === row.decision}>
          {cleanupNames[decision]}
        </option>
      ))}
    </select>
  )
}

function ReasonField({ row }: { row: CleanupRow }): JSX.Element {
  return (
    <input
      class="input"
      name={`reason.${row.documentId}`}
      value={row.reason ?? ''}
      maxlength={1000}
      aria-label={`${words.reason}：${row.title}`}
    />
  )
}

/** The name of a decision. */
export function decisionName(decision: string | null): string {
  return decision !== null && isCleanupDecision(decision) ? cleanupNames[decision] : words.undecided
}
