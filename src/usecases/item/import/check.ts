import type { Finding, Problem } from '../../../domain/shared/sheet/problems.ts'
import { readExisting, readUnchanged } from '../../../store/tenant/item/existing.ts'
import type { Candidate } from './candidate.ts'
import type { ItemProblem } from './report.ts'

/** What a check of a file against the published items gives. */
export type Checked = {
  /** rows to publish */ fresh: Candidate[]
  /** number of rows that stand there already, word for word */ unchanged: number
  refused: Finding<Problem | ItemProblem>[]
}

/** Sorts the rows of a file (导入核对) into new ones, those published already, and those in conflict. */
export async function checkCandidates(
  db: D1Database,
  candidates: readonly Candidate[],
): Promise<Checked> {
  const refused: Checked['refused'] = []
  const firstLines = new Map<string, number>()
  const single = candidates.filter(({ originKey, line }) => {
    const otherLine = firstLines.get(originKey)
    if (otherLine === undefined) firstLines.set(originKey, line)
    else refused.push({ line, column: null, reason: { code: 'duplicate', otherLine } })
    return otherLine === undefined
  })
  const { originKeys, takenNumbers } = await readExisting(db, single)
  const known = single.filter(({ originKey }) => originKeys.has(originKey))
  const same = await readUnchanged(db, known.map(comparable))
  for (const { originKey, line } of known) {
    if (!same.has(originKey)) {
      refused.push({ line, column: null, reason: { code: 'published-differently' } })
    }
  }
  const fresh: Candidate[] = []
  for (const row of single) {
    if (originKeys.has(row.originKey)) continue
    if (row.indexNumber !== null && takenNumbers.has(row.indexNumber)) {
      refused.push({ line: row.line, column: '索引号', reason: { code: 'index-number-taken' } })
    } else fresh.push(row)
  }
  return { fresh, unchanged: same.size, refused }
}

function comparable({
  line: _line,
  column: _column,
  isColumnUnknown: _is,
  ...row
}: Candidate): Omit<Candidate, 'line' | 'column' | 'isColumnUnknown'> {
  return row
}
