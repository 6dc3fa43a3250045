import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { BulletinContent, BulletinFigure } from '../../../domain/report/bulletin/content.ts'
import { bulletinFigures } from '../../../domain/report/bulletin/figures.data.ts'
import { figureWords } from '../../../domain/report/bulletin/references.ts'
import { type Change, changeOf } from '../../../domain/statistics/change.ts'
import { indicators } from '../../../domain/statistics/indicator/indicators.data.ts'
import { type IndicatorPart, opensOf } from '../../../domain/statistics/indicator/opened.ts'
import { DataTable } from '../../ui/table.tsx'
import { bulletin as words } from '../../ui/words/bulletin.ts'
import type { Frame } from '../desk/frame.ts'
import { figureOpener } from '../indicators/figure-opener.tsx'

type Props = { frame: Frame; content: BulletinContent; period: string }

/** The figures of a bulletin (主要数字): each opens to its records, beside its parts, 环比 and 同比. */
export function FigureTable({ frame, content, period }: Props): JSX.Element {
  return (
    <DataTable
      caption={words.figures}
      columns={[
        { label: words.indicator, kind: 'title' },
        { label: words.value, kind: 'number' },
        { label: words.parts, kind: 'number' },
        { label: words.previous, kind: 'number' },
        { label: words.previousChange, kind: 'number' },
        { label: words.yearBefore, kind: 'number' },
        { label: words.yearChange, kind: 'number' },
      ]}
      rows={content.figures.map((figure) => {
        const { code, name, unit, value, numerator, denominator, previous, yearBefore } = figure
        const opened = (at: IndicatorPart, text: string): Child =>
          link(frame, content, { period, code, at }, text)
        const part = (at: IndicatorPart, n: number): Child =>
          n === 0 ? String(n) : opened(at, String(n))
        return {
          cells: [
            `${name}（${unit}）`,
            figure.value === null ? figureWords(figure) : opened('value', figureWords(figure)),
            denominator === null ? (
              ''
            ) : (
              <>
                {part('numerator', numerator ?? 0)}/{part('denominator', denominator)}
              </>
            ),
            baseWords(figure, previous),
            changeWords(unit, changeOf(value, previous)),
            baseWords(figure, yearBefore),
            changeWords(unit, changeOf(value, yearBefore)),
          ],
        }
      })}
    />
  )
}

/** A figure as a link to its records, or a part of a rate to its own; a rate itself to its formula and parts. */
function link(
  frame: Frame,
  { scope }: BulletinContent,
  { period, code, at }: { period: string; code: string; at: IndicatorPart },
  text: string,
): Child {
  const { to } = frame.c.var.site
  const known = bulletinFigures.find((one) => one.code === code)
  const indicator = indicators.find(({ pack, code: of }) => pack === known?.pack && of === code)
  if (indicator === undefined) return text
  const figure = opensOf(indicator)[at]
  return figure === null ? (
    <a href={to.indicators({ period, scope, pack: indicator.pack })}>{text}</a>
  ) : (
    figureOpener(frame.c, period, scope)(figure, text)
  )
}

function baseWords({ unit }: BulletinFigure, value: number | null): string {
  return value === null ? words.noBase : figureWords({ unit, value, state: 'value' })
}

/** A change as people read it: percent for counts, percentage points for rates. */
function changeWords(unit: string, { difference, percent }: Change): string {
  if (difference === null) return words.noBase
  const sign = difference > 0 ? '+' : ''
  if (unit === '%') return `${sign}${difference.toFixed(2)} 个百分点`
  return percent === null ? `${sign}${difference}` : `${sign}${percent.toFixed(1)}%`
}
