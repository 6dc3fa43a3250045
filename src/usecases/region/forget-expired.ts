import { localDateOf } from '../../domain/time/instant.ts'
import { addDays } from '../../domain/time/local-date.ts'
import { deleteExpired } from '../../store/tenant/expired.ts'
import type { Tenant } from '../context.ts'

/** How long a repeated submission still meets its first answer, in ms. */
const rememberFor = 30 * 24 * 3_600_000
/** How many days a word that no search found is counted. */
const missedDays = 60
/** How long after its decision the author of a topic can still be reached, in ms. */
const contactFor = 365 * 24 * 3_600_000

/** Forgets what is over (清理过期记录): closed windows of limits, ended sessions, old remembered answers. */
export async function forgetExpired({ db }: Pick<Tenant, 'db'>, now: number): Promise<void> {
  const missedBefore = addDays(localDateOf(now), -missedDays)
  await deleteExpired(db, now, now - rememberFor, missedBefore, now - contactFor)
}
