import type { Agency } from '../agency/agency.ts'
import { pilotFields, standardMatters, type StandardMatter } from './standard-matters.data.ts'

/** Words of departments that stand in the names of bureaus and in the subjects of matters (公开主体). */
const departmentWords = [
  '民政',
  '教育',
  '公安',
  '财政',
  '人力资源',
  '卫生健康',
  '发展改革',
] as const

/**
 * The matters that an agency answers for (适用事项): those of its level; of a bureau only those whose
 * subject names its department. A prefecture has none: the standard is for county and below.
 */
export function mattersFor({
  level,
  kind,
  name,
}: Pick<Agency, 'level' | 'kind' | 'name'>): readonly StandardMatter[] {
  if (level === 'prefecture') return []
  const own = standardMatters.filter(({ levels }) => levels.includes(level))
  if (kind === 'government') return own
  const words = departmentWords.filter((word) => name.includes(word))
  return own.filter(({ subject }) =>
    subject.some((body) => words.some((word) => body.includes(word))),
  )
}

/** Pilot fields of whose matters no row is kept yet (未录入领域): nothing is known of their coverage. */
export const unkeptFields: readonly string[] = pilotFields.filter((name) =>
  standardMatters.every(({ field }) => field !== name),
)

/** Finds a matter by its id; null when there is none such. */
export function findMatter(id: string): StandardMatter | null {
  return standardMatters.find((matter) => matter.id === id) ?? null
}
