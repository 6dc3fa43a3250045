import type { LocalDate } from '../time/local-date.ts'
import type { Agency, Closure } from './agency.ts'

/** The end of an agency (机构撤并) once its day has come; null for one that is at work. */
export function closureOf({ closed }: Pick<Agency, 'closed'>, today: LocalDate): Closure | null {
  return closed === undefined || closed.on > today ? null : closed
}
