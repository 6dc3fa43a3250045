import type { Agency } from '../../src/domain/agency/agency.ts'
import { reportDueOn } from '../../src/domain/report/annual/due.ts'
import { type LocalDate, yearOf } from '../../src/domain/time/local-date.ts'
import type { ReportScript } from './play-reports.ts'

type Until = ReportScript['until']

const problems = [
  '个别栏目更新不够及时，已经明确专人按月检查。上一年度指出的答复文书不规范问题已经整改。',
  '政策解读形式还比较单一，今后增加图解和问答。上一年度栏目空白的问题已经解决。',
  '依申请公开答复的说理不够充分，已经组织培训并统一文书。',
]

/**
 * The reports of last year in the demonstration (年报演示), from below to the top: the prefecture, one of
 * its counties with some of its townships and bureaus, in every state that a report passes.
 */
export function reportsOf(agencies: readonly Agency[], today: LocalDate): ReportScript[] {
  const year = yearOf(today) - 1
  const top = agencies.find(({ parentId }) => parentId === null)
  const county = agencies.find(({ level, parentId }) => level === 'county' && parentId === top?.id)
  if (top === undefined || county === undefined) return []
  const below = (parent: Agency, level: Agency['level'], count: number): Agency[] =>
    agencies
      .filter((one) => one.parentId === parent.id && one.level === level && one !== county)
      .filter(({ kind, level: own }) =>
        own === 'township' ? kind === 'government' : kind === 'bureau',
      )
      .slice(0, count)
  const wanted: readonly (readonly [Agency, Until])[] = [
    ...withStates(below(county, 'township', 4), [
      'published',
      'published',
      'returned',
      'submitted',
    ]),
    ...withStates(below(county, 'county', 3), ['published', 'published', 'draft']),
    ...withStates(below(top, 'prefecture', 2), ['published', 'submitted']),
    [county, 'published'],
    [top, 'published'],
  ]
  return wanted.map(([agency, until], at) => ({
    agency: agency.id,
    office: agency.parentId,
    year,
    on: reportDueOn(agency, year).slice(5) === '03-31' ? `03-${10 + at}` : `01-${12 + at}`,
    until,
    problems: problems[at % problems.length] ?? '',
  }))
}

function withStates(agencies: readonly Agency[], states: readonly Until[]): [Agency, Until][] {
  return agencies.map((agency, at) => [agency, states[at] ?? 'published'])
}
