import type { JSX } from 'hono/jsx/jsx-runtime'
import { longestNote } from '../../../domain/incident/input.ts'
import { levels, type Level } from '../../../domain/incident/types.ts'
import type { IncidentLine } from '../../../usecases/incident/show.ts'
import { Radios } from '../../ui/choices.tsx'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, Hidden, SubmitRow, TextArea, TextField } from '../../ui/form.tsx'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { Tag, type Tone } from '../../ui/tag.tsx'
import { incident, incidentLevels, incidentStates } from '../../ui/words/incident.ts'
import { journalWords } from '../../ui/words/journal.ts'
import { fieldOf, type Filled } from '../apply/form-parts.tsx'
import type { Frame } from '../desk/frame.ts'

const tones: Readonly<Record<Level, Tone>> = { ordinary: 'blue', grave: 'yellow', major: 'red' }

/** The incident log (应急处置台账) and the form that opens an incident. */
export function IncidentsPage(props: {
  frame: Frame
  items: readonly IncidentLine[]
  filled: Filled
  submission: string
}): JSX.Element {
  const { frame, items, filled, submission } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage {...frame} title={incident.desk} current="incidents">
      <h1>{incident.desk}</h1>
      <ErrorSummary errors={filled.errors} />
      <p class="lead">{incident.lead}</p>
      {items.length === 0 ? (
        <EmptyState title={incident.none}>
          <p>{incident.noneWhy}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={incident.desk}
          columns={[
            { label: incident.what, kind: 'title' },
            { label: incident.level, kind: 'date' },
            { label: incident.state, kind: 'date' },
            { label: incident.openedAt, kind: 'minute' },
            { label: incident.closedAt, kind: 'minute' },
          ]}
          rows={items.map((row) => ({
            cells: [
              <a href={to.incident(row.id)}>{row.what}</a>,
              <LevelTag level={row.level} />,
              incidentStates[row.state],
              minuteOf(row.openedAt),
              row.closedAt === null ? '' : minuteOf(row.closedAt),
            ],
          }))}
        />
      )}
      <section class="panel">
        <h2>{incident.newTitle}</h2>
        <Form action={to.incidents()}>
          <Hidden name="submission" value={submission} />
          <TextArea
            {...fieldOf(filled, 'what', incident.what)}
            hint={incident.whatHint}
            maxlength={longestNote}
            required
          />
          <Radios
            {...fieldOf(filled, 'level', incident.level)}
            options={levels.map((value) => ({ value, label: incidentLevels[value] }))}
            inline
            required
          />
          <TextField
            {...fieldOf(filled, 'item', incident.item)}
            hint={incident.itemHint}
            maxlength={500}
          />
          <SubmitRow label={incident.open} danger />
        </Form>
      </section>
      <ul class="ways">
        <li>
          <a href={to.journalSeals()}>{journalWords.title}</a>
        </li>
      </ul>
    </DeskPage>
  )
}

/** How grave an incident is, in words and colour. */
export function LevelTag({ level }: { level: Level }): JSX.Element {
  return <Tag tone={tones[level]}>{incidentLevels[level]}</Tag>
}
