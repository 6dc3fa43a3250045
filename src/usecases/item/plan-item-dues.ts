import { publishBy } from '../../domain/item/publish-clock.ts'
import type { Calendar } from '../../domain/time/calendar.ts'
import { localDate } from '../../domain/time/local-date.ts'
import { readBatch } from '../../store/read.ts'
import type { Statement } from '../../store/statement.ts'
import { type OwedRow, selectOwed, updatePublishBy } from '../../store/tenant/item/dues.ts'
import type { Ctx } from '../context.ts'

const pageSize = 1000

/**
 * Counts anew by when every unpublished item must be public (重算公开期限, 条例第26条) in a calendar; writes
 * nothing.
 */
export async function planItemDues(
  { db }: Pick<Ctx, 'db'>,
  calendar: Calendar,
): Promise<{ items: number; statements: Statement[] }> {
  const moved: (OwedRow & { fresh: string })[] = []
  let after = ''
  for (;;) {
    const [rows] = await readBatch<[OwedRow]>(db, [selectOwed(after, pageSize)])
    for (const row of rows) {
      const fresh = publishBy(localDate(row.writtenOn), calendar).on
      if (fresh !== row.publishBy) moved.push({ ...row, fresh })
    }
    const last = rows.at(-1)
    if (rows.length < pageSize || last === undefined) {
      return { items: moved.length, statements: updatePublishBy(moved) }
    }
    after = last.id
  }
}
