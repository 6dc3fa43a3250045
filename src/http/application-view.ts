import { remedyTexts } from '../domain/application/remedy.ts'
import type { Agency } from '../domain/agency/agency.ts'
import { instrumentKinds } from '../domain/application/instrument/kinds.data.ts'
import type { Personal } from '../domain/application/personal.ts'
import { toText } from '../domain/document/to-text.ts'
import { toRfc3339 } from '../domain/time/instant.ts'
import type { CaseRow } from '../usecases/application/case-row.ts'
import {
  draftId,
  type InstrumentView,
  receiptId,
  serviceId,
} from '../usecases/application/instrument/instrument-view.ts'
import type { NoteView } from '../usecases/application/notes.ts'
import type { ReplyView } from '../usecases/application/reply/reply-view.ts'
import type { CaseView } from '../usecases/application/show-case.ts'
import type { Status } from '../usecases/application/status.ts'
import { documentEntries } from './instrument-document.ts'
import { colourReason, outcomeLabel, stateLabels } from './ui/words/application.ts'
import { instrument as words } from './ui/words/instrument.ts'
import { timelineText } from './ui/words/timeline.ts'
import { lastDayTexts } from './ui/words/remedy.ts'

/** The registration receipt among the documents (登记回执). */
const receiptEntry = { id: receiptId, title: instrumentKinds.receipt.title }

/** The service record among them (送达回证). */
const serviceEntry = { id: serviceId, title: words.serviceRecord }

/** What an applicant is answered (办理进度), with its sentences. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- the object is its own shape, pinned by the reference schema
export function statusView(agency: Agency, status: Status) {
  const { submittedAt, timeline, notes, reply, letters, hasReceipt, complaints, ...rest } = status
  const views = letters.map(({ view }) => view)
  return {
    ...rest,
    stateLabel: stateLabels[status.state],
    submittedAt: toRfc3339(submittedAt),
    timeline: timeline.map(({ seq, at, event, data }) => ({
      at,
      event,
      text: timelineText(event, data),
      note: noteOf(notes, seq, event),
    })),
    reply: reply === null ? null : replyView(agency, reply, views),
    documents: documentEntries(hasReceipt ? [receiptEntry, ...views] : views),
    complaints: complaints.map(({ madeOn, text, dueOn, answeredOn, finding, answer }) => ({
      madeOn,
      text,
      dueOn,
      answeredOn,
      finding,
      answer,
    })),
  }
}

/** A case in the list, with the sentence for its colour. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- as above
export function caseRowView(row: CaseRow) {
  return { ...row, stateLabel: stateLabels[row.state], colourReason: reasonOf(row) }
}

/** A case as officers read it, with its sentences. */
// oxlint-disable-next-line typescript/explicit-module-boundary-types -- as above
export function caseView(agency: Agency, view: CaseView) {
  const {
    personal,
    timeline,
    notes,
    reply,
    instruments,
    hasReceipt,
    hasServiceRecord,
    preview,
    ...rest
  } = view
  return {
    ...rest,
    stateLabel: stateLabels[view.state],
    colourReason: reasonOf(view),
    ...personalView(personal),
    timeline: timeline.map(({ seq, at, event, data, by }) => ({
      at,
      event,
      by,
      text: timelineText(event, data),
      note: noteOf(notes, seq, event),
    })),
    reply:
      reply === null
        ? null
        : replyView(
            agency,
            reply,
            instruments.filter((one) => !one.void),
          ),
    instruments: instruments.map((one) => ({ ...one, documents: documentEntries([one]) })),
    documents: documentEntries([
      ...(hasReceipt ? [receiptEntry] : []),
      ...(hasServiceRecord ? [serviceEntry] : []),
      ...(preview === null ? [] : [{ id: draftId, title: preview.title }]),
      ...instruments,
    ]),
    preview: preview === null ? null : toText(preview.tree),
  }
}

/** The words that go with an event of a case; other events stand beside its history without any. */
export function noteOf(
  notes: readonly NoteView[],
  seq: number,
  event: string,
): NoteView['fields'] | null {
  if (!event.startsWith('application.')) return null
  return notes.find((note) => note.seq === seq)?.fields ?? null
}

/** Personal fields as the form groups them. */
export function personalView(
  personal: Personal,
): Record<'applicant' | 'request', Record<string, string>> &
  Partial<Record<'representative', Record<string, string>>> {
  const groups = {
    applicant: new Map<string, string>(),
    representative: new Map<string, string>(),
    request: new Map<string, string>(),
  }
  for (const [field, value] of Object.entries(personal)) {
    const [group, name] = field.split('.')
    if (name === undefined) continue
    const known = group === 'request' || group === 'representative' ? group : 'applicant'
    groups[known].set(name, value)
  }
  return {
    applicant: Object.fromEntries(groups.applicant),
    request: Object.fromEntries(groups.request),
    ...(groups.representative.size === 0
      ? {}
      : { representative: Object.fromEntries(groups.representative) }),
  }
}

function reasonOf({ colourReason: code, daysLeft, daysOf }: CaseRow): string | null {
  if (code === null || daysLeft === null || daysOf === null) return null
  return colourReason({ code, left: daysLeft, of: daysOf })
}

// oxlint-disable-next-line typescript/explicit-module-boundary-types -- as above
function replyView(
  agency: Agency,
  { remedy, remedyDays, ...reply }: ReplyView,
  letters: readonly InstrumentView[],
) {
  return {
    ...reply,
    documents: documentEntries(letters.filter(({ isReply }) => isReply)),
    outcomeLabel: outcomeLabel(reply.outcome),
    remedies: [...remedyTexts(remedy, agency, reply.repliedOn), ...lastDayTexts(remedyDays)],
  }
}
