import type { JSX } from 'hono/jsx/jsx-runtime'
import { cleanupDecisions, isCleanupDecision } from '../../../../domain/norm/cleanup.ts'
import type { CleanupView } from '../../../../usecases/norm/show-cleanup.ts'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { fieldId } from '../../../ui/form-names.ts'
import { Form, Hidden, SubmitRow } from '../../../ui/form.tsx'
import { EmptyState, Notice } from '../../../ui/notice.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { common } from '../../../ui/words/common.ts'
import { cleanupNames, norm as words } from '../../../ui/words/norm.ts'
import type { Frame } from '../frame.ts'
import type { Filled } from './norm-fields.tsx'

type CleanupRow = CleanupView['rows'][number]

/** A cleanup with what is proposed for each document, and its decision for all together (清理). */
export function CleanupPage(props: {
  frame: Frame
  view: CleanupView
  filled: Filled
  notice: { tone: 'success' | 'warning'; title: string } | null
}): JSX.Element {
  const { frame, view, filled, notice } = props
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
      <ErrorSummary errors={filled.errors} />
      {notice === null ? null : <Notice tone={notice.tone} title={notice.title} />}
      {view.rows.length === 0 ? <EmptyState title={words.noRows} /> : null}
      {isOpen ? (
        <Form action={to.cleanupAct(view.id, 'propose')} className="form form-wide">
          <Hidden name="version" value={view.version} />
          <RowTable frame={frame} view={view} filled={filled} />
          <SubmitRow label={words.propose} />
          <section class="panel">
            <h2>{words.decide}</h2>
            <p>{words.decideWhy}</p>
            <SubmitRow label={words.decide} action={to.cleanupAct(view.id, 'decide')} danger />
          </section>
        </Form>
      ) : (
        <RowTable frame={frame} view={view} filled={null} />
      )}
    </DeskPage>
  )
}

/** The documents of a cleanup; with fields while it is open, and what was typed into them. */
function RowTable(props: {
  frame: Frame
  view: CleanupView
  filled: Filled | null
}): JSX.Element | null {
  const { frame, view, filled } = props
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
          filled === null ? (
            decisionName(row.decision)
          ) : (
            <DecisionField row={row} filled={filled} />
          ),
          filled === null ? (row.reason ?? '') : <ReasonField row={row} filled={filled} />,
        ],
      }))}
    />
  )
}

/** Fields inside a table carry their names for those who do not see it. */
function DecisionField({ row, filled }: { row: CleanupRow; filled: Filled }): JSX.Element {
  const name = `decision.${row.documentId}`
  const chosen = filled.text.get(name) ?? row.decision
  return (
    <>
      <select
        class="input"
        id={fieldId(name)}
        name={name}
        aria-label={`${words.decision}：${row.title}`}
        {...faultTies(filled, name)}
      >
        <option value="">{words.undecided}</option>
        {cleanupDecisions.map((decision) => (
          <option value={decision} selected={decision === chosen}>
            {cleanupNames[decision]}
          </option>
        ))}
      </select>
      <Fault filled={filled} name={name} />
    </>
  )
}

function ReasonField({ row, filled }: { row: CleanupRow; filled: Filled }): JSX.Element {
  const name = `reason.${row.documentId}`
  return (
    <>
      <input
        class="input"
        id={fieldId(name)}
        name={name}
        value={filled.text.get(name) ?? row.reason ?? ''}
        maxlength={1000}
        aria-label={`${words.reason}：${row.title}`}
        {...faultTies(filled, name)}
      />
      <Fault filled={filled} name={name} />
    </>
  )
}

function faultTies({ errors }: Filled, name: string): Record<string, string> {
  if (errors[name] === undefined) return {}
  return { 'aria-invalid': 'true', 'aria-describedby': `${fieldId(name)}-error` }
}

function Fault({ filled, name }: { filled: Filled; name: string }): JSX.Element | null {
  const error = filled.errors[name]
  return error === undefined ? null : (
    <p class="field-error" id={`${fieldId(name)}-error`}>
      <span class="away">{common.errorPrefix}</span>
      {error}
    </p>
  )
}

/** The name of a decision. */
export function decisionName(decision: string | null): string {
  return decision !== null && isCleanupDecision(decision) ? cleanupNames[decision] : words.undecided
}
