import type { Agency, Cadence } from '../agency/agency.ts'

/** The column of a township that holds its villages (村务公开, 村民委员会组织法第30条). */
const villageRoot = {
  id: 'village-affairs',
  name: '村务公开',
  article: '村民委员会组织法第三十条',
} as const

/** What every village publishes (党务、政务、财务三公开), how often, and whether the law asks for it. */
const affairs: readonly { kind: string; name: string; cadence: Cadence; mandatory: boolean }[] = [
  {
    kind: 'party',
    name: '党务公开',
    cadence: { kind: 'regular', period: 'quarter', within: 10 },
    mandatory: false,
  },
  {
    kind: 'government',
    name: '政务公开',
    cadence: { kind: 'regular', period: 'quarter', within: 10 },
    mandatory: true,
  },
  {
    kind: 'finance',
    name: '财务公开',
    cadence: { kind: 'regular', period: 'month', within: 10 },
    mandatory: true,
  },
]

/** A column of a village, placed in the tree of its township. */
type VillageColumn = {
  id: string
  name: string
  under: string
  description: string
  cadence: Cadence
  article: string | null
  mandatory: boolean
  formerIds: readonly string[]
  depth: number
}

/** Columns for the villages of a township (村级栏目): one group each, with its three kinds; none elsewhere. */
export function villageColumns({
  level,
  kind,
  villages = [],
}: Pick<Agency, 'level' | 'kind' | 'villages'>): VillageColumn[] {
  if (level !== 'township' || kind !== 'government' || villages.length === 0) return []
  const whenNeeded: Cadence = { kind: 'prompt' }
  return [
    {
      id: villageRoot.id,
      name: villageRoot.name,
      under: 'statutory-content',
      description: '辖区各村的党务、政务、财务公开',
      cadence: whenNeeded,
      article: villageRoot.article,
      mandatory: false,
      formerIds: [],
      depth: 2,
    },
    ...villages.flatMap(({ id, name, formerIds = [] }) => {
      const own = columnId(id)
      const former = formerIds.map(columnId)
      return [
        {
          id: own,
          name,
          under: villageRoot.id,
          description: `${name}的党务、政务、财务公开`,
          cadence: whenNeeded,
          article: null,
          mandatory: false,
          formerIds: former,
          depth: 3,
        },
        ...affairs.map((affair) => ({
          id: `${own}-${affair.kind}`,
          name: `${name}${affair.name}`,
          under: own,
          description: `${name}${affair.name}`,
          cadence: affair.cadence,
          article: affair.mandatory ? villageRoot.article : null,
          mandatory: affair.mandatory,
          formerIds: former.map((one) => `${one}-${affair.kind}`),
          depth: 4,
        })),
      ]
    }),
  ]
}

function columnId(village: string): string {
  return `village-${village}`
}
