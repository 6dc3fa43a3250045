import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Paths } from '../../paths.ts'
import { service } from '../../ui/words/power.ts'
import { powerCheck } from '../../ui/words/power-check.ts'

/** The parts of the room at the desk (权责清单、办事指南、到期核对). */
export function ServiceSwitch({
  to,
  current,
}: {
  to: Paths
  current: 'powers' | 'guides' | 'checks'
}): JSX.Element {
  return (
    <nav class="switch" aria-label={service.switchLabel}>
      <ul>
        <li>
          <a href={to.deskPowers()} aria-current={current === 'powers' ? 'true' : undefined}>
            {service.desk}
          </a>
        </li>
        <li>
          <a href={to.deskServices()} aria-current={current === 'guides' ? 'true' : undefined}>
            {service.deskGuides}
          </a>
        </li>
        <li>
          <a href={to.powerChecks()} aria-current={current === 'checks' ? 'true' : undefined}>
            {powerCheck.title}
          </a>
        </li>
      </ul>
    </nav>
  )
}
