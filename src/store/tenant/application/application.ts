import { type Statement, statement } from '../../statement.ts'

/** A row of table `application`, as it is stored. */
export type ApplicationRow = {
  id: string
  version: number
  state: string
  channel: string
  applicant_class: string
  arrived_at: number
  number_year: number | null
  number_serial: number | null
  received_on: string | null
  due_on: string | null
  /** version of the working-day calendar that it was counted by */
  calendar: string | null
  /** place in the list of open cases; null for others */
  open_key: string | null
  due_provisional: number | null
  extension_days: number
  ledger: string
  draft: string | null
  /** JSON of the units that help */
  co_units: string
  /** the earliest due day of those that are silent */
  co_due: string | null
  split_from: string | null
  waits_until: string | null
  handler: string | null
  unit: string | null
  decided_on: string | null
  outcome: string | null
  delivery_form: string | null
  delivery_route: string | null
  sealed: string
  reply_sealed: string | null
  reply_facts: string | null
  /** the item that was drawn up from the answer (答复转主动公开) */
  item_id: string | null
  /** 1 when the applicant agreed to be told of the progress (同意接收通知) */
  notices: number
}

/** A row of the journal as a history shows it; `name` is the officer's, where one acted. */
export type EventRow = {
  seq: number
  kind: string
  actor: string
  name: string | null
  at: number
  data: string
}

/** A row of table `application_file`. */
export type FileRow = {
  id: string
  purpose: string
  name_sealed: string
  bytes: number
  media_type: string
  sha256: string
  object_key: string
  scan: string
}

/** Columns of an application; the same list serves every reader. */
export const applicationColumns = `id, version, state, channel, applicant_class, arrived_at,
  number_year, number_serial, received_on, due_on, calendar, open_key, due_provisional, extension_days, ledger, draft,
  co_units, co_due, split_from, waits_until, handler, unit, decided_on, outcome, delivery_form, delivery_route, sealed, reply_sealed,
  reply_facts, item_id, notices`

/** Reads one application. */
export function selectApplication(id: string): Statement {
  return statement(`SELECT ${applicationColumns} FROM application WHERE id = ?`, id)
}

/** Reads the applications of a proposal to publish (同类申请), up to `limit`. */
export function selectOfSameRequest(id: string, limit: number): Statement {
  return statement(
    `SELECT ${applicationColumns} FROM application WHERE id IN (SELECT application_id
       FROM same_request_case WHERE same_request_id = ?1 ORDER BY application_id LIMIT ?2 + 0)
     ORDER BY id`,
    id,
    limit,
  )
}

/** Reads an application's history in its order. */
export function selectHistory(id: string): Statement {
  return statement(
    `SELECT seq, kind, actor, name, at, data FROM event
     LEFT JOIN staff ON staff.id = substr(actor, 7) AND actor LIKE 'staff:%'
     WHERE entity = 'application' AND entity_id = ? ORDER BY seq LIMIT 200`,
    id,
  )
}

/** Reads the kinds of what happened in an application and in the one that it was split from. */
export function selectKinds([id, origin]: readonly [string, string]): Statement {
  return statement(
    `SELECT DISTINCT kind FROM event WHERE entity = 'application' AND entity_id IN (?, ?)`,
    id,
    origin,
  )
}

/** A row of table `application_note`. */
export type NoteRow = { seq: number; audience: string; sealed: string }

/** Reads the words that go with an application's events: `desk` reads all, `applicant` only its own. */
export function selectNotes(id: string, reader: 'applicant' | 'desk'): Statement {
  return statement(
    `SELECT seq, audience, sealed FROM application_note
     WHERE application_id = ?1 AND (?2 = 'desk' OR audience = ?2) ORDER BY seq LIMIT 200`,
    id,
    reader,
  )
}

/** Reads who opened an application's identities, newest last; they stand beside its history. */
export function selectOpenings(id: string): Statement {
  return statement(
    `SELECT seq, kind, actor, name, at, data FROM event
     LEFT JOIN staff ON staff.id = substr(actor, 7) AND actor LIKE 'staff:%'
     WHERE entity = 'application' AND entity_id >= ?1 || '/' AND entity_id < ?1 || '0'
     ORDER BY entity, entity_id, seq LIMIT 200`,
    id,
  )
}

/** Reads the files that an applicant handed in. */
export function selectFiles(id: string): Statement {
  return statement(
    `SELECT id, purpose, name_sealed, bytes, media_type, sha256, object_key, scan
     FROM application_file WHERE application_id = ? AND purpose <> 'reply' ORDER BY id LIMIT 50`,
    id,
  )
}

/** Reads one file of an application. */
export function selectFile(applicationId: string, fileId: string): Statement {
  return statement(
    `SELECT id, purpose, name_sealed, bytes, media_type, sha256, object_key, scan
     FROM application_file WHERE id = ? AND application_id = ?`,
    fileId,
    applicationId,
  )
}

/** Another application of the same applicant. */
export type SameApplicantRow = {
  id: string
  number_year: number
  number_serial: number
  state: string
  arrived_at: number
}

/** Reads the registered applications of the applicant with a digest that arrived after an instant. */
export function selectSameApplicant(mac: string, except: string, since: number): Statement {
  return statement(
    `SELECT id, number_year, number_serial, state, arrived_at FROM application
     WHERE applicant_mac = ? AND number_serial IS NOT NULL AND id <> ? AND arrived_at > ?
     ORDER BY arrived_at DESC LIMIT 20`,
    mac,
    except,
    since,
  )
}

/** How often one applicant applied: in a month, before one application in it, in twelve months. */
export type FrequencyRow = { month: number; before: number; year: number }

/**
 * Counts the registered applications of one application's applicant in the Shanghai month of its
 * arrival and the eleven before, up to a thousand; one row, of zeros when nobody is known.
 */
export function countOfApplicant(id: string): Statement {
  return statement(
    `SELECT count(*) AS year, coalesce(sum(in_month), 0) AS month,
       coalesce(sum(in_month AND is_before), 0) AS before
     FROM (
       SELECT other.arrived_at >= this.month_start AS in_month,
         (other.arrived_at, other.id) < (this.arrived_at, this.id) AS is_before
       FROM (
         SELECT id, arrived_at, applicant_mac,
           unixepoch(arrived_at / 1000 + 28800, 'unixepoch', 'start of month') * 1000 - 28800000
             AS month_start,
           unixepoch(arrived_at / 1000 + 28800, 'unixepoch', 'start of month', '-11 months') * 1000
             - 28800000 AS year_start,
           unixepoch(arrived_at / 1000 + 28800, 'unixepoch', 'start of month', '+1 month') * 1000
             - 28800000 AS month_end
         FROM application WHERE id = ?) AS this
       JOIN application AS other
         ON other.applicant_mac = this.applicant_mac AND other.number_serial IS NOT NULL
       WHERE other.arrived_at >= this.year_start AND other.arrived_at < this.month_end
       LIMIT 1000)`,
    id,
  )
}

/** Reads what the applicant of one application applied for besides, within `span` ms before and after. */
export function selectOthersOf(id: string, span: number): Statement {
  return statement(
    `SELECT other.id, other.number_year, other.number_serial, other.state, other.arrived_at
     FROM application AS this JOIN application AS other
       ON other.applicant_mac = this.applicant_mac AND other.number_serial IS NOT NULL
     WHERE this.id = ?1 AND other.id <> ?1
       AND other.arrived_at BETWEEN this.arrived_at - ?2 AND this.arrived_at + ?2
     ORDER BY other.arrived_at DESC LIMIT 20`,
    id,
    span,
  )
}
