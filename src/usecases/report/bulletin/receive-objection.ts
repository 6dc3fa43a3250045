import { objectionLetter } from '../../../domain/report/bulletin/sheet-letter.ts'
import type { NewEvent } from '../../../domain/shared/journal.ts'
import { ok, refuse } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import { readBatch } from '../../../store/read.ts'
import {
  type ObjectionRow,
  putObjection,
  selectObjections,
} from '../../../store/tenant/statistics/assessment.ts'
import type { LetterReader } from '../../letter/effect.ts'
import { readBulletin } from './read-bulletin.ts'

/**
 * Receives the objection of an agency to its sheet (收到考核异议): it waits for a decision. Refuses one to
 * marks that are another's or none; a second one, and one after the approval, are kept as letters.
 */
export const receiveObjection: LetterReader = async (ctx, letter) => {
  const content = parseInput(objectionLetter, letter.content)
  if (!content.ok) return content
  const { bulletin, marks, text } = content.value
  const stored = await readBulletin(ctx, bulletin)
  const sheet = stored?.bulletin.locked?.sheets.find(({ agency }) => agency === letter.from.id)
  const known = new Set(sheet?.marks.map(({ id }) => id))
  if (sheet === undefined || letter.replyTo === null || marks.some((id) => !known.has(id))) {
    return refuse({ code: 'forbidden' })
  }
  const [rows] = await readBatch<[ObjectionRow]>(ctx.db, [selectObjections(bulletin)])
  const isLate = stored?.bulletin.state !== 'shown'
  if (isLate || rows.some(({ agency }) => agency === letter.from.id)) {
    return ok({ events: [], statements: [], dueOn: null })
  }
  const row: ObjectionRow = {
    bulletin,
    agency: letter.from.id,
    version: 1,
    state: 'open',
    letter_id: letter.id,
    marks: JSON.stringify(marks),
    text,
    reason: null,
    received_at: ctx.now,
  }
  return ok({
    events: [objectionStepped(row, 'receive')],
    statements: [putObjection(row)],
    dueOn: null,
  })
}

/** The event of a step of an objection. */
export function objectionStepped(row: ObjectionRow, step: string): NewEvent {
  return {
    entity: 'objection',
    entityId: `${row.bulletin}/${row.agency}`,
    seq: row.version,
    kind: 'assessment.stepped',
    data: { step, bulletin: row.bulletin, about: row.agency },
  }
}
