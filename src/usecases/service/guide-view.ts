import type { GuideSubject } from '../../domain/service/decide-guide.ts'
import { type GuideBlock, lackingBlocks } from '../../domain/service/guide.ts'
import { type GuideText, guideText } from '../../domain/service/input.ts'
import { isServiceType, type PowerType } from '../../domain/service/power-types.data.ts'
import { type GuideState, isGuideState } from '../../domain/service/types.ts'
import type { ServiceRow } from '../../store/tenant/service/service-guide.ts'
import { basisOf, typeOf } from './power-view.ts'

/** A service matter (办事事项) in a list; limits in working days, null where its guide does not say. */
export type ServiceLine = {
  id: string
  code: string
  name: string
  type: PowerType
  unit: string
  promisedDays: number | null
  statutoryDays: number | null
  /** blocks of the eight that are not made public yet */
  lacking: GuideBlock[]
}

/** The guide that is being written for a matter, and the blocks that it lacks; null where none was begun. */
export type GuideDraft = {
  version: number | null
  state: GuideState | null
  edition: number
  text: GuideText
  textLacks: GuideBlock[]
}

/** What the desk shows of the guide that is being written. */
export function guideDraftOf(row: ServiceRow): GuideDraft {
  const subject = guideSubjectOf(row)
  if (subject === null) {
    const textLacks = lackingBlocks(basisOf(row), null)
    return { version: null, state: null, edition: 0, text: {}, textLacks }
  }
  const { version, state, edition, text } = subject
  return { version, state, edition, text, textLacks: lackingBlocks(basisOf(row), text) }
}

/** Whether a matter is on the list and is one that somebody applies for, so that it has a guide. */
export function hasGuide(row: ServiceRow | undefined): row is ServiceRow {
  return row !== undefined && row.valid_to === null && isServiceType(typeOf(row))
}

/** What the public list shows of a row: the published text alone counts. */
export function serviceLineOf(row: ServiceRow): ServiceLine {
  const { power_id: id, code, name, unit } = row
  const text = publishedText(row)
  return {
    id,
    code,
    name,
    type: typeOf(row),
    unit,
    promisedDays: text?.promisedDays ?? null,
    statutoryDays: text?.statutoryDays ?? null,
    lacking: lackingBlocks(basisOf(row), text),
  }
}

/** The published text of a guide, null before the first. */
export function publishedText({ published }: Pick<ServiceRow, 'published'>): GuideText | null {
  return published === null ? null : guideText.parse(JSON.parse(published))
}

/** The guide of a row as the rules look at it, null where none was begun. */
export function guideSubjectOf(row: ServiceRow): GuideSubject | null {
  const { power_id: powerId, guide_version: version, guide_state: state, text, edition } = row
  if (version === null || state === null || text === null) return null
  return {
    powerId,
    version,
    state: guideStateOf(state),
    edition: edition ?? 0,
    text: guideText.parse(JSON.parse(text)),
  }
}

function guideStateOf(state: string): GuideState {
  if (!isGuideState(state)) throw new Error(`stored state is not known: ${state}`)
  return state
}
