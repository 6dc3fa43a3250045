import { openKeyring } from '../../src/store/keyring.ts'
import type { AccountCtx } from '../../src/usecases/account/account-ctx.ts'
import { newId } from '../../src/usecases/new-id.ts'

/**
 * The context in which the operator acts on a database of the platform (运维): the master key is not at hand
 * there, and the verbs that need it are not for this.
 */
export async function operatorCtx(db: D1Database, now: number): Promise<AccountCtx> {
  const keys = await openKeyring(crypto.getRandomValues(new Uint8Array(32)), '*operator')
  return { actor: { type: 'system', job: 'operator' }, db, keys, now, newId }
}
