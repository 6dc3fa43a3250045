import type { JSX } from 'hono/jsx/jsx-runtime'
import { may } from '../../../../usecases/permissions.ts'
import { norm as words } from '../../../ui/words/norm.ts'
import type { Frame } from '../frame.ts'

/** A part of the register at the desk. */
export type NormPart = keyof typeof words.views

/** The parts of the register (登记簿分类), those that this officer may open. */
export function NormSwitch({ frame, current }: { frame: Frame; current: NormPart }): JSX.Element {
  const { to } = frame.c.var.site
  const parts: { part: NormPart; href: string; isOpen: boolean }[] = [
    { part: 'all', href: to.deskNorms(), isOpen: true },
    { part: 'due', href: to.deskNorms({ due: 'true' }), isOpen: true },
    { part: 'lacking', href: to.deskNorms({ lacking: 'interpretation' }), isOpen: true },
    { part: 'filings', href: to.filings(), isOpen: may(frame.c.var.ctx.actor, 'filing.list') },
    { part: 'cleanups', href: to.cleanups(), isOpen: true },
  ]
  return (
    <nav class="switch" aria-label={words.viewsLabel}>
      <ul>
        {parts
          .filter(({ isOpen }) => isOpen)
          .map(({ part, href }) => (
            <li>
              <a href={href} aria-current={part === current ? 'true' : undefined}>
                {words.views[part]}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}
