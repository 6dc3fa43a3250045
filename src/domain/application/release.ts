import { ok, refuse, type Result } from '../shared/refusal.ts'
import type { OutcomeKey } from '../shared/report-keys.data.ts'
import type { Draft } from './draft.ts'
import type { State } from './types.ts'

/** Results by which information leaves the agency (予以公开、部分公开). */
export const disclosing: ReadonlySet<OutcomeKey> = new Set(['granted', 'partialGrant'])

/** Whether the applicant has the answer (已送达): what goes with it may be read from then on. */
export function isServed(state: State): boolean {
  return state === 'replied' || state === 'closed' || state === 'archived'
}

/** A file that goes out with a reply (答复附件), as it lies in the store now. */
export type ReleaseFile = {
  name: string
  scan: 'pending' | 'clean' | 'infected'
  /** personal data, and what seems gone and is not (附件检查所见) */ findings: number
  /** staff id of who put it in */ addedBy: string | null
  /** whether the stored bytes have the digest of the row; only looked at before they go out */
  isIntact: boolean
}

/** The files of a reply; `digest` is of all their SHA-256 values, '' for none. */
export type Release = { digest: string; files: readonly ReleaseFile[] }

/** Files go out only with an answer that gives information (条例第36条、第37条). */
export function checkDisclosing({ files }: Release, outcome: OutcomeKey): Result<null> {
  return files.length === 0 || disclosing.has(outcome)
    ? ok(null)
    : refuse({ code: 'not-allowed', why: 'files-not-disclosed' })
}

/** How many findings stand open in the files of a reply (待核对之处). */
function openFindings({ files }: Release): number {
  return files.reduce((sum, { findings }) => sum + findings, 0)
}

/** Whether every file is clean and holds the bytes that were inspected (附件完好). */
function checkFiles({ files }: Release): Result<null> {
  const waiting = files.find(({ scan }) => scan !== 'clean')
  if (waiting !== undefined) return refuse({ code: 'file-pending', file: waiting.name })
  const changed = files.find(({ isIntact }) => !isIntact)
  return changed === undefined ? ok(null) : refuse({ code: 'content-changed', file: changed.name })
}

/**
 * Whether the files of a reply may go out (答复附件放行): they are the very ones that were checked, and
 * what was found in them is mended or was answered for, with a reason, by another person.
 */
export function checkRelease(release: Release, drafted: Draft): Result<null> {
  const { files = '', filesOverridden = false } = drafted
  if (release.digest !== files) return refuse({ code: 'content-changed', file: null })
  const allowed = checkDisclosing(release, drafted.outcome)
  if (!allowed.ok) return allowed
  const whole = checkFiles(release)
  if (!whole.ok) return whole
  const count = openFindings(release)
  return count > 0 && !filesOverridden ? refuse({ code: 'findings-open', count }) : ok(null)
}

/**
 * Whether who checks a reply may let its files go on (答复附件审核): they are whole, and what was found in
 * them is mended, or `override` says why it may go out. Answers what the draft keeps of it.
 */
export function passFiles(
  release: Release,
  override: string | undefined,
): Result<Pick<Draft, 'files' | 'filesOverridden'>> {
  const whole = checkFiles(release)
  if (!whole.ok) return whole
  const count = openFindings(release)
  if (count > 0 && override === undefined) return refuse({ code: 'findings-open', count })
  return ok({
    ...(release.digest === '' ? {} : { files: release.digest }),
    ...(count > 0 ? { filesOverridden: true } : {}),
  })
}
