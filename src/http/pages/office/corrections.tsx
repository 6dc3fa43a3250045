import type { JSX } from 'hono/jsx/jsx-runtime'
import { isApplicantClass } from '../../../domain/shared/report-keys.data.ts'
import type { Statistics } from '../../../usecases/statistics/show-statistics.ts'
import { Details } from '../../ui/notice.tsx'
import { months as words } from '../../ui/words/months.ts'
import { fill } from '../../ui/words/office.ts'
import { CorrectionTable } from '../months/correction-table.tsx'

/** Figures of a period that were corrected after closing (更正), with what stood there before. */
export function CorrectionsView({ statistics }: { statistics: Statistics }): JSX.Element | null {
  const { count, list } = statistics.corrections
  if (count === null || count === 0) return null
  if (list === null) return <p class="c-note">{fill(words.correctedCount, { n: count })}</p>
  return (
    <>
      <p class="c-note">{fill(words.correctedNote, { n: count })}</p>
      <Details summary={words.correctedList}>
        <CorrectionTable rows={list} />
      </Details>
    </>
  )
}

/** What stood in the corrected cells of 表三 when their months were closed, by `row column`; totals too. */
export function formerFigures({
  applications,
  corrections,
}: Pick<Statistics, 'applications' | 'corrections'>): ReadonlyMap<string, number> {
  const changes = new Map<string, number>()
  for (const { row, column, was, became } of corrections.list ?? []) {
    if (!isApplicantClass(column)) continue
    for (const key of [`${row} ${column}`, `${row} total`]) {
      changes.set(key, (changes.get(key) ?? 0) + became - was)
    }
  }
  const former = new Map<string, number>()
  for (const [row, columns] of Object.entries(applications)) {
    for (const [column, now] of Object.entries(columns)) {
      const change = changes.get(`${row} ${column}`) ?? 0
      if (change !== 0 && now !== null) former.set(`${row} ${column}`, now - change)
    }
  }
  return former
}
