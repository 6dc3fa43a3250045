import type { AgencySettings } from '../../agency/agency.ts'

/** Lines of the assessment (考核项目): 主动公开数量, 公开事项缺项, 目录更新, 年度报告, then 通报批评 and 表彰. */
export const assessmentLines = [
  'publication',
  'missing-item',
  'stale-catalogue',
  'annual-report',
  'criticism',
  'praise',
] as const
export type AssessmentLine = (typeof assessmentLines)[number]

/** Lines that officers enter marks on; the others follow from the figures (手工记分项目). */
export const handLines = ['missing-item', 'stale-catalogue', 'criticism', 'praise'] as const
export type HandLine = (typeof handLines)[number]

/** A band of scores (等次): `name` from `from` points on. */
export type Band = { from: number; name: string }

/** The scheme of an assessment (考核方案): what a line is worth at most, what each fault costs, the bands. */
export type Scheme = {
  /** the first four sum up to the total; of the last two the most that they take or give */
  caps: Readonly<Record<AssessmentLine, number>>
  /** items that an agency publishes in a month at least */
  monthlyQuota: number
  points: Readonly<
    Record<
      'belowQuota' | 'blankMonth' | 'missingItem' | 'staleCatalogue' | 'noAnnualReport',
      number
    >
  >
  /** least and most points of one criticism and of one praise */
  range: readonly [number, number]
  bands: readonly Band[]
  /** days within which an agency may object */
  objectionDays: number
}

/** The scheme where the settings say nothing: examples of local rules, no article. */
const usual: Scheme = {
  caps: {
    publication: 60,
    'missing-item': 20,
    'stale-catalogue': 10,
    'annual-report': 10,
    criticism: 10,
    praise: 10,
  },
  monthlyQuota: 1,
  points: { belowQuota: 5, blankMonth: 10, missingItem: 2, staleCatalogue: 1, noAnnualReport: 2 },
  range: [1, 3],
  bands: [
    { from: 90, name: '优秀' },
    { from: 70, name: '良好' },
    { from: 60, name: '合格' },
    { from: 0, name: '不合格' },
  ],
  objectionDays: 5,
}

/** The scheme of an office (本机关考核方案): its settings over the usual one. */
export function schemeOf({ assessment }: Pick<AgencySettings, 'assessment'>): Scheme {
  return {
    caps: { ...usual.caps, ...assessment?.caps },
    monthlyQuota: assessment?.monthlyQuota ?? usual.monthlyQuota,
    points: { ...usual.points, ...assessment?.points },
    range: usual.range,
    bands: assessment?.bands ?? usual.bands,
    objectionDays: assessment?.objectionDays ?? usual.objectionDays,
  }
}

/** Least and most points that a mark on a line may have (记分幅度). */
export function pointsOf(line: HandLine, { points, range }: Scheme): readonly [number, number] {
  if (line === 'missing-item') return [points.missingItem, points.missingItem]
  if (line === 'stale-catalogue') return [points.staleCatalogue, points.staleCatalogue]
  return range
}
