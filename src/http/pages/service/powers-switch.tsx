import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Paths } from '../../paths.ts'
import { service } from '../../ui/words/power.ts'

/** The three public pages of the list of powers (权责清单): the list, how it changed, how many there are. */
export function PowersSwitch(props: {
  to: Paths
  current: 'powers' | 'changes' | 'counts'
}): JSX.Element {
  const { to, current } = props
  const pages = [
    ['powers', to.powers(), service.powers],
    ['changes', to.powerChanges(), service.compare],
    ['counts', to.powerCounts(), service.numbers],
  ] as const
  return (
    <nav class="switch no-print" aria-label={service.powers}>
      <ul>
        {pages.map(([name, href, label]) => (
          <li>
            <a href={href} aria-current={name === current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
