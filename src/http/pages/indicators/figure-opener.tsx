import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { figureOf, isInner } from '../../../domain/statistics/figure.ts'
import { may } from '../../../usecases/permissions.ts'
import type { Scope } from '../../../usecases/statistics/read-figures.ts'
import type { AppEnv } from '../../app-env.ts'

/** Makes a text the link to a figure's records; the text alone where there is none for this reader. */
export type FigureOpener = (figure: string | null, text: string) => Child

/** Opens the figures of a period (数字链接): at the desk for those who watch figures, else on the agency's own site. */
export function figureOpener(c: Context<AppEnv>, period: string, scope: Scope): FigureOpener {
  const { site, ctx } = c.var
  return (key, text) => {
    const figure = key === null ? null : figureOf(key)
    if (figure === null) return text
    const query = { figure: figure.key, period, scope }
    if (may(ctx.actor, 'office.show')) return <a href={site.to.officeFigure(query)}>{text}</a>
    if (isInner(figure)) return text
    return <a href={site.to.figure(query)}>{text}</a>
  }
}
