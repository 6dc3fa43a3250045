import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { opensOf } from '../../../domain/statistics/indicator/opened.ts'
import { monthlyForm } from '../../../domain/statistics/indicator/monthly-form.data.ts'
import type { IndicatorValue } from '../../../domain/statistics/indicator/types.ts'
import type { IndicatorsView } from '../../../usecases/statistics/show-indicators.ts'
import { Notice } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { indicators as words } from '../../ui/words/indicators.ts'
import type { FigureOpener } from './figure-opener.tsx'
import { checkName, checkWords, valueWords } from './value-words.ts'

/** The coded monthly form with its checks (月报), and where it is handed out. */
export function FormTable(props: {
  form: NonNullable<IndicatorsView['form']>
  opener: FigureOpener
  hrefOf: (format: 'csv' | 'xlsx') => string
}): JSX.Element {
  const { form, opener, hrefOf } = props
  const isOff = form.checks.some(({ holds }) => holds === false)
  return (
    <section>
      <h2>{words.form}</h2>
      <p class="no-print">
        <a href={hrefOf('csv')}>{words.csv}</a> <a href={hrefOf('xlsx')}>{words.xlsx}</a>
      </p>
      <DataTable
        caption={words.form}
        columns={[
          { label: words.name, kind: 'title' },
          { label: words.unit },
          { label: words.code, kind: 'code' },
          { label: words.current },
          { label: words.year },
        ]}
        rows={form.lines.map(({ name, unit, code, current, year }) => ({
          cells: [name, unit, code, opened(opener, code, current, unit), valueWords(year, unit)],
        }))}
      />
      <h3>{words.checks}</h3>
      {isOff ? <Notice tone="warning" title={words.differsHint} /> : null}
      <DataTable
        caption={words.checks}
        columns={[
          { label: words.check, kind: 'title' },
          { label: words.value },
          { label: words.result },
        ]}
        rows={form.checks.map((check) => ({
          cells: [checkName(check), words[check.column], checkWords(check)],
        }))}
      />
    </section>
  )
}

/** A figure of the form as a link to its records; nothing to open behind zero and what was not reported. */
function opened(opener: FigureOpener, code: string, value: IndicatorValue, unit: string): Child {
  const text = valueWords(value, unit)
  const indicator = monthlyForm.find((one) => one.code === code)
  return indicator === undefined || value.state !== 'value' || value.value === 0
    ? text
    : opener(opensOf(indicator).value, text)
}
