import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Paths } from '../../paths.ts'
import { complaint, dispute } from '../../ui/words/dispute.ts'

/** The parts of the room at the desk: open and decided disputes, complaints. */
export type DisputePart = 'open' | 'decided' | 'complaints' | 'answered'

/** Leads between the parts (切换); complaints are there for those who may read them. */
export function DisputeSwitch(props: {
  to: Paths
  part: DisputePart | null
  hasDisputes: boolean
  hasComplaints: boolean
}): JSX.Element {
  const { to, part, hasDisputes, hasComplaints } = props
  const links: readonly (readonly [DisputePart, string, string])[] = [
    ...(hasDisputes
      ? ([
          ['open', to.disputes(), dispute.open],
          ['decided', to.disputes({ state: 'decided' }), dispute.decided],
        ] as const)
      : []),
    ...(hasComplaints
      ? ([
          ['complaints', to.complaints(), `${dispute.complaints}（${complaint.open}）`],
          [
            'answered',
            to.complaints({ state: 'answered' }),
            `${dispute.complaints}（${complaint.answered}）`,
          ],
        ] as const)
      : []),
  ]
  return (
    <nav class="switch" aria-label={dispute.tabsLabel}>
      <ul>
        {links.map(([name, href, label]) => (
          <li>
            <a href={href} aria-current={name === part ? 'true' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
