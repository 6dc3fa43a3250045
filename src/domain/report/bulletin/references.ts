import type { Quotable } from '../quoted.ts'
import type { BulletinContent, BulletinFigure } from './content.ts'
import { isWaiting } from './finding.ts'

/** A figure as text (数字写法): rates with two decimals and their sign; what has no value says why. */
export function figureWords({
  unit,
  value,
  state,
}: Pick<BulletinFigure, 'unit' | 'value' | 'state'>): string {
  if (value === null) return noValue[state]
  return unit === '%' ? `${value.toFixed(2)}%` : String(value)
}

const noValue: Readonly<Record<BulletinFigure['state'], string>> = {
  value: '未报送',
  unreported: '未报送',
  notApplicable: '不适用',
  noBase: '没有可计算的件数',
}

/** A figure of an earlier period as text; one that nobody reported cannot be compared. */
function baseWords(unit: string, value: number | null): string {
  return value === null ? '（无可比数）' : figureWords({ unit, value, state: 'value' })
}

/** Every figure that the prose of a bulletin may quote, by name (数字引用). */
export function bulletinReferences({ figures, coverage, findings }: BulletinContent): Quotable[] {
  const waiting = findings.filter(isWaiting)
  return [
    ...figures.flatMap((figure): Quotable[] => {
      const { name, numerator, denominator, previous, yearBefore, unit } = figure
      return [
        { name, value: figureWords(figure) },
        { name: `${name}上期`, value: baseWords(unit, previous) },
        { name: `${name}上年同期`, value: baseWords(unit, yearBefore) },
        ...(unit === '%'
          ? [
              { name: `${name}分子`, value: numerator ?? noValue[figure.state] },
              { name: `${name}分母`, value: denominator ?? noValue[figure.state] },
            ]
          : []),
      ]
    }),
    { name: '应报机关', value: coverage.of },
    { name: '已报机关', value: coverage.reporting },
    { name: '未报机关', value: coverage.missing.length },
    { name: '问题', value: waiting.length },
    { name: '新问题', value: waiting.filter(({ times }) => times <= 1).length },
    { name: '遗留问题', value: waiting.filter(({ times }) => times > 1).length },
    { name: '已答复问题', value: waiting.filter(({ state }) => state === 'answered').length },
  ]
}
