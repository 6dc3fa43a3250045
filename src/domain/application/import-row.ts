import type { ApplicantClass, OutcomeKey } from '../shared/report-keys.data.ts'
import { outcomeKeys } from '../shared/report-keys.data.ts'
import type { CellMoment } from '../shared/sheet/cell-date.ts'
import type { ImportRules } from '../shared/sheet/import-table.ts'
import type { RowReader } from '../shared/sheet/row-reader.ts'
import { wordMap } from '../shared/sheet/word-map.ts'
import type { Instant } from '../time/instant.ts'
import type { LocalDate } from '../time/local-date.ts'
import type { ChannelName } from './deadline-rules.data.ts'
import { appliesSince } from './entry.ts'
import {
  applicantClassWords,
  applicationImportColumns,
  type ApplicationField,
  channelWords,
  ignoredApplicationColumns,
  yesNoWords,
} from './import-columns.data.ts'
import { readOutcome } from './import-outcome.ts'

/**
 * One application as read from another register (登记台账导入). `receivedAt` is the moment of legal
 * receipt; a file that gives only the day gives the day's first moment. Undecided: the last three are null.
 */
export type ImportedApplication = {
  line: number
  externalId: string
  receivedAt: Instant
  receivedOn: LocalDate
  channel: ChannelName
  applicantClass: ApplicantClass
  subject: string
  /** 是否延期 */ extended: boolean
  decidedAt: Instant | null
  decidedOn: LocalDate | null
  outcome: OutcomeKey | null
}

/** How applications are read from a table; all but `extended` must have a column. */
export const applicationImport: ImportRules<ApplicationField, ImportedApplication> = {
  names: applicationImportColumns,
  required: [
    'externalId',
    'receivedAt',
    'channel',
    'applicantClass',
    'subject',
    'decidedAt',
    'outcome',
  ],
  ignored: ignoredApplicationColumns,
  readRow: readApplicationRow,
  unique: [{ field: 'externalId', keyOf: (application) => application.externalId }],
}

const channels = wordMap(channelWords)
const classes = wordMap(applicantClassWords)
const yesNo = wordMap(yesNoWords)

type Cells = RowReader<ApplicationField>

function readApplicationRow(
  line: number,
  cells: Cells,
  today: LocalDate,
): ImportedApplication | null {
  const externalId = required(cells, 'externalId', () => cells.word('externalId', 100))
  const received = required(cells, 'receivedAt', () => cells.moment('receivedAt', today))
  if (received !== null && received.on < appliesSince) {
    cells.refuse('receivedAt', { code: 'before', other: appliesSince })
  }
  const channel = required(cells, 'channel', () =>
    cells.oneOf('channel', channels.words, channels.allowed),
  )
  const applicantClass = required(cells, 'applicantClass', () =>
    cells.oneOf('applicantClass', classes.words, classes.allowed),
  )
  const subject = required(cells, 'subject', () => cells.text('subject', 1000))
  const extended = cells.oneOf('extended', yesNo.words, yesNo.allowed) === 'yes'
  const decision = readDecision(cells, received, today)
  if (externalId === null || received === null || channel === null) return null
  if (applicantClass === null || subject === null) return null
  return {
    line,
    externalId,
    receivedAt: received.at,
    receivedOn: received.on,
    channel,
    applicantClass,
    subject,
    extended,
    ...decision,
  }
}

/** Reads a field that may not be blank; says so only when nothing else is wrong with it. */
function required<T>(cells: Cells, field: ApplicationField, read: () => T | null): T | null {
  const before = cells.problems.length
  const value = read()
  if (value === null && cells.problems.length === before) cells.refuse(field, { code: 'required' })
  return value
}

type Decision = Pick<ImportedApplication, 'decidedAt' | 'decidedOn' | 'outcome'>

const OPEN: Decision = { decidedAt: null, decidedOn: null, outcome: null }

/** A decision has a day and a result, or neither: a case without either is still open. */
function readDecision(cells: Cells, received: CellMoment | null, today: LocalDate): Decision {
  const before = cells.problems.length
  const decided = cells.moment('decidedAt', today)
  const written = cells.word('outcome', 200)
  const outcome = written === null ? null : readOutcome(written)
  if (written !== null && outcome === null) {
    cells.refuse('outcome', { code: 'not-listed', allowed: outcomeKeys })
  }
  if (cells.problems.length > before) return OPEN
  const names = { decidedAt: cells.nameOf('decidedAt'), outcome: cells.nameOf('outcome') }
  if (decided === null && outcome === null) return OPEN
  if (decided === null) {
    cells.refuse('outcome', { code: 'forbidden-without', other: names.decidedAt })
    return OPEN
  }
  if (outcome === null) {
    cells.refuse('outcome', { code: 'required-with', other: names.decidedAt })
    return OPEN
  }
  if (received !== null && isBefore(decided, received)) {
    cells.refuse('decidedAt', { code: 'before', other: cells.nameOf('receivedAt') })
  }
  return { decidedAt: latest(decided, received), decidedOn: decided.on, outcome }
}

/** Moments are compared as moments only when both are exact; a bare day has room for the whole day. */
function isBefore(decided: CellMoment, received: CellMoment): boolean {
  return decided.isExact && received.isExact ? decided.at < received.at : decided.on < received.on
}

/** A bare day of decision that is also the day of receipt may not come out before the receipt. */
function latest(decided: CellMoment, received: CellMoment | null): Instant {
  return decided.isExact ? decided.at : Math.max(decided.at, received?.at ?? decided.at)
}
