import type { JSX } from 'hono/jsx/jsx-runtime'
import { longestNote } from '../../../domain/incident/input.ts'
import { lifecycle } from '../../../domain/incident/lifecycle.ts'
import { states, type State } from '../../../domain/incident/types.ts'
import type { IncidentView } from '../../../usecases/incident/show.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { TextArea } from '../../ui/form.tsx'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { Timeline, type TimelineStep } from '../../ui/timeline.tsx'
import {
  incident,
  incidentActions,
  incidentHints,
  incidentStates,
} from '../../ui/words/incident.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import { StepOutcome } from '../desk/step-outcome.tsx'
import type { StepNotice } from '../desk/step-answer.ts'
import { StepForm, stepField } from '../desk/step-form.tsx'
import { paragraphs } from '../paragraphs.tsx'
import { LevelTag } from './list-page.tsx'

type Props = {
  frame: Frame
  view: IncidentView
  attempt: Attempt | null
  notice: StepNotice | null
}

/** An incident (处置单): what happened, the steps taken and those to come, the one that is next. */
export function IncidentPage(props: Props): JSX.Element {
  const { frame, view, attempt, notice } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage
      {...frame}
      title={incident.here}
      current="incidents"
      breadcrumbs={[{ label: incident.desk, href: to.incidents() }, { label: incident.here }]}
      aside={<NextStep {...props} />}
    >
      <h1>{incident.here}</h1>
      <p class="tags">
        <LevelTag level={view.level} />
        <span>{incidentStates[view.state]}</span>
        {view.itemId === null ? null : <a href={to.deskItem(view.itemId)}>{incident.itemLink}</a>}
      </p>
      <StepOutcome attempt={attempt} notice={notice} />
      <section class="panel">
        <h2>{incident.what}</h2>
        {paragraphs(view.what)}
      </section>
      <section class="panel">
        <h2>{incident.steps}</h2>
        <Timeline steps={states.map((state, at) => stepOf(view, state, at))} />
      </section>
    </DeskPage>
  )
}

function stepOf(view: IncidentView, state: State, at: number): TimelineStep {
  const taken = view.steps.find(({ step }) => step === state)
  const label = incidentStates[state]
  if (taken === undefined) {
    return { at: null, label, state: at === view.steps.length ? 'current' : 'todo' }
  }
  const note = [taken.by, taken.note].filter((part) => part !== null).join('：')
  return { at: minuteOf(taken.at), label, note, state: 'done' }
}

function NextStep({ frame, view, attempt }: Props): JSX.Element {
  const { to } = frame.c.var.site
  return (
    <div class="acts no-print" id="acts">
      {view.actions.length === 0 ? <p>{incident.closed}</p> : null}
      {view.actions.map((action) => (
        <StepForm
          label={incidentActions[action]}
          action={to.incidentAct(view.id, action)}
          version={view.version}
          law={lifecycle.find((row) => row.from === view.state)?.law}
        >
          <p>{incidentHints[action]}</p>
          <TextArea
            {...stepField(attempt, action, 'note', incident.note)}
            rows={4}
            maxlength={longestNote}
          />
        </StepForm>
      ))}
    </div>
  )
}
