import type { Keyring } from '../../store/keyring.ts'
import type { NoteRow } from '../../store/tenant/application/application.ts'
import { openNote } from './instrument/seal.ts'

/** Words that go with an event of a case (通知、意见): `seq` is the event's. */
export type NoteView = { seq: number; fields: Readonly<Record<string, string>> }

/** Opens the words of a case's events. */
export async function openNotes(
  keys: Keyring,
  receipt: string,
  rows: readonly NoteRow[],
): Promise<NoteView[]> {
  return Promise.all(
    rows.map(async ({ seq, sealed }) => ({
      seq,
      fields: await openNote(keys, receipt, seq, sealed),
    })),
  )
}
