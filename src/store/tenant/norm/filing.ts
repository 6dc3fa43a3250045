import type { Filing } from '../../../domain/norm/filing.ts'
import { statement, type Statement } from '../../statement.ts'

const columns = `letter_id AS letterId, version, state, sender, document_id AS documentId, number,
  title, published_on AS publishedOn, filed_on AS filedOn, file_by AS fileBy, due_on AS dueOn,
  opinion, decided_on AS decidedOn, correct_by AS correctBy, outcome, outcome_on AS outcomeOn`

/** Reads a filing from below by its letter. */
export function selectFiling(letterId: string): Statement {
  return statement(`SELECT ${columns} FROM norm_filing WHERE letter_id = ?`, letterId)
}

/** Reads the filings that wait for a review, the most urgent first. */
export function selectOpenFilings(limit: number): Statement {
  return statement(
    `SELECT ${columns} FROM norm_filing WHERE state = 'open' ORDER BY due_on, letter_id LIMIT ? + 0`,
    limit,
  )
}

/** Reads all filings, newest first, before a day and letter. */
export function selectFilings(before: { on: string; id: string }, limit: number): Statement {
  return statement(
    `SELECT ${columns} FROM norm_filing WHERE (filed_on, letter_id) < (?, ?)
     ORDER BY filed_on DESC, letter_id DESC LIMIT ? + 0`,
    before.on,
    before.id,
    limit,
  )
}

/** Plans the whole row of a filing, new or changed. */
export function putFiling(filing: Filing): Statement {
  return statement(
    `INSERT INTO norm_filing (letter_id, version, state, sender, document_id, number, title,
       published_on, filed_on, file_by, due_on, opinion, decided_on, correct_by, outcome, outcome_on)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
     ON CONFLICT (letter_id) DO UPDATE SET version = ?2, state = ?3, opinion = ?12,
       decided_on = ?13, correct_by = ?14, outcome = ?15, outcome_on = ?16`,
    filing.letterId,
    filing.version,
    filing.state,
    filing.sender,
    filing.documentId,
    filing.number,
    filing.title,
    filing.publishedOn,
    filing.filedOn,
    filing.fileBy,
    filing.dueOn,
    filing.opinion,
    filing.decidedOn,
    filing.correctBy,
    filing.outcome,
    filing.outcomeOn,
  )
}
