import type { Context } from 'hono'
import { figureOf, isInner } from '../../../domain/statistics/figure.ts'
import type { Agency } from '../../../domain/agency/agency.ts'
import type { Scope } from '../../../usecases/statistics/read-figures.ts'
import type { AppEnv } from '../../app-env.ts'
import { publicFigure } from '../../public-figure.ts'

type C = Context<AppEnv>

/** Where a figure of an agency opens (数字链接): a key, its period, whose it is. */
export type FigureHref = (figure: string, period: string, scope: Scope, agency: Agency) => string

/** At the desk an office opens what lies below it in place, down to the single agency's own site. */
export function deskFigureHref(c: C): FigureHref {
  const { site, region, parts } = c.var
  return (figure, period, scope, agency) => {
    if (agency.id === site.agency.id) return site.to.officeFigure({ figure, period, scope })
    const hasChildren = region.agencies.some(({ parentId }) => parentId === agency.id)
    const address = figureOf(figure)
    // What is for those who watch figures alone stands on no public page.
    const isHere = address !== null && isInner(address)
    return isHere || (scope === 'subtree' && hasChildren)
      ? site.to.officeFigure({ figure, period, scope, under: agency.id })
      : publicFigure(parts.resolver.originOf(agency), figure, period, 'own')
  }
}

/** On the portal every agency opens its figures on its own site. */
export function publicFigureHref(c: C): FigureHref {
  const { site, region, parts } = c.var
  return (figure, period, scope, agency) => {
    if (agency.id === site.agency.id) return site.to.figure({ figure, period, scope })
    const hasChildren = region.agencies.some(({ parentId }) => parentId === agency.id)
    return publicFigure(
      parts.resolver.originOf(agency),
      figure,
      period,
      hasChildren ? scope : 'own',
    )
  }
}

/** The parts of a key: what an official table calls the cell's table, row and column. */
export function figureKey(table: string, row: string, column: string): string {
  return `${table}.${row}.${column}`
}

/** The figures of the short lists of months and agencies. */
export const briefFigures = {
  received: 'applications.newReceived.total',
  decided: 'applications.totalProcessed.total',
  published: 'items.all.published',
} as const
