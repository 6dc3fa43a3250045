import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Finding, FindingEvidence } from '../../../domain/report/bulletin/finding.ts'
import { bulletin as words, evidenceNames } from '../../ui/words/bulletin.ts'
import type { Frame } from '../desk/frame.ts'
import { deskFigureHref } from '../office/figure-links.ts'

/** What a finding rests on (依据): leads to the figure, list or page that shows it, or says the proof. */
export function Evidence(props: {
  frame: Frame
  evidence: FindingEvidence
  /** the agency that answers for it, as this office or that agency itself looks at it */ agency: string
}): JSX.Element {
  const { evidence } = props
  if (evidence.of === 'proof') {
    return (
      <small class="c-note">
        {words.evidence}：{evidence.text}
      </small>
    )
  }
  return (
    <small class="c-note">
      <a href={hrefOf(props.frame, evidence, props.agency)}>{evidenceNames[evidence.of]}</a>
    </small>
  )
}

function hrefOf(
  frame: Frame,
  evidence: Exclude<FindingEvidence, { of: 'proof' }>,
  agency: Finding['agency'],
): string {
  const { site, region } = frame.c.var
  const { to } = site
  const isOwn = agency === site.agency.id
  const hasBelow = region.agencies.some(({ parentId }) => parentId === agency)
  const scope = hasBelow && !isOwn ? 'subtree' : 'own'
  switch (evidence.of) {
    case 'figure': {
      const of = region.agencies.find(({ id }) => id === agency) ?? site.agency
      return deskFigureHref(frame.c)(evidence.figure, evidence.period, scope, of)
    }
    case 'coverage':
      return to.officeTree({ period: evidence.period })
    case 'cells':
      return to.indicators({
        period: evidence.period,
        pack: 'monthly-form',
        scope: isOwn ? 'own' : 'subtree',
      })
    case 'annual-report':
      return isOwn ? to.deskReports() : to.receivedReports({ year: evidence.year })
    case 'open-cases':
      return to.cases({ colour: 'red' })
    case 'self-inspection':
      return to.selfInspection()
    default:
      return evidence satisfies never
  }
}
