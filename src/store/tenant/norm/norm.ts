import type { Norm } from '../../../domain/norm/norm.ts'
import { statement, type Statement } from '../../statement.ts'

/** Columns of a normative document as its type names them. */
export const normColumns = `n.id, n.version, n.state, n.title, n.maker, n.unit, n.basis,
  n.item_id AS itemId, n.drafted_by AS draftedBy, n.drafted_on AS draftedOn, n.opinion,
  n.reviewed_on AS reviewedOn, n.number_year AS numberYear, n.number_serial AS numberSerial,
  n.number, n.registered_on AS registeredOn, n.published_on AS publishedOn,
  n.effective_on AS effectiveOn, n.validity_years AS validityYears,
  n.validity_source AS validitySource, n.expires_on AS expiresOn, n.extended_on AS extendedOn,
  n.in_force AS inForce, n.ended_on AS endedOn, n.end_reason AS endReason,
  n.replaced_by AS replacedBy, n.file_by AS fileBy, n.filing_letter AS filingLetter,
  n.filed_on AS filedOn, n.filing_opinion AS filingOpinion, n.correct_by AS correctBy,
  n.cleanup_note AS cleanupNote, n.text_item AS textItem, n.text_digest AS textDigest`

/** A document as it is stored; its state is a word. */
export type NormRow = Omit<Norm, 'state'> & { state: string }

/** A document as others name it. */
export type NamedNorm = { id: string; title: string; number: string | null }

/** An event of a document's history; `name` is the officer's, where one acted. */
export type NormEvent = {
  kind: string
  actor: string
  name: string | null
  at: number
  data: string
}

/** Reads a normative document. */
export function selectNorm(id: string): Statement {
  return statement(`SELECT ${normColumns} FROM norm_document n WHERE n.id = ?`, id)
}

/** Reads whether a document has one of these numbers (编号已用). */
export function selectNumberTaken(numbers: readonly string[]): Statement {
  return statement(
    `SELECT 1 AS taken FROM norm_document
     WHERE number IN (SELECT value FROM json_each(?)) LIMIT 1`,
    JSON.stringify(numbers),
  )
}

/** Reads a published document by its id or its unified number (统一编号). */
export function selectPublishedNorm(word: string): Statement {
  return statement(
    `SELECT id, title, number FROM norm_document
     WHERE published_on IS NOT NULL AND (id = ?1 OR number = ?1) LIMIT 1`,
    word,
  )
}

/** Reads a document's history in its order. */
export function selectNormHistory(id: string): Statement {
  return statement(
    `SELECT kind, actor, name, at, data FROM event
     LEFT JOIN staff ON staff.id = substr(actor, 7) AND actor LIKE 'staff:%'
     WHERE entity = 'norm' AND entity_id = ? ORDER BY seq LIMIT 200`,
    id,
  )
}

/** Plans the whole row of a document, new or changed; its number is left to {@link assignNormNumber}. */
export function putNorm(norm: Norm): Statement {
  return statement(
    `INSERT INTO norm_document (id, version, state, title, maker, unit, basis, item_id, drafted_by,
       drafted_on, opinion, reviewed_on, number_year, number_serial, number, registered_on,
       published_on, effective_on, validity_years, validity_source, expires_on, extended_on,
       in_force, ended_on, end_reason, replaced_by, file_by, filing_letter, filed_on,
       filing_opinion, correct_by, cleanup_note, text_item, text_digest)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
       ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33,
       ?34)
     ON CONFLICT (id) DO UPDATE SET version = ?2, state = ?3, title = ?4, maker = ?5, unit = ?6,
       basis = ?7, item_id = ?8, opinion = ?11, reviewed_on = ?12, registered_on = ?16,
       published_on = ?17, effective_on = ?18, validity_years = ?19, validity_source = ?20,
       expires_on = ?21, extended_on = ?22, in_force = ?23, ended_on = ?24, end_reason = ?25,
       replaced_by = ?26, file_by = ?27, filing_letter = ?28, filed_on = ?29,
       filing_opinion = ?30, correct_by = ?31, cleanup_note = ?32, text_item = ?33,
       text_digest = ?34`,
    norm.id,
    norm.version,
    norm.state,
    norm.title,
    norm.maker,
    norm.unit,
    norm.basis,
    norm.itemId,
    norm.draftedBy,
    norm.draftedOn,
    norm.opinion,
    norm.reviewedOn,
    norm.numberYear,
    norm.numberSerial,
    norm.number,
    norm.registeredOn,
    norm.publishedOn,
    norm.effectiveOn,
    norm.validityYears,
    norm.validitySource,
    norm.expiresOn,
    norm.extendedOn,
    norm.inForce,
    norm.endedOn,
    norm.endReason,
    norm.replacedBy,
    norm.fileBy,
    norm.filingLetter,
    norm.filedOn,
    norm.filingOpinion,
    norm.correctBy,
    norm.cleanupNote,
    norm.textItem,
    norm.textDigest,
  )
}

/** Reads the documents that are to be published with an item's text and are not yet (待公布的送审文本). */
export function selectTextBound(itemId: string): Statement {
  return statement(
    `SELECT text_digest AS textDigest FROM norm_document
     WHERE text_item = ? AND published_on IS NULL`,
    itemId,
  )
}

/**
 * Assigns the next unified number of a year (统一编号), without a gap: the serial is taken inside the
 * batch, so two batches never share or skip one.
 */
export function assignNormNumber(
  id: string,
  year: number,
  { prefix, suffix, width }: { prefix: string; suffix: string; width: number },
): Statement {
  return statement(
    `UPDATE norm_document SET number_year = ?2, number_serial = t.serial,
       number = ?3 || printf('%0*d', CAST(?5 AS INTEGER), t.serial) || ?4
     FROM (SELECT coalesce((SELECT number_serial FROM norm_document
             WHERE number_year = ?2 AND number_serial IS NOT NULL
             ORDER BY number_serial DESC LIMIT 1), 0) + 1 AS serial) t
     WHERE id = ?1`,
    id,
    year,
    prefix,
    suffix,
    width,
  )
}
