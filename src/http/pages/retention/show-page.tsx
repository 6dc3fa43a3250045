import type { JSX } from 'hono/jsx/jsx-runtime'
import { destructionLifecycle, groupNames } from '../../../domain/application/destruction.ts'
import type { DestructionView } from '../../../usecases/application/retention/show.ts'
import { certificateId, listName } from '../../retention-files.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { DataTable } from '../../ui/table.tsx'
import { Tag } from '../../ui/tag.tsx'
import { desk } from '../../ui/words/desk.ts'
import {
  destructionActionNames,
  destructionStateNames,
  retentionWords as words,
} from '../../ui/words/retention.ts'
import type { Frame } from '../desk/frame.ts'
import { StepForm } from '../desk/step-form.tsx'
import { StepOutcome } from '../desk/step-outcome.tsx'
import type { StepNotice } from '../desk/step-answer.ts'

type Props = { frame: Frame; view: DestructionView; notice: StepNotice | null }

/** A list of destruction (销毁清册): its cases, who proposed and decided, its certificate. */
export function DestructionPage({ frame, view, notice }: Props): JSX.Element {
  const { to } = frame.c.var.site
  return (
    <DeskPage
      {...frame}
      title={words.lists}
      current="cases"
      breadcrumbs={[
        { label: desk.cases, href: to.cases() },
        { label: words.title, href: to.retention() },
        { label: words.list },
      ]}
      aside={<Decision frame={frame} view={view} />}
    >
      <h1>{words.lists}</h1>
      <p class="tags">
        <Tag tone={view.state === 'proposed' ? 'yellow' : 'blue'}>
          {destructionStateNames[view.state]}
        </Tag>
      </p>
      <StepOutcome attempt={null} notice={notice} />
      <section class="panel">
        <SummaryList
          rows={[
            { label: words.proposed, value: `${view.proposedBy}　${minuteOf(view.proposedAt)}` },
            ...(view.decidedAt === null
              ? []
              : [
                  {
                    label: words.decided,
                    value: `${view.decidedBy ?? ''}　${minuteOf(view.decidedAt)}`,
                  },
                ]),
            ...(view.finishedAt === null
              ? []
              : [{ label: words.finished, value: minuteOf(view.finishedAt) }]),
            { label: words.count, value: String(view.cases.length) },
            ...(view.digest === null
              ? []
              : [{ label: words.digest, value: <code>{view.digest}</code> }]),
          ]}
        />
        <Certificate frame={frame} view={view} />
      </section>
      <DataTable
        caption={words.lists}
        columns={[
          { label: words.number, kind: 'title' },
          { label: words.group, kind: 'text' },
          { label: words.term, kind: 'date' },
          { label: words.endedOn, kind: 'date' },
          { label: words.keptUntil, kind: 'date' },
          { label: words.handled, kind: 'date' },
        ]}
        rows={view.cases.map((one) => ({
          cells: [
            <a href={to.case(one.receipt)}>{one.number}</a>,
            groupNames[one.group],
            words.years(one.years),
            one.endedOn,
            one.keptUntil,
            words.handledAs[one.state],
          ],
        }))}
      />
    </DeskPage>
  )
}

function Certificate({ frame, view }: { frame: Frame; view: DestructionView }): JSX.Element | null {
  if (view.state !== 'done') return null
  const file = (name: string): string => frame.c.var.site.to.destructionFile(view.id, name)
  return (
    <ul>
      <li>
        <a href={file(`${certificateId}.docx`)}>{words.certificate}（DOCX）</a>
      </li>
      <li>
        <a href={file(`${certificateId}.pdf`)}>{words.certificate}（PDF）</a>
      </li>
      <li>
        <a href={file(listName)}>{words.csv}</a>
      </li>
    </ul>
  )
}

function Decision({ frame, view }: { frame: Frame; view: DestructionView }): JSX.Element | null {
  if (view.state !== 'proposed') return null
  return (
    <div class="acts no-print" id="acts">
      {view.actions.length === 0 ? <p>{words.samePerson}</p> : null}
      {view.actions.map((action) => (
        <StepForm
          label={destructionActionNames[action]}
          action={frame.c.var.site.to.destructionAct(view.id, action)}
          version={view.version}
          law={destructionLifecycle.find((row) => row.action === action)?.law}
          danger={action === 'approve'}
        />
      ))}
    </div>
  )
}
