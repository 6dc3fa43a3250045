import type { Personal } from '../../../domain/application/personal.ts'
import type { Keyring } from '../../../store/keyring.ts'
import { readBatch } from '../../../store/read.ts'
import {
  type SameApplicantRow,
  selectSameApplicant,
} from '../../../store/tenant/application/application.ts'
import type { Ctx } from '../../context.ts'

/** How far back the same applicant is looked for: a year. */
export const duplicateSpan = 365 * 86_400_000

/** Keyed digest of what identifies an applicant, or null when nothing was given. */
export async function applicantMac(keys: Keyring, personal: Personal): Promise<string | null> {
  const { 'applicant.idNumber': id, 'applicant.creditCode': code } = personal
  const number = id === undefined ? code : `${personal['applicant.idType'] ?? ''}:${id}`
  return number === undefined ? null : keys.mac('applicant', number)
}

/** Finds what the same applicant applied for in the year before (at most 20). */
export async function findDuplicates(
  ctx: Ctx,
  receipt: string,
  mac: string | null,
  arrivedAt: number,
): Promise<SameApplicantRow[]> {
  if (mac === null) return []
  const [rows] = await readBatch<[SameApplicantRow]>(ctx.db, [
    selectSameApplicant(mac, receipt, arrivedAt - duplicateSpan),
  ])
  return rows
}
