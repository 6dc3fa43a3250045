import { kindsOfBulletin } from '../../../domain/report/bulletin/kinds.data.ts'
import { objectionReply, sheetLetter } from '../../../domain/report/bulletin/sheet-letter.ts'
import type { NewEvent } from '../../../domain/shared/journal.ts'
import { ok, refuse } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { readPeriod } from '../../../domain/statistics/period.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { monthOf } from '../../../domain/time/local-date.ts'
import { readBatch } from '../../../store/read.ts'
import {
  putReceivedSheet,
  type ReceivedSheetRow,
  selectReceivedSheet,
} from '../../../store/tenant/statistics/assessment.ts'
import type { LetterReader } from '../../letter/effect.ts'

/**
 * Receives this agency's sheet from the office directly above (收到考核表). Refuses one from anybody else, about
 * another agency, or of a half-year that is not over; a second one changes nothing.
 */
export const receiveSheet: LetterReader = async (ctx, letter) => {
  const content = parseInput(sheetLetter, letter.content)
  if (!content.ok) return content
  const { bulletin, period, sheet, objectBy } = content.value
  const isOurs = letter.from.id === ctx.agency.parentId && sheet.agency === ctx.agency.id
  if (!isOurs) return refuse({ code: 'forbidden' })
  const months = readPeriod(period)?.months ?? []
  const isOver = (months.at(-1) ?? '9999') < monthOf(localDateOf(ctx.now))
  if (months.length !== kindsOfBulletin['half-year-assessment'].months || !isOver) {
    return refuse({ code: 'invalid', errors: [{ pointer: '/period', problem: 'in-future' }] })
  }
  const [[known]] = await readBatch<[ReceivedSheetRow]>(ctx.db, [
    selectReceivedSheet(letter.from.id, bulletin),
  ])
  if (known !== undefined) return ok({ events: [], statements: [], dueOn: null })
  const row: ReceivedSheetRow = {
    sender: letter.from.id,
    bulletin,
    version: 1,
    state: 'open',
    letter_id: letter.id,
    content: JSON.stringify(content.value),
    object_by: objectBy,
    objection: null,
    reason: null,
    received_at: ctx.now,
  }
  return ok({
    events: [sheetStepped(row, 'receive')],
    statements: [putReceivedSheet(row)],
    dueOn: null,
  })
}

/** Receives what became of this agency's objection (异议处理结果), with the sheet as it stands since. */
export const receiveObjectionReply: LetterReader = async (ctx, letter) => {
  const content = parseInput(objectionReply, letter.content)
  if (!content.ok) return content
  const { bulletin, verdict, reason, sheet } = content.value
  const [[row]] = await readBatch<[ReceivedSheetRow]>(ctx.db, [
    selectReceivedSheet(letter.from.id, bulletin),
  ])
  if (row === undefined || letter.replyTo === null || sheet.agency !== ctx.agency.id) {
    return refuse({ code: 'forbidden' })
  }
  if (row.state !== 'objected') return ok({ events: [], statements: [], dueOn: null })
  const shown = sheetLetter.parse(JSON.parse(row.content))
  const decided: ReceivedSheetRow = {
    ...row,
    version: row.version + 1,
    state: verdict,
    reason,
    content: JSON.stringify({ ...shown, sheet }),
  }
  return ok({
    events: [sheetStepped(decided, verdict)],
    statements: [putReceivedSheet(decided)],
    dueOn: null,
  })
}

/** The event of a step of a received sheet. */
export function sheetStepped(row: ReceivedSheetRow, step: string): NewEvent {
  return {
    entity: 'received-sheet',
    entityId: `${row.sender}/${row.bulletin}`,
    seq: row.version,
    kind: 'assessment.stepped',
    data: { step, bulletin: row.bulletin, about: row.sender },
  }
}
