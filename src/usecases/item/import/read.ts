import { findPersonal } from '../../../domain/inspection/find-personal.ts'
import { readItems } from '../../../domain/item/import-items.ts'
import type { Finding, ImportWarning, Problem } from '../../../domain/shared/sheet/problems.ts'
import type { ImportedItem } from '../../../domain/item/import-row.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import type { Ctx } from '../../context.ts'
import { candidateOf, type Candidate } from './candidate.ts'
import type { ItemProblem, ItemRemark, PreviewRow } from './report.ts'

/** A file as read, before it is held against what stands there. */
export type ItemReading = {
  candidates: Candidate[]
  preview: PreviewRow[]
  rejected: Finding<Problem | ItemProblem>[]
  warnings: Finding<ImportWarning | ItemRemark>[]
}

/** Reads a file of items in the words of an agency (读取导入文件); no input makes it throw. */
export async function readImport(
  { agency, now }: Pick<Ctx, 'agency' | 'now'>,
  bytes: Uint8Array,
): Promise<ItemReading> {
  const { items, rejected, warnings } = readItems(bytes, localDateOf(now))
  const reading: ItemReading = {
    candidates: [],
    preview: [],
    rejected: [...rejected],
    warnings: [...warnings],
  }
  for (const row of items) {
    const { line } = row
    if (row.attribute === 'proactive') {
      // What becomes a draft is searched when it leaves its author.
      if (agency.settings.importReview === 'elsewhere') reading.warnings.push(...personalIn(row))
    } else {
      reading.warnings.push({ line, column: '公开属性', reason: { code: 'not-published' } })
    }
    const candidate = await candidateOf(agency, row)
    if (candidate.isColumnUnknown) {
      const reason = { code: 'column-unknown', used: candidate.column.name } as const
      reading.warnings.push({ line, column: '栏目', reason })
    }
    reading.candidates.push(candidate)
  }
  reading.preview = reading.candidates.slice(0, 10).map(previewOf)
  return reading
}

/** Columns of a row whose words hold personal data: it was reviewed elsewhere, and is told, not refused. */
function personalIn({ line, title, summary, body }: ImportedItem): Finding<ItemRemark>[] {
  const said = [
    ['标题', title],
    ['内容概述', summary ?? ''],
    ['正文', body],
  ] as const
  return said.flatMap(([column, text]) => {
    const kinds = [...new Set(findPersonal(text).map(({ kind }) => kind))]
    return kinds.length === 0 ? [] : [{ line, column, reason: { code: 'personal-data', kinds } }]
  })
}

function previewOf(row: Candidate): PreviewRow {
  const {
    line,
    indexNumber,
    title,
    docNumber,
    issuer,
    writtenOn,
    publishedAt,
    column,
    theme,
    genre,
  } = row
  return {
    line,
    indexNumber,
    title,
    docNumber,
    issuer,
    writtenOn,
    publishedOn: publishedAt === null ? null : localDateOf(publishedAt),
    column: column.name,
    theme,
    genre,
  }
}
