import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AppEnv } from '../../app-env.ts'
import { looking as words } from '../../ui/words/looking.ts'

/** The ways of looking at the figures of an office. */
export type LookingPart = 'statistics' | 'tree' | 'ranking' | 'comparison' | 'heat'

/** Leads between the ways of looking at the figures of a period (查看方式); of use only above others. */
export function LookingSwitch(props: {
  c: Context<AppEnv>
  part: LookingPart | null
  period: string
}): JSX.Element | null {
  const { c, part, period } = props
  const { site, region } = c.var
  const { to } = site
  if (!region.agencies.some(({ parentId }) => parentId === site.agency.id)) return null
  const links = [
    ['statistics', to.office({ period, scope: 'subtree' }), words.statistics],
    ['tree', to.officeTree({ period }), words.tree],
    ['ranking', to.officeRanking({ period }), words.ranking],
    ['comparison', to.officeComparison({ period }), words.comparison],
    ['heat', to.officeHeat({ period }), words.heat],
  ] as const
  return (
    <nav class="switch" aria-label={words.switchLabel}>
      <ul>
        {links.map(([name, href, label]) => (
          <li>
            <a href={href} aria-current={name === part ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
