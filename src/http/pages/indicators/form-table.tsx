import type { JSX } from 'hono/jsx/jsx-runtime'
import type { IndicatorsView } from '../../../usecases/statistics/show-indicators.ts'
import { Notice } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { indicators as words } from '../../ui/words/indicators.ts'
import { checkName, checkWords, valueWords } from './value-words.ts'

/** The coded monthly form with its checks (月报), and where it is handed out. */
export function FormTable(props: {
  form: NonNullable<IndicatorsView['form']>
  hrefOf: (format: 'csv' | 'xlsx') => string
}): JSX.Element {
  const { form, hrefOf } = props
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
          cells: [name, unit, code, valueWords(current, unit), valueWords(year, unit)],
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
