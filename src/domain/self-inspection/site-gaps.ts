import type { Agency } from '../agency/agency.ts'
import type { Evidence } from './types.ts'

/** Facts of the site that pages must carry and the manifest lacks, or fills with zeros (网站标识、页脚要素). */
export function siteGaps({ siteIdCode, footer, guide }: Agency): Evidence[] {
  const facts: readonly (readonly [string, string])[] = [
    ['siteIdCode', siteIdCode],
    ['footer.organiser', footer.organiser],
    ['footer.icp', footer.icp],
    ['footer.policeFiling', footer.policeFiling],
    ['guide.telephone', guide.telephone],
    ['guide.address', guide.address],
  ]
  return facts
    .filter(([, value]) => value.trim() === '' || /^\D*0+\D*(?:-\d+)?$/.test(value))
    .map(([field]) => ({ of: 'setting', id: field, what: null, since: null }))
}
