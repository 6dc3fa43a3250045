import type { Agency } from './agency.ts'

/** Whether an agency may make 规章: a government of 设区的市 and above (立法法第93条). */
export function makesRegulations({ level, kind }: Pick<Agency, 'level' | 'kind'>): boolean {
  return level === 'prefecture' && kind === 'government'
}
