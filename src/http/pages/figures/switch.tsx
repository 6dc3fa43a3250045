import type { JSX } from 'hono/jsx/jsx-runtime'
import { may } from '../../../usecases/permissions.ts'
import { bulletin } from '../../ui/words/bulletin.ts'
import { figures as words } from '../../ui/words/figures.ts'
import { indicators } from '../../ui/words/indicators.ts'
import { months } from '../../ui/words/months.ts'
import type { Frame } from '../desk/frame.ts'

/** The parts of the statistics at the desk. */
export type FigurePart =
  | 'statistics'
  | 'indicators'
  | 'manual'
  | 'months'
  | 'reports'
  | 'received'
  | 'bulletins'
  | 'received-bulletins'

/** Leads between the parts of the statistics that an officer may open (统计切换). */
export function FigureSwitch({ frame, part }: { frame: Frame; part: FigurePart }): JSX.Element {
  const { to } = frame.c.var.site
  const { actor } = frame.c.var.ctx
  const links = [
    ['statistics', to.office(), words.statistics, may(actor, 'office.show')],
    ['indicators', to.indicators(), indicators.title, may(actor, 'figure.list')],
    ['manual', to.figures(), words.title, may(actor, 'figure.list')],
    ['months', to.months(), months.title, may(actor, 'month.list')],
    ['reports', to.deskReports(), words.reports, may(actor, 'report.list')],
    ['received', to.receivedReports(), words.received, may(actor, 'report.list')],
    ['bulletins', to.bulletins(), bulletin.title, may(actor, 'bulletin.list')],
    ['received-bulletins', to.receivedBulletins(), bulletin.received, may(actor, 'bulletin.list')],
  ] as const
  return (
    <nav class="switch" aria-label={words.switchLabel}>
      <ul>
        {links
          .filter(([, , , isOpen]) => isOpen)
          .map(([name, href, label]) => (
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
