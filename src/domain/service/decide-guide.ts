import type { Fact, NewEvent } from '../shared/journal.ts'
import type { LocalDate } from '../time/local-date.ts'
import type { GuideText } from './input.ts'
import type { GuideState } from './types.ts'

/** A guide as the rules look at it; `edition` counts what was published, 0 before the first. */
export type GuideSubject = {
  powerId: string
  version: number
  state: GuideState
  edition: number
  text: GuideText
}

/** What a step changes; what it does not name stays. */
export type GuidePatch = {
  version: number
  state: GuideState
  opinion?: string
  published?: { edition: number; text: GuideText; on: LocalDate; by: string }
}

/** A decided step: its event and the change it makes. */
export type DecidedGuide = { event: NewEvent; patch: GuidePatch }

/** Hands a guide in for approval (报批). */
export function decideSubmission(subject: GuideSubject): DecidedGuide {
  return stepTo(subject, { kind: 'service-guide.submitted', data: {} }, { state: 'submitted' })
}

/** Sends a guide back to who wrote it (退回). */
export function decideGuideReturn(subject: GuideSubject, opinion: string): DecidedGuide {
  const fact: Fact = { kind: 'service-guide.returned', data: {} }
  return stepTo(subject, fact, { state: 'draft', opinion })
}

/** Publishes a guide (公布); the promised limit goes into the journal, for supervision to compare with. */
export function decideGuidePublication(
  subject: GuideSubject,
  staff: string,
  today: LocalDate,
): DecidedGuide {
  const { text } = subject
  const edition = subject.edition + 1
  const promisedDays = text.promisedDays ?? null
  return stepTo(
    subject,
    { kind: 'service-guide.published', data: { on: today, edition, promisedDays } },
    { state: 'published', published: { edition, text, on: today, by: staff } },
  )
}

function stepTo(
  subject: GuideSubject,
  fact: Fact,
  patch: Omit<GuidePatch, 'version'>,
): DecidedGuide {
  const version = subject.version + 1
  return {
    event: { ...fact, entity: 'service-guide', entityId: subject.powerId, seq: version },
    patch: { ...patch, version },
  }
}
