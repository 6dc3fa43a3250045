import { type AgencyFacts, rulesOfKind } from './facts.ts'
import type { FindingEvidence, FindingRule } from './finding.ts'
import type { BulletinKind } from './kinds.data.ts'

/** A finding that the figures propose (自动发现的问题): the same `key` is the same finding, however long it lasts. */
export type Proposal = {
  key: string
  rule: FindingRule
  agency: string
  what: string
  evidence: FindingEvidence
}

type Found = { about?: string; what: string; evidence: FindingEvidence }

/** Most characters of what is found. */
export const whatLimit = 200
/** Names that a finding lists before it only counts. */
const mostNamed = 5

/** Derives the findings of a bulletin from the facts (自动发现问题), by the rules of its kind and nothing else. */
export function proposeFindings(
  kind: BulletinKind,
  period: string,
  all: readonly AgencyFacts[],
): Proposal[] {
  return all.flatMap((facts) =>
    rulesOfKind[kind].flatMap((rule) =>
      found(rule, facts, period).map(({ about, what, evidence }) => ({
        key: [rule, facts.agency, ...(about === undefined ? [] : [about])].join('/'),
        rule,
        agency: facts.agency,
        what: what.slice(0, whatLimit),
        evidence,
      })),
    ),
  )
}

function found(rule: FindingRule, facts: AgencyFacts, period: string): Found[] {
  switch (rule) {
    case 'late-replies':
      return lateReplies(facts, period)
    case 'overdue-open':
      return counted(facts.overdueOpen, '在办申请超过法定期限 {n} 件', { of: 'open-cases' })
    case 'unreported-months':
      return silentMonths(facts, period)
    case 'unreported-cells':
      return counted(facts.lackingCells, '人工填报指标没有报送 {n} 项次', { of: 'cells', period })
    case 'blank-month':
      return blankMonths(facts, period)
    case 'no-annual-report':
      return facts.lackingReport === null
        ? []
        : [
            {
              about: String(facts.lackingReport),
              what: `没有按期报送 ${facts.lackingReport} 年度政府信息公开工作年度报告`,
              evidence: { of: 'annual-report', year: facts.lackingReport },
            },
          ]
    case 'self-inspection':
      return facts.tripped.map(({ rule: tripped, what }) => ({
        about: tripped,
        what,
        evidence: { of: 'self-inspection', rule: tripped },
      }))
    case 'by-hand':
      return []
    default:
      return rule satisfies never
  }
}

function lateReplies({ timely, timed }: AgencyFacts, period: string): Found[] {
  if (timely === null || timed === null || timely >= timed) return []
  const what = `依申请公开逾期答复 ${timed - timely} 件（按时 ${timely} 件，答复 ${timed} 件）`
  const evidence = { of: 'figure', figure: 'applications.totalProcessed.total', period } as const
  return [{ what, evidence }]
}

/** One finding for all blank months of a period: an agency that often publishes nothing has one line, not many. */
function blankMonths({ months }: AgencyFacts, period: string): Found[] {
  const blank = months.filter(({ published }) => published === 0).map(({ month }) => month)
  if (blank.length === 0) return []
  const what = `${blank.join('、')} 没有公开一条信息`
  return [{ what, evidence: { of: 'figure', figure: 'items.all.published', period } }]
}

function silentMonths({ silent }: AgencyFacts, period: string): Found[] {
  if (silent.length === 0) return []
  const more = silent.length > mostNamed ? `等 ${silent.length} 项次` : ''
  const what = `没有报送数据：${silent.slice(0, mostNamed).join('、')}${more}`
  return [{ what, evidence: { of: 'coverage', period } }]
}

function counted(n: number | null, words: string, evidence: FindingEvidence): Found[] {
  return n === null || n === 0 ? [] : [{ what: words.replace('{n}', String(n)), evidence }]
}
