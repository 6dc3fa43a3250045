import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { guideLifecycle } from '../../../domain/service/lifecycle.ts'
import type { GuideAction } from '../../../domain/service/types.ts'
import type { DeskService } from '../../../usecases/service/show-desk-guide.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { TextArea } from '../../ui/form.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Tag } from '../../ui/tag.tsx'
import {
  guideActionNames,
  guideBlockNames,
  guideStateNames,
  powerTypeNames,
  service,
  serviceEvents,
} from '../../ui/words/power.ts'
import type { Attempt } from '../desk/attempt.ts'
import type { Frame } from '../desk/frame.ts'
import type { StepNotice } from '../desk/step-answer.ts'
import { DeskHistory, StepForm, stepField } from '../desk/step-form.tsx'
import { StepOutcome } from '../desk/step-outcome.tsx'
import { labelOf } from '../label-of.ts'
import { paragraphs } from '../paragraphs.tsx'
import { Lacking } from './desk-services-page.tsx'
import { GuideBlocks } from './guide-blocks.tsx'

type Props = {
  frame: Frame
  view: DeskService
  mayWrite: boolean
  attempt: Attempt | null
  notice: StepNotice | null
}

/** A service matter at the desk (办事指南办理单): the text being written, its gaps, open steps, history. */
export function DeskServicePage(props: Props): JSX.Element {
  const { frame, view, attempt, notice } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage
      {...frame}
      title={service.guideTitle}
      current="services"
      breadcrumbs={[
        { label: service.deskGuides, href: to.deskServices() },
        { label: service.here },
      ]}
      aside={<Steps {...props} />}
    >
      <h1>{view.name}</h1>
      <p class="tags">
        <Tag tone="blue">
          {view.state === null ? service.notBegun : guideStateNames[view.state]}
        </Tag>
        <a href={to.service(view.id)}>{service.view}</a>
        {view.actions.length === 0 ? null : (
          <a class="to-acts" href="#acts">
            {service.act}
          </a>
        )}
      </p>
      <StepOutcome attempt={attempt} notice={notice} />
      <section class="panel">
        <SummaryList
          rows={[
            { label: service.code, value: view.code },
            { label: service.type, value: labelOf(powerTypeNames, view.type) },
            { label: service.publicLacks, value: <Lacking blocks={view.lacking} /> },
            { label: service.draftLacks, value: <Lacking blocks={view.textLacks} /> },
            ...(view.opinion === null
              ? []
              : [{ label: service.lastOpinion, value: paragraphs(view.opinion) }]),
          ]}
        />
      </section>
      <section class="panel">
        <GuideBlocks
          basis={view.basis}
          unit={view.unit}
          guide={view.text}
          lacking={view.textLacks}
        />
      </section>
      <DeskHistory title={service.processing} entries={view.timeline} names={serviceEvents} />
    </DeskPage>
  )
}

function Steps({ frame, view, mayWrite, attempt }: Props): JSX.Element {
  const { to } = frame.c.var.site
  return (
    <div class="acts no-print" id="acts">
      {mayWrite && view.state !== 'submitted' ? (
        <section class="panel">
          <a class="button-line" href={to.serviceGuideEdit(view.id)}>
            {service.guideEdit}
          </a>
        </section>
      ) : null}
      {view.isAuthor && view.state === 'submitted' ? (
        <p class="field-hint">{service.ownGuide}</p>
      ) : null}
      {view.actions.map((action) => (
        <StepForm
          label={guideActionNames[action]}
          action={to.serviceGuideAct(view.id, action)}
          version={view.version ?? 0}
          law={guideLifecycle.find((row) => row.from === view.state && row.action === action)?.law}
        >
          {fieldsOf(action, view, attempt)}
        </StepForm>
      ))}
    </div>
  )
}

function fieldsOf(action: GuideAction, view: DeskService, attempt: Attempt | null): Child {
  const names = view.textLacks.map((block) => guideBlockNames[block]).join('、')
  const lacks = names === '' ? null : <p>{service.publishLacks.replace('{blocks}', names)}</p>
  switch (action) {
    case 'submit':
      return (
        <>
          <p>{service.submitWhy}</p>
          {lacks}
        </>
      )
    case 'publish':
      return (
        <>
          <p>{service.publishWhy}</p>
          {lacks}
        </>
      )
    case 'return':
      return (
        <TextArea
          {...stepField(attempt, action, 'opinion', service.opinion)}
          rows={3}
          maxlength={1000}
          required
        />
      )
    default:
      return action satisfies never
  }
}
