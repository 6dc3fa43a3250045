import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { reviewByOf } from '../../../../domain/norm/norm.ts'
import { localDateOf } from '../../../../domain/time/instant.ts'
import { localDate } from '../../../../domain/time/local-date.ts'
import type { NormView } from '../../../../usecases/norm/show-norm.ts'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { minuteOf } from '../../../ui/gov-meta.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { SummaryList, type SummaryRow } from '../../../ui/summary-list.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { desk } from '../../../ui/words/desk.ts'
import { norm as words, normEvents, normStates } from '../../../ui/words/norm.ts'
import { fill } from '../../../ui/words/office.ts'
import { labelOf } from '../../label-of.ts'
import type { Attempt } from '../attempt.ts'
import type { Frame } from '../frame.ts'
import type { StepNotice } from '../step-answer.ts'
import { StepOutcome } from '../step-outcome.tsx'
import { DueTags } from './due-tags.tsx'
import { NormActions } from './norm-actions.tsx'
import { NormTextPanel } from './norm-text.tsx'

/** A normative document with its clocks, its history and the steps open to this officer (规范性文件). */
export function NormPage(props: {
  frame: Frame
  view: NormView
  attempt: Attempt | null
  notice: StepNotice | null
}): JSX.Element {
  const { frame, view, attempt, notice } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage
      {...frame}
      title={view.title}
      current="norms"
      breadcrumbs={[{ label: words.title, href: to.deskNorms() }, { label: view.title }]}
      aside={<NormActions frame={frame} view={view} attempt={attempt} />}
    >
      <h1>{view.title}</h1>
      <p class="tags">
        <Tag tone={view.inForce === 1 ? 'green' : 'blue'}>{normStates[view.state]}</Tag>
        <DueTags dues={view.dues.filter(({ on }) => on !== null)} />
        {view.actions.length === 0 ? null : (
          <a class="to-acts" href="#acts">
            {words.act}
          </a>
        )}
      </p>
      <StepOutcome attempt={attempt} notice={notice} />
      {view.isHidden ? (
        <Notice tone="warning" title={words.hidden}>
          <p>{words.hiddenWhy}</p>
        </Notice>
      ) : null}
      <section class="panel">
        <h2>{words.facts}</h2>
        <SummaryList rows={factsOf(frame, view)} />
      </section>
      <NormTextPanel frame={frame} view={view} />
      <section class="panel">
        <h2>{words.history}</h2>
        <Timeline
          steps={view.history.map(({ at, kind, by }) => ({
            at: minuteOf(at),
            label: labelOf(normEvents, kind),
            note: labelOf(desk.by, by),
          }))}
        />
      </section>
    </DeskPage>
  )
}

function factsOf(frame: Frame, view: NormView): SummaryRow[] {
  const { to } = frame.c.var.site
  const all: [string, Child | null][] = [
    [words.number, view.number ?? words.noNumber],
    [words.maker, view.maker],
    [words.unit, view.unit],
    [words.basis, view.basis],
    [words.opinion, view.opinion],
    [words.reviewedOn, view.reviewedOn],
    [words.registeredOn, view.registeredOn],
    [words.publishedOn, view.publishedOn],
    [words.item, view.itemId === null ? null : <a href={to.item(view.itemId)}>{words.openItem}</a>],
    [words.effectiveOn, view.effectiveOn],
    [words.validity, termWords(view)],
    [words.expiresOn, view.expiresOn],
    [words.fileBy, view.fileBy],
    [words.filedOn, view.filedOn],
    [words.upperBy, upperClock(frame, view)],
    [words.filingOpinion, view.filingOpinion],
    [words.correctBy, view.correctBy],
    [words.cleanupNote, view.cleanupNote],
    [words.endedOn, view.endedOn],
    [words.endReason, view.endReason],
    [words.replacedBy, successorOf(frame, view)],
    [words.explainedBy, explanationsOf(frame, view)],
  ]
  return all.flatMap(([label, value]) => (value === null || value === '' ? [] : [{ label, value }]))
}

/** The clock at the other end (备案审查期限): by the rule of the agency above, while it has not answered. */
function upperClock({ c }: Frame, { state, filedOn }: NormView): Child | null {
  const { agency, calendar, now } = c.var.ctx
  const upper = agency.parentId === null ? null : c.var.parts.resolver.byId(agency.parentId)
  if (state !== 'filed' || filedOn === null || upper === null) return null
  const by = reviewByOf(upper, localDate(filedOn), calendar)
  return (
    <>
      {by} {by < localDateOf(now) ? <Tag tone="red">{words.overdue}</Tag> : null}
    </>
  )
}

function successorOf(frame: Frame, { successor }: NormView): Child | null {
  if (successor === null) return null
  const { id, title, number } = successor
  return (
    <>
      <a href={frame.c.var.site.to.deskNorm(id)}>{title}</a> {number}
    </>
  )
}

function termWords({ validityYears, validitySource }: NormView): string | null {
  if (validityYears === null) return null
  return `${fill(words.years, { n: validityYears })}（${validitySource ?? ''}）`
}

function explanationsOf(frame: Frame, view: NormView): Child | null {
  const { to } = frame.c.var.site
  if (view.itemId === null) return null
  if (view.explainedBy.length === 0) return words.lacksExplanation
  return (
    <ul class="list">
      {view.explainedBy.map(({ id, title }) => (
        <li>
          <a href={to.item(id)}>{title}</a>
        </li>
      ))}
    </ul>
  )
}
