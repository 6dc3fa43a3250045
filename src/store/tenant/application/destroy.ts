import { type Statement, statement } from '../../statement.ts'
import { blankSheets } from '../case-review/case-review.ts'
import { deleteNotices } from '../notice.ts'
import { deleteCorrections } from './personal-data.ts'

/** What is destroyed of one case, and with which list. */
export type Destroyed = {
  receipt: string
  version: number
  destruction: string
  on: string
  files: number
  letters: number
}

/**
 * Takes out of a case all that is personal or was written (销毁案卷内容): what is left are numbers,
 * dates, class, result and the journal, from which figures are counted. The text of an instrument
 * goes, its number stays used.
 */
export function destroyCase(done: Destroyed): Statement[] {
  const { receipt, version, destruction, on, files, letters } = done
  return [
    statement(
      `UPDATE application SET version = ?2, state = 'destroyed', sealed = '{}', reply_sealed = NULL,
         reply_facts = NULL, notices = 0, applicant_mac = NULL, draft = NULL, handler = NULL,
         co_units = '[]', co_due = NULL WHERE id = ?1`,
      receipt,
      version,
    ),
    statement('DELETE FROM application_note WHERE application_id = ?', receipt),
    statement('DELETE FROM application_file WHERE application_id = ?', receipt),
    statement("UPDATE application_instrument SET sealed = '' WHERE application_id = ?", receipt),
    statement('DELETE FROM sealed_original WHERE application_id = ?', receipt),
    statement('DELETE FROM request_mark WHERE application_id = ?', receipt),
    statement('DELETE FROM same_request_case WHERE application_id = ?', receipt),
    statement(
      'UPDATE application_transfer SET sealed = NULL, object_key = NULL WHERE application_id = ?',
      receipt,
    ),
    // The answer to a transfer tells the sealed place of the case at its new agency.
    statement(
      `UPDATE letter_in SET payload = '{}' WHERE id IN
         (SELECT answered_by FROM letter_out WHERE id IN ${transfers})`,
      receipt,
    ),
    statement(
      `UPDATE letter_out SET payload = '{}' WHERE id IN
         (SELECT answered_by FROM letter_in WHERE id IN ${transfers})`,
      receipt,
    ),
    deleteNotices(receipt),
    deleteCorrections(receipt),
    blankSheets(receipt),
    statement('DELETE FROM complaint WHERE application_id = ?', receipt),
    statement(`DELETE FROM dispute_note WHERE dispute_id IN ${disputes}`, receipt),
    statement(`DELETE FROM dispute_file WHERE dispute_id IN ${disputes}`, receipt),
    statement("UPDATE dispute SET sealed = '' WHERE application_id = ?", receipt),
    statement(
      `UPDATE destruction_case SET state = 'destroyed', destroyed_on = ?3, files = ?4, letters = ?5
       WHERE destruction_id = ?1 AND application_id = ?2`,
      destruction,
      receipt,
      on,
      files,
      letters,
    ),
  ]
}

const disputes = '(SELECT id FROM dispute WHERE application_id = ?)'
const transfers = '(SELECT id FROM application_transfer WHERE application_id = ?)'

/** Reads the keys of the objects of a case, those of its disputes included. */
export function selectObjects(receipt: string): Statement {
  return statement(
    `SELECT object_key FROM application_file WHERE application_id = ?1
     UNION ALL SELECT object_key FROM dispute_file WHERE dispute_id IN
       (SELECT id FROM dispute WHERE application_id = ?1)
     UNION ALL SELECT object_key FROM sealed_original WHERE application_id = ?1 LIMIT 1000`,
    receipt,
  )
}

/** Leaves a listed case as it is because its term is not over after all. */
export function keepCase(receipt: string, destruction: string): Statement[] {
  return [
    statement(
      "UPDATE destruction_case SET state = 'kept' WHERE destruction_id = ? AND application_id = ?",
      destruction,
      receipt,
    ),
    statement(
      'UPDATE application SET destruction_id = NULL WHERE id = ? AND destruction_id = ?',
      receipt,
      destruction,
    ),
  ]
}
