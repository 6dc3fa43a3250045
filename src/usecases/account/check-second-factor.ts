import { findSecondFactor, spendStep } from '../../store/tenant/account/second-factor.ts'
import { fromBase64Url } from '../../store/keyring.ts'
import type { Ctx } from '../context.ts'
import { stepOfCode } from './totp.ts'

/** None is on, the code was right and is used up, or it was not. */
export type FactorCheck = 'off' | 'passed' | 'failed'

/** Under which name the secret of a person is sealed: a row that is moved to another opens nothing. */
export function factorField(staffId: string): string {
  return `second-factor|${staffId}`
}

/** Checks the code of a person's second factor (核对动态口令); each works once. */
export async function checkSecondFactor(
  { db, keys, now }: Pick<Ctx, 'db' | 'keys' | 'now'>,
  staffId: string,
  typed: string,
): Promise<FactorCheck> {
  const factor = await findSecondFactor(db, staffId)
  if (factor === null) return 'off'
  const secret = fromBase64Url(await keys.open(factorField(staffId), factor.secret))
  const step = await stepOfCode(secret, typed, { now, after: factor.lastStep })
  return step !== null && (await spendStep(db, staffId, step)) ? 'passed' : 'failed'
}
