import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ChangeView } from '../../../usecases/service/show-change.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Tag } from '../../ui/tag.tsx'
import { changeStateNames, service, serviceEvents } from '../../ui/words/power.ts'
import type { Filled } from '../apply/form-parts.tsx'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import type { StepNotice } from '../desk/step-answer.ts'
import { DeskHistory } from '../desk/step-form.tsx'
import { StepOutcome } from '../desk/step-outcome.tsx'
import { paragraphs } from '../paragraphs.tsx'
import { AddEntry, ChangeEntries } from './change-entries.tsx'
import { ChangeSteps } from './change-steps.tsx'

/** A change of the list at the desk (职权调整办理单): its matters, open steps, history. */
export function DeskChangePage(props: {
  frame: Frame
  view: ChangeView
  attempt: Attempt | null
  /** The matter that is being added, where this officer may */
  adding: Filled | null
  notice: StepNotice | null
}): JSX.Element {
  const { frame, view, attempt, adding, notice } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage
      {...frame}
      title={service.changeTitle}
      current="services"
      breadcrumbs={[{ label: service.desk, href: to.deskPowers() }, { label: service.changeTitle }]}
      aside={<ChangeSteps frame={frame} view={view} attempt={attempt} mayEdit={adding !== null} />}
    >
      <h1>{service.changeTitle}</h1>
      <p class="tags">
        <Tag tone="blue">{changeStateNames[view.state]}</Tag>
        {view.revision === null ? null : (
          <a href={to.powers()}>{service.version.replace('{n}', String(view.revision))}</a>
        )}
        {view.actions.length === 0 ? null : (
          <a class="to-acts" href="#acts">
            {service.act}
          </a>
        )}
      </p>
      <StepOutcome
        attempt={
          attempt ??
          (adding === null ? null : { action: 'add', text: adding.text, errors: adding.errors })
        }
        notice={notice}
      />
      <section class="panel">
        <SummaryList
          rows={[
            { label: service.reason, value: paragraphs(view.reason) },
            { label: service.changeBasis, value: paragraphs(view.basis) },
            ...(view.opinion === null
              ? []
              : [{ label: service.lastOpinion, value: paragraphs(view.opinion) }]),
            ...(view.approvedOn === null ? [] : [{ label: service.on, value: view.approvedOn }]),
          ]}
        />
      </section>
      <ChangeEntries frame={frame} view={view} mayEdit={adding !== null} />
      {adding === null ? null : <AddEntry frame={frame} view={view} filled={adding} />}
      <DeskHistory title={service.processing} entries={view.timeline} names={serviceEvents} />
    </DeskPage>
  )
}
