import type { JSX } from 'hono/jsx/jsx-runtime'
import { resultRowHeads } from '../../../domain/report/layout-rows.ts'
import { applicationColumns } from '../../../domain/shared/report-keys.data.ts'
import type { ApplicationTable } from '../../../domain/statistics/table.ts'
import { figure } from '../../ui/chart-scale.ts'
import { common } from '../../ui/words/common.ts'
import { months } from '../../ui/words/months.ts'
import { fill, office } from '../../ui/words/office.ts'

const resultRows = resultRowHeads('triple')

/** 表三 in the national layout; on narrow screens it scrolls inside its own frame. */
export function ApplicationTableView({
  table,
  was,
}: {
  table: ApplicationTable
  /** figures that were corrected after closing, by `row column`, with what stood there */
  was: ReadonlyMap<string, number>
}): JSX.Element {
  const organisations = applicationColumns.slice(1, -1)
  const total = applicationColumns.at(-1)?.label
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section class="scroll" tabindex={0} aria-label={office.tableCaption}>
        <table class="table table-report">
          <caption class="away">{office.tableCaption}</caption>
          <thead>
            <tr>
              <th rowspan={3} colspan={3}>
                {office.tableCorner}
              </th>
              <th scope="colgroup" colspan={applicationColumns.length}>
                {office.applicants}
              </th>
            </tr>
            <tr>
              <th scope="col" rowspan={2}>
                {applicationColumns[0].label}
              </th>
              <th scope="colgroup" colspan={organisations.length}>
                {office.organisations}
              </th>
              <th scope="col" rowspan={2}>
                {total}
              </th>
            </tr>
            <tr>
              {organisations.map(({ label }) => (
                <th scope="col">{label}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {resultRows.map(({ key, heads }) => (
              <tr>
                {heads.map(({ text, columns, rows }) => (
                  <th scope={rows > 1 ? 'rowgroup' : 'row'} colspan={columns} rowspan={rows}>
                    {text}
                  </th>
                ))}
                {applicationColumns.map(({ key: column }) => (
                  <td class="c-number">
                    {shown(key === 'other' ? null : table[key][column])}
                    <Corrected was={was.get(`${key} ${column}`)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p class="c-note no-print">{office.tableHint}</p>
    </>
  )
}

function Corrected({ was }: { was: number | undefined }): JSX.Element | null {
  return was === undefined ? null : (
    <small class="c-note">{fill(months.mark, { n: figure(was) })}</small>
  )
}

function shown(value: number | null): string {
  return value === null ? common.noData : figure(value)
}
