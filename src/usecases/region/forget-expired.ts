import { deleteExpired } from '../../store/tenant/expired.ts'
import type { Tenant } from '../context.ts'

/** How long a repeated submission still meets its first answer, in ms. */
const rememberFor = 30 * 24 * 3_600_000

/** Forgets what is over (清理过期记录): closed windows of limits, ended sessions, old remembered answers. */
export async function forgetExpired({ db }: Pick<Tenant, 'db'>, now: number): Promise<void> {
  await deleteExpired(db, now, now - rememberFor)
}
