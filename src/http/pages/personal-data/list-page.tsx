import type { JSX } from 'hono/jsx/jsx-runtime'
import type { WaitingCorrection } from '../../../usecases/application/personal-data/list-corrections.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { EmptyState, Notice } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { desk } from '../../ui/words/desk.ts'
import { corrections as words } from '../../ui/words/personal-data.ts'
import { labelOfField } from '../data-rows.ts'
import type { Frame } from '../desk/frame.ts'

/** Corrections of identity that wait for a decision (待核实的更正申请), the oldest first. */
export function CorrectionsPage(props: {
  frame: Frame
  items: readonly WaitingCorrection[]
  notice: { tone: 'success' | 'warning'; title: string } | null
}): JSX.Element {
  const { frame, items, notice } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage
      {...frame}
      title={words.title}
      current="cases"
      breadcrumbs={[{ label: desk.cases, href: to.cases() }, { label: words.title }]}
    >
      <h1>{words.title}</h1>
      {notice === null ? null : <Notice tone={notice.tone} title={notice.title} />}
      <p class="lead">{words.lead}</p>
      {items.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneWhy}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={words.title}
          columns={[
            { label: words.case, kind: 'title' },
            { label: words.fields, kind: 'text' },
            { label: words.askedAt, kind: 'date' },
          ]}
          rows={items.map(({ receipt, number, fields, askedAt }) => ({
            cells: [
              <a href={`${to.case(receipt)}#correction`}>{number ?? receipt}</a>,
              fields.map(labelOfField).join('、'),
              minuteOf(askedAt),
            ],
          }))}
        />
      )}
    </DeskPage>
  )
}
