import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { BulletinContent, BulletinFigure } from '../../../domain/report/bulletin/content.ts'
import { bulletinFigures } from '../../../domain/report/bulletin/figures.data.ts'
import { figureWords } from '../../../domain/report/bulletin/references.ts'
import { type Change, changeOf } from '../../../domain/statistics/change.ts'
import { may } from '../../../usecases/permissions.ts'
import { DataTable } from '../../ui/table.tsx'
import { bulletin as words } from '../../ui/words/bulletin.ts'
import type { Frame } from '../desk/frame.ts'

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
        const { name, unit, value, numerator, denominator, previous, yearBefore } = figure
        return {
          cells: [
            `${name}（${unit}）`,
            opened(frame, content, period, figure),
            denominator === null ? '' : `${numerator ?? ''}/${denominator}`,
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

function opened(
  frame: Frame,
  { scope }: BulletinContent,
  period: string,
  figure: BulletinFigure,
): Child {
  const { to } = frame.c.var.site
  const { actor } = frame.c.var.ctx
  const text = figureWords(figure)
  if (figure.value === null) return text
  const known = bulletinFigures.find(({ code }) => code === figure.code)
  if (known === undefined) return text
  const asked = { period, scope }
  if (known.opens === null) {
    return <a href={to.indicators({ ...asked, pack: known.pack })}>{text}</a>
  }
  const query = { ...asked, figure: known.opens }
  const href = may(actor, 'office.show') ? to.officeFigure(query) : to.figure(query)
  return <a href={href}>{text}</a>
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
