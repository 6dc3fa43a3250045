import type { Agency } from './agency.ts'

/** Whether an agency takes applications: 公共企事业单位 publish by the rules of their sectors (条例第55条). */
export function takesApplications({ kind }: Pick<Agency, 'kind'>): boolean {
  return kind !== 'public-utility'
}
