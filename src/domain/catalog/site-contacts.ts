import type { Agency } from '../agency/agency.ts'
import type { GuideFields } from './guide.ts'

/** Whom to reach, as the foot of every page tells (页脚联系方式). */
export type SiteContacts = { address: string; telephone: string; supervision: string }

const phone = /(?<!\d)(?:0\d{2,3}[-—－ ]?\d{7,8}|1[3-9]\d{9}|12\d{3}|400[- ]?\d{3}[- ]?\d{4})(?!\d)/

/** The contacts of an agency: as its published guide says, or its manifest while there is none. */
export function siteContacts(
  { guide: first }: Pick<Agency, 'guide'>,
  published: GuideFields | null,
): SiteContacts {
  if (published === null) {
    const { address, telephone, supervision } = first
    return { address, telephone, supervision: supervision.telephone }
  }
  const { address, telephone, supervision } = published
  // The guide tells of complaints in sentences; the foot has room for the number.
  return { address, telephone, supervision: phone.exec(supervision)?.[0] ?? supervision }
}
