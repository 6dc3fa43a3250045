import type { Verb } from '../../../usecases/permissions.ts'

/** A list of records behind a figure; `verb` is who may open it, null for everybody. */
export type RecordsLink = { href: string; label: string; verb: Verb | null }
