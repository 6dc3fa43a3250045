import { readEpoch } from '../store/tenant/epoch.ts'
import type { Tenant } from './context.ts'

/** Says how far an agency's journal has come (内容版次): what was made before it moved on may be old. */
export function contentEpoch({ db }: Pick<Tenant, 'db'>): Promise<number> {
  return readEpoch(db)
}
