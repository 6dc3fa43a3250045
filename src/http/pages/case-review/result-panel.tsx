import type { JSX } from 'hono/jsx/jsx-runtime'
import { averageText, type ReviewResult } from '../../../domain/case-review/result.ts'
import type { SheetRow } from '../../../domain/case-review/sheet.data.ts'
import { DataTable } from '../../ui/table.tsx'
import { caseReviewWords as words } from '../../ui/words/case-review.ts'
import { fill } from '../../ui/words/office.ts'

/** The figures of a review (评查结果): average, units, frequent faults. */
export function ReviewFigures({
  result,
  rows,
}: {
  result: ReviewResult
  rows: readonly SheetRow[]
}): JSX.Element {
  return (
    <>
      <p>
        {words.average} <strong>{averageText(result.average)}</strong>
      </p>
      <DataTable
        caption={words.units}
        showCaption
        columns={[
          { label: words.unit, kind: 'title' },
          { label: words.count, kind: 'number' },
          { label: words.average, kind: 'number' },
        ]}
        rows={result.units.map(({ unit, cases, average }) => ({
          cells: [unit, String(cases), averageText(average)],
        }))}
      />
      {result.faults.length === 0 ? (
        <p>{words.noFaults}</p>
      ) : (
        <DataTable
          caption={words.frequent}
          showCaption
          columns={[
            { label: words.row, kind: 'title' },
            { label: words.count, kind: 'number' },
            { label: words.lost, kind: 'number' },
          ]}
          rows={result.faults.map(({ code, cases, points }) => ({
            cells: [
              rows.find((row) => row.code === code)?.text ?? code,
              String(cases),
              fill(words.points, { n: points }),
            ],
          }))}
        />
      )}
    </>
  )
}
