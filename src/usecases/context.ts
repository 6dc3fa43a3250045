import type { Agency } from '../domain/agency/agency.ts'
import type { Actor } from '../domain/shared/actor.ts'
import type { Calendar } from '../domain/time/calendar.ts'
import type { AnchorStore } from '../store/anchors.ts'
import type { Crossing } from '../store/crossing.ts'
import type { FileStore } from '../store/files.ts'
import type { Keyring } from '../store/keyring.ts'
import type { Scanner } from './scanner.ts'

/** One agency, opened: its database, its files and its keys. No code ever holds two of them. */
export type Tenant = {
  agency: Agency
  db: D1Database
  files: FileStore
  keys: Keyring
  crossing: Crossing
  anchors: AnchorStore
}

/** Messages of the queue (工作队列): ids only, never personal data. */
export type Message =
  | { v: 1; kind: 'register'; tenant: string; key: string }
  | { v: 1; kind: 'compare'; tenant: string; key: string }
  | { v: 1; kind: 'letter'; tenant: string; key: string }
  | { v: 1; kind: 'deliver'; tenant: string; key: string }
  | { v: 1; kind: 'scan'; tenant: string; key: string }
  /** versions of holiday tables that the agency's clocks are to go by */
  | { v: 1; kind: 'calendar'; tenant: string }
  /** a draft of such a version that the agency counts by without changing anything */
  | { v: 1; kind: 'calendar-trial'; tenant: string; key: string }
  /** a list of destruction that was approved */
  | { v: 1; kind: 'destroy'; tenant: string; key: string }
  /** a notice to an applicant */
  | { v: 1; kind: 'notice'; tenant: string; key: string }
  /** what was erased is to be overwritten in the agency's file */
  | { v: 1; kind: 'overwrite'; tenant: string }
  | { v: 1; kind: 'sync'; tenant: string }
  /** events that no seal of the journal covers yet */
  | { v: 1; kind: 'seal'; tenant: string }
  /** a word that a search did not find, sealed with the agency's key */
  | { v: 1; kind: 'search-miss'; tenant: string; sealed: string }
  | { v: 1; kind: 'publish-due'; tenant: string }
  | { v: 1; kind: 'sweep'; tenants: readonly string[] }
  | { v: 1; kind: 'recompute'; tenants: readonly string[] }
  /** journals whose seals are to be checked and anchored for the day */
  | { v: 1; kind: 'anchor'; tenants: readonly string[] }

/** What a verb is given: the opened agency, who acts, the instant (epoch ms) and the post. */
export type Ctx = Tenant & {
  actor: Actor
  /** by which every day of the agency is counted (工作日历) */
  calendar: Calendar
  now: number
  newId: () => string
  scanner: Scanner
  /**
   * Sends a message, after `delay` ms if given; a failure is swallowed because the sweep finds again
   * what is owed.
   */
  post: (message: Message, delay?: number) => Promise<void>
}

/** What a verb of the region is given: the region's database and the agencies of the deployment. */
export type RegionCtx = {
  region: D1Database
  agencies: readonly Agency[]
  now: number
}
