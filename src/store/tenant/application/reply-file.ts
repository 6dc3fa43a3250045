import { type Statement, statement } from '../../statement.ts'

/** A file that goes out with a reply (答复附件), with the sealed original that it was made from. */
export type ReplyFileRow = {
  id: string
  nameSealed: string
  bytes: number
  mediaType: string
  sha256: string
  objectKey: string
  scan: 'pending' | 'clean' | 'infected'
  /** sealed JSON of a FileInspection */ inspection: string
  /** staff id */ addedBy: string
  originalId: string | null
  originalName: string | null
  originalSha256: string | null
}

/** Reads the files of a reply, in the order in which they were put in. */
export function selectReplyFiles(receipt: string): Statement {
  return statement(
    `SELECT f.id, f.name_sealed AS nameSealed, f.bytes, f.media_type AS mediaType, f.sha256,
       f.object_key AS objectKey, f.scan, f.inspection, f.added_by AS addedBy,
       f.original_id AS originalId, o.name_sealed AS originalName, o.sha256 AS originalSha256
     FROM application_file f LEFT JOIN sealed_original o ON o.id = f.original_id
     WHERE f.application_id = ? AND f.purpose = 'reply' ORDER BY f.id LIMIT 20`,
    receipt,
  )
}

/** Reads the digests of the originals that were sealed for an application. */
export function selectOriginals(receipt: string): Statement {
  return statement(
    'SELECT id, sha256 FROM sealed_original WHERE application_id = ? LIMIT 100',
    receipt,
  )
}

/** A new file of a reply. */
export type NewReplyFile = Omit<ReplyFileRow, 'originalName' | 'originalSha256'> & {
  applicationId: string
  scanSince: number | null
}

/** Plans the row of a file of a reply. */
export function insertReplyFile(file: NewReplyFile): Statement {
  return statement(
    `INSERT INTO application_file (id, application_id, purpose, name_sealed, bytes, media_type,
       sha256, object_key, scan, scan_since, inspection, added_by, original_id)
     VALUES (?, ?, 'reply', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    file.id,
    file.applicationId,
    file.nameSealed,
    file.bytes,
    file.mediaType,
    file.sha256,
    file.objectKey,
    file.scan,
    file.scanSince,
    file.inspection,
    file.addedBy,
    file.originalId,
  )
}

/** Plans to take a file out of a reply; its object is swept like any that no row names. */
export function removeReplyFile(receipt: string, fileId: string): Statement {
  return statement(
    `DELETE FROM application_file WHERE id = ? AND application_id = ? AND purpose = 'reply'`,
    fileId,
    receipt,
  )
}

/** An original as it is sealed (原件封存). */
export type NewOriginal = {
  id: string
  applicationId: string
  nameSealed: string
  bytes: number
  mediaType: string
  sha256: string
  objectKey: string
  sealedBy: string
  sealedAt: number
}

/** Plans the row of a sealed original; one that several files were made from is kept once. */
export function insertOriginal(original: NewOriginal): Statement {
  return statement(
    `INSERT OR IGNORE INTO sealed_original (id, application_id, name_sealed, bytes, media_type,
       sha256, object_key, sealed_by, sealed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    original.id,
    original.applicationId,
    original.nameSealed,
    original.bytes,
    original.mediaType,
    original.sha256,
    original.objectKey,
    original.sealedBy,
    original.sealedAt,
  )
}

/** A file of a case as its scan needs it (待检). */
export type CaseScanRow = {
  receipt: string
  purpose: string
  nameSealed: string
  mediaType: string
  objectKey: string
  scan: string
}

/** Reads a file of a case for its scan. */
export function selectCaseScan(fileId: string): Statement {
  return statement(
    `SELECT application_id AS receipt, purpose, name_sealed AS nameSealed, media_type AS mediaType,
       object_key AS objectKey, scan
     FROM application_file WHERE id = ?`,
    fileId,
  )
}

/** Plans to keep the verdict of a scanner. */
export function keepCaseVerdict(fileId: string, verdict: 'clean' | 'infected'): Statement {
  return statement(
    'UPDATE application_file SET scan = ?, scan_since = NULL WHERE id = ?',
    verdict,
    fileId,
  )
}
