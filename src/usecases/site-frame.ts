import { storedGuide } from '../domain/catalog/guide.ts'
import { siteContacts, type SiteContacts } from '../domain/catalog/site-contacts.ts'
import { readFrame } from '../store/tenant/epoch.ts'
import type { Tenant } from './context.ts'

/** What every page of an agency shares (页面框架): how far its journal has come, and its contacts. */
export type SiteFrame = { epoch: number; contacts: SiteContacts }

/** Reads the frame of an agency's pages in one statement of two rows. */
export async function siteFrame({ agency, db }: Pick<Tenant, 'agency' | 'db'>): Promise<SiteFrame> {
  const { epoch, guide } = await readFrame(db)
  // A guide that cannot be read any more must not take every page with it.
  const published = guide === null ? null : storedGuide.safeParse(JSON.parse(guide))
  return { epoch, contacts: siteContacts(agency, published?.data ?? null) }
}
