import type { ImportedApplication } from '../../../domain/application/import-row.ts'
import type { Finding } from '../../../domain/shared/sheet/problems.ts'
import { prepare } from '../../../store/statement.ts'
import { type OriginRow, selectOrigins } from '../../../store/tenant/application/import.ts'

/** Why a row that reads well is still refused: the case is here with other days or another result. */
export type CaseProblem = { code: 'registered-differently' }

/** A file's cases beside those that stand here already. */
export type Checked = {
  fresh: ImportedApplication[]
  unchanged: number
  refused: Finding<CaseProblem>[]
}

/** Compares the cases of a file with those that were moved over before (比对已登记的申请). */
export async function checkAgainstRegister(
  db: D1Database,
  applications: readonly ImportedApplication[],
): Promise<Checked> {
  const asked = selectOrigins(applications.map(({ externalId }) => externalId))
  const found = asked.length === 0 ? [] : await db.batch<OriginRow>(prepare(db, asked))
  const known = new Map(found.flatMap(({ results }) => results.map((row) => [row.origin_key, row])))
  const checked: Checked = { fresh: [], unchanged: 0, refused: [] }
  for (const application of applications) {
    const row = known.get(application.externalId)
    if (row === undefined) checked.fresh.push(application)
    else if (isSame(application, row)) checked.unchanged += 1
    else {
      const reason = { code: 'registered-differently' } as const
      checked.refused.push({ line: application.line, column: null, reason })
    }
  }
  return checked
}

// A case that the file still calls open may have been answered here since.
function isSame(application: ImportedApplication, row: OriginRow): boolean {
  const { channel, applicantClass, receivedOn, decidedOn, outcome } = application
  const isSameCase =
    row.channel === channel &&
    row.applicant_class === applicantClass &&
    row.received_on === receivedOn
  const isOpen = decidedOn === null
  return isSameCase && (isOpen || (row.decided_on === decidedOn && row.outcome === outcome))
}
