import { bulk, type Statement, statement } from '../../statement.ts'

/** A new application as its first commit writes it. */
export type NewApplication = {
  id: string
  version: number
  state: string
  channel: string
  applicantClass: string
  arrivedAt: number
  deliveryForm: string | null
  deliveryRoute: string | null
  /** JSON of sealed values by field name */
  sealed: string
}

/** An uploaded file of an application; its name is sealed. */
export type NewFile = {
  id: string
  applicationId: string
  purpose: 'request' | 'authorisation' | 'reply'
  nameSealed: string
  bytes: number
  mediaType: string
  sha256: string
  objectKey: string
  scan: 'pending' | 'clean'
  /** since when its verdict is awaited (epoch ms) */ scanSince: number | null
}

/** Writes a new application row. */
export function insertApplication(row: NewApplication): Statement {
  return statement(
    `INSERT INTO application (id, version, state, channel, applicant_class, arrived_at,
       delivery_form, delivery_route, sealed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.id,
    row.version,
    row.state,
    row.channel,
    row.applicantClass,
    row.arrivedAt,
    row.deliveryForm,
    row.deliveryRoute,
    row.sealed,
  )
}

/** Writes the rows of an application's files. */
export function insertFiles(files: readonly NewFile[]): Statement[] {
  return bulk(
    `INSERT INTO application_file
       (id, application_id, purpose, name_sealed, bytes, media_type, sha256, object_key, scan,
        scan_since)
     SELECT value->>'id', value->>'applicationId', value->>'purpose', value->>'nameSealed',
            value->>'bytes', value->>'mediaType', value->>'sha256', value->>'objectKey',
            value->>'scan', value->>'scanSince'
     FROM json_each(?1)`,
    files,
  )
}

/**
 * Gives an application the next number of a year without gaps (编号): inside the batch that
 * registers it, so that a rolled-back batch uses none.
 */
export function assignNumber(id: string, year: number): Statement {
  return statement(
    `UPDATE application SET number_year = ?2, number_serial =
       (SELECT coalesce(max(number_serial), 0) + 1 FROM application
        WHERE number_year = ?2 AND number_serial IS NOT NULL)
     WHERE id = ?1`,
    id,
    year,
  )
}
