import type { Scope } from '../usecases/statistics/read-figures.ts'

/** Where a figure of an agency opens for everybody (数字链接), on that agency's own site. */
export function publicFigure(origin: string, figure: string, period: string, scope: Scope): string {
  return `${origin}/statistics/figure?figure=${figure}&period=${period}&scope=${scope}`
}
